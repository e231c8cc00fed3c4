import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sendableAt } from '../../../shared/domain/calendar/send-window.ts';
import type { Status } from '../../../shared/domain/dossier/statuses.ts';
import { mayHaveLeftBy } from '../../../shared/domain/notification/restored/lost-time.ts';
import { type Notification, notificationId } from '../../../shared/domain/notification/notification.ts';
import { type Instant, minutes, plus } from '../../../shared/domain/values/instant.ts';
import { aNotification, anEvent, after, ward } from '../../contracts/cost/ward-day.ts';

const brought = after(0);
const lostUntil = after(90);
const begins = after(180);
const holdBack = { received: 20, completed: 0 };

const later = (a: Instant, b: Instant): Instant => (a > b ? a : b);

/** What an office owes, as it is told: when it happened, when it was reported, and in which hours its phones may ring. */
const owings = fc.record({
  happened: fc.integer({ min: -300, max: 300 }),
  reportedAfter: fc.integer({ min: 0, max: 300 }),
  status: fc.constantFrom<Status>('received', 'completed'),
  byJob: fc.boolean(),
  isCapped: fc.boolean(),
  from: fc.constantFrom('00:00', '09:30', '11:00', '14:00'),
});

const story = ({
  happened,
  reportedAfter,
  status,
  byJob,
  isCapped,
  from,
}: typeof owings extends fc.Arbitrary<infer Owing> ? Owing : never) => {
  const sendWindow = { from, to: '20:00' };
  const occurredAt = after(happened);
  const reportedAt = plus(occurredAt, minutes(reportedAfter));
  const earliest = byJob ? occurredAt : plus(occurredAt, minutes(holdBack[status as 'received']));
  const owedAt = (now: Instant): Notification => {
    const event = anEvent();
    const occurrence = byJob ? 'job-1.delivered' : `${status}@${occurredAt}`;
    return aNotification(event, {
      id: notificationId({ ward, code: event.dossierCode }, occurrence, 'sms'),
      createdAt: now,
      dueAt: sendableAt(sendWindow, later(earliest, now)),
      ...(byJob && { happenedAt: occurredAt }),
    });
  };
  const inTable = reportedAt <= brought;
  const leftBy = reportedAt <= lostUntil ? owedAt(reportedAt).dueAt : undefined;
  const found = inTable ? owedAt(reportedAt) : owedAt(later(reportedAt, begins));
  const waits = inTable && isCapped ? { ...found, heldBy: 'ward-day' as const } : found;
  return {
    left: leftBy !== undefined && leftBy > brought && leftBy <= lostUntil,
    leftBefore: leftBy !== undefined && leftBy <= brought && !isCapped,
    occurredAt,
    waits,
    isInDoubt: mayHaveLeftBy(lostUntil, waits, { sendWindow, holdBack }),
  };
};

describe('a text that waits in a store that was brought back', () => {
  it('is in doubt whenever the old street may have sent it, whatever it tells and whenever it was reported', () => {
    fc.assert(
      fc.property(owings, (owing) => {
        const { left, leftBefore, isInDoubt } = story(owing);
        expect(leftBefore || !left || isInDoubt).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('goes by itself where what it tells happened after the old street had stopped', () => {
    fc.assert(
      fc.property(owings, (owing) => {
        const { occurredAt, isInDoubt } = story(owing);
        expect(occurredAt <= lostUntil || !isInDoubt).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it.each<[string, Partial<Notification>, boolean]>([
    ['a call', { channel: 'call-list', dueAt: after(-5) }, false],
    [
      'one that a person ordered since',
      { acts: [{ what: 'resend', by: 'Lan', at: begins, reason: 'x' }] },
      false,
    ],
    [
      'one that a person ordered before',
      { acts: [{ what: 'resend', by: 'Lan', at: brought, reason: 'x' }] },
      true,
    ],
    ['one that was sent', { state: 'sent' }, false],
  ])('that is %s: in doubt %s', (_, given, expected) => {
    const waits = aNotification(anEvent(), { createdAt: brought, dueAt: brought, ...given });
    expect(mayHaveLeftBy(lostUntil, waits, { sendWindow: { from: '00:00', to: '24:00' }, holdBack })).toBe(
      expected,
    );
  });
});
