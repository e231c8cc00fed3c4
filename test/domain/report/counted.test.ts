import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { talliesOf } from '../../../shared/domain/report/counted/thing.ts';
import { addedUp, moreCounted } from '../../../shared/domain/report/tally.ts';
import { standing } from '../../../shared/domain/report/figures.ts';
import { Month, stretchOf } from '../../../shared/domain/report/month.ts';
import { Day } from '../../../shared/domain/values/day.ts';
import { Instant } from '../../../shared/domain/values/instant.ts';
import type { Dossier } from '../../../shared/domain/dossier/dossier.ts';
import type { Notification } from '../../../shared/domain/notification/notification.ts';
import type { Status } from '../../../shared/domain/dossier/statuses.ts';
import { aNotification, anEvent } from '../../contracts/cost/ward-day.ts';
import { anAcceptedJob } from '../../support/builders/post.ts';

const moment = (text: string): Instant => Instant.parse(text);
const names = (tallies: readonly { day: string; figure: string; by: number }[]): string[] =>
  tallies.map(({ day, figure, by }) => `${day} ${figure} ${by}`);

type Facts = { dueAt?: Instant; filingChannel?: 'online'; digitised?: boolean };
const aDossier = (steps: [Status, string][], facts: Facts = {}, more: Partial<Dossier> = {}): Dossier =>
  ({
    ward: '26506',
    code: 'H29.26-260302-0001',
    codeFits: true,
    facts: Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, { value, by: '' }])),
    steps: steps.map(([status, at], index) => ({
      eventId: `e-${index}`,
      status,
      occurredAt: moment(at),
      order: at,
    })),
    told: [],
    ...more,
  }) as unknown as Dossier;
const ofDossier = (...given: Parameters<typeof aDossier>) =>
  names(talliesOf({ is: 'dossier', dossier: aDossier(...given) }));

const ofMessage = (differs: Partial<Notification>) =>
  names(talliesOf({ is: 'message', message: aNotification(anEvent(), differs) }));

describe('a dossier', () => {
  it('counts on the day it was filed, by how it was filed, and as open while nobody has ended it', () => {
    expect(
      ofDossier([['received', '2026-03-02T01:00:00.000Z']], { filingChannel: 'online', digitised: true }),
    ).toEqual([`${standing} open 1`, '2026-03-02 digitised-yes 1', '2026-03-02 filed-online 1']);
  });

  it('that came after 17:00 in London was filed on the ward’s next day', () => {
    expect(ofDossier([['received', '2026-03-02T17:30:00.000Z']])).toContain('2026-03-03 filed-unsaid 1');
  });

  it.each([
    ['2026-03-04T09:00:00.000Z', 'finished-early'],
    ['2026-03-03T02:00:00.000Z', 'finished-on-time'],
    ['2026-03-02T09:00:00.000Z', 'finished-late'],
    [undefined, 'finished-on-time'],
  ])('that was due %s and is done on 3 March is %s', (dueAt, figure) => {
    const tallies = ofDossier(
      [
        ['received', '2026-03-01T02:00:00.000Z'],
        ['completed', '2026-03-03T08:00:00.000Z'],
      ],
      dueAt === undefined ? {} : { dueAt: moment(dueAt) },
    );
    expect(tallies).toContain(`2026-03-03 ${figure} 1`);
    expect(tallies.join()).not.toContain('open');
  });

  it('that was late says whether an apology was written in time, late or never', () => {
    const late = (...apologies: string[]) =>
      ofDossier(
        [
          ['received', '2026-03-01T02:00:00.000Z'],
          ...apologies.map((at): [Status, string] => ['delayed', at]),
          ['completed', '2026-03-05T02:00:00.000Z'],
        ],
        { dueAt: moment('2026-03-03T09:00:00.000Z') },
      ).filter((tally) => tally.includes('apology'));
    expect(late('2026-03-03T08:00:00.000Z')).toEqual(['2026-03-05 late-apology-on-time 1']);
    expect(late('2026-03-04T08:00:00.000Z')).toEqual(['2026-03-05 late-apology-late 1']);
    expect(late()).toEqual(['2026-03-05 late-apology-none 1']);
  });

  it('answered and handed over on the day it was filed counts as same-day, and as five steps in a day', () => {
    const tallies = ofDossier([
      ['received', '2026-03-02T01:00:00.000Z'],
      ['completed', '2026-03-02T03:00:00.000Z'],
      ['returned', '2026-03-02T03:10:00.000Z'],
    ]);
    expect(tallies).toContain('2026-03-02 answered-same-day 1');
    expect(tallies).toContain('2026-03-02 handed-over-same-day 1');
  });

  it('withdrawn on the day it was filed was not answered', () => {
    const tallies = ofDossier([
      ['received', '2026-03-02T01:00:00.000Z'],
      ['withdrawn', '2026-03-02T03:00:00.000Z'],
    ]);
    expect(tallies.filter((tally) => /same-day|with-result/.test(tally))).toEqual([]);
  });

  it('handed to another office is that office’s to count', () => {
    expect(ofDossier([['received', '2026-03-02T01:00:00.000Z']], {}, { movedTo: '00070' } as never)).toEqual(
      [],
    );
  });
});

describe('a message', () => {
  const attempt = { id: 'a', at: moment('2026-03-02T02:00:00.000Z') };

  it('that waitBuckets costs nothing yet', () => {
    expect(ofMessage({ state: 'queued' })).toEqual(['2026-03-02 message-sms-waiting 1']);
  });

  it('that arrived counts its parts, and the minutes from the status to the carrier', () => {
    expect(ofMessage({ state: 'delivered', parts: 2, attempt })).toEqual([
      '2026-03-02 message-sms-reached 1',
      '2026-03-02 parts 2',
      '2026-03-02 wait-5 1',
    ]);
  });

  it('that a carrier refused was paid for by nobody', () => {
    expect(ofMessage({ state: 'failed', attempt })).toEqual(['2026-03-02 message-sms-unreached 1']);
  });

  it('that is read out on the telephone has no parts', () => {
    expect(ofMessage({ channel: 'call-list', state: 'delivered', parts: 0 })).toEqual([
      '2026-03-02 message-call-list-reached 1',
    ]);
  });
});

describe('a journey', () => {
  it('counts its days from the hand-over to the citizen, on the day it arrived', () => {
    const job = anAcceptedJob({
      state: 'delivered',
      reached: {
        'handed-over': moment('2026-03-02T08:00:00.000Z'),
        delivered: moment('2026-03-04T02:00:00.000Z'),
      },
    });
    expect(names(talliesOf({ is: 'journey', job }))).toContain('2026-03-04 post-days-2 1');
  });
});

describe('adding and taking off', () => {
  const aTally = fc.record({
    day: fc.constantFrom(Day.parse('2026-03-02'), Day.parse('2026-03-03')),
    figure: fc.constantFrom('parts' as const, 'open' as const, 'wait-1' as const),
    by: fc.integer({ min: -3, max: 9 }),
  });
  const tallies = fc.array(aTally, { maxLength: 8 });

  it('what was counted and what it takes more make what is counted then', () => {
    fc.assert(
      fc.property(tallies, tallies, (before, after) => {
        expect(addedUp([...before, ...moreCounted(before, after)])).toEqual(addedUp(after));
      }),
    );
  });
});

describe('a month', () => {
  it('that still runs is compared with as many days of the month before, and no more than that has', () => {
    const { days, before } = stretchOf(Month.parse('2026-03'), Day.parse('2026-03-30'));
    expect([days.length, before.length, before.at(-1)]).toEqual([30, 28, '2026-02-28']);
  });

  it('that is over is compared with the whole month before', () => {
    const { days, before } = stretchOf(Month.parse('2026-02'), Day.parse('2026-12-01'));
    expect([days.length, before.length]).toEqual([28, 31]);
  });
});
