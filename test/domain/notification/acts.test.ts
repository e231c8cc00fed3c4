import { describe, expect, it } from 'vitest';
import { hours, type Instant, minutes, plus } from '../../../shared/domain/values/instant.ts';
import { type Notification, notificationStates } from '../../../shared/domain/notification/notification.ts';
import {
  type NotificationActRequest,
  CallMade,
  callsAtMost,
  judgeAct,
  ReasonedAct,
} from '../../../shared/domain/notification/acts.ts';
import { anEvent, now } from '../../support/builders/dossiers.ts';
import { aNotification } from '../../contracts/cost/ward-day.ts';

const sendWindow = { from: '07:00', to: '21:00' };
const today = { now, sendWindow, stale: false, optedOut: false };
const resend: NotificationActRequest = { what: 'resend', reason: 'bà gọi lên hỏi' };
const cancel: NotificationActRequest = { what: 'cancel', reason: 'nhập nhầm' };
const call = (outcome: 'reached' | 'no-answer' | 'wrong-number', note?: string): NotificationActRequest => ({
  what: 'call',
  outcome,
  ...(note !== undefined && { note }),
});
const aText = (given: Partial<Notification> = {}) => aNotification(anEvent(), given);
const aCall = (given: Partial<Notification> = {}) =>
  aText({ channel: 'call-list', to: '02543852101', ...given });
const resentBefore = [{ what: 'resend', by: 'ward-1', at: now, reason: 'x' }] as const;

describe('an officer may', () => {
  it.each(notificationStates)('resend a text that is %s only when it may not have been said', (state) => {
    const judged = judgeAct(aText({ state }), resend, today);
    expect(judged).toEqual(
      ['unknown', 'failed', 'undelivered', 'suppressed'].includes(state)
        ? { happened: 'resend-ordered', dueAt: now, reason: 'bà gọi lên hỏi' }
        : { refused: 'wrong-state' },
    );
  });

  it('resend at night for the morning', () => {
    const night = { ...today, now: '2026-03-02T15:00:00.000Z' as Instant };
    expect(judgeAct(aText({ state: 'unknown' }), resend, night)).toMatchObject({
      dueAt: '2026-03-03T00:00:00.000Z',
    });
  });

  it.each([
    ['a second time', { acts: [...resentBefore] }, {}, 'resent-before'],
    ['what newer word has overtaken', {}, { stale: true }, 'news-overtaken'],
    ['to whoever wants no messages', {}, { optedOut: true }, 'opted-out'],
  ] as const)('not resend %s', (_, notification, known, refused) => {
    const lost = aText({ state: 'unknown', ...notification });
    expect(judgeAct(lost, resend, { ...today, ...known })).toEqual({ refused });
  });

  it.each([
    ['an order to resend that has not left', 'queued', 'resend'],
    ['a text that was cancelled', 'cancelled', 'cancel'],
  ] as const)('give the same order twice and have it once: %s', (_, state, what) => {
    const act = { what, reason: 'bà gọi lên hỏi' };
    const before = { ...act, by: 'ward-1', at: now };
    const text = aText({ state, acts: [before] });
    expect(judgeAct(text, act, today)).toBe('done-before');
    const another = aText({ state, acts: [{ ...before, reason: 'lý do khác' }] });
    expect(judgeAct(another, act, today)).toHaveProperty('refused');
    expect(judgeAct(text, act, { ...today, now: plus(now, minutes(11)) })).toHaveProperty('refused');
  });

  it('take back what waits, a text or a call, and nothing that has left', () => {
    expect(judgeAct(aText(), cancel, today)).toEqual({ happened: 'cancelled', reason: 'nhập nhầm' });
    expect(judgeAct(aCall(), cancel, today)).toMatchObject({ happened: 'cancelled' });
    expect(judgeAct(aText({ state: 'sending' }), cancel, today)).toEqual({ refused: 'wrong-state' });
  });

  it.each([
    [call('reached', 'gặp con gái'), 0, { happened: 'call-answered', reason: 'reached: gặp con gái' }],
    [call('wrong-number'), 0, { happened: 'call-given-up', reason: 'wrong-number' }],
    [
      call('no-answer'),
      0,
      { happened: 'call-unanswered', reason: 'no-answer', dueAt: '2026-03-02T05:15:00.000Z' },
    ],
    [call('no-answer'), callsAtMost - 1, { happened: 'call-given-up', reason: 'no-answer' }],
  ])('note that a call ended as %j after %d others', (act, attempts, judged) => {
    expect(
      judgeAct(aCall({ attempts }), act, { ...today, now: '2026-03-02T02:15:00.000Z' as Instant }),
    ).toEqual(judged);
  });

  it('not note a call about a text, nor resend a call', () => {
    expect(judgeAct(aText(), call('reached'), today)).toEqual({ refused: 'wrong-state' });
    expect(judgeAct(aCall({ state: 'undelivered' }), resend, today)).toEqual({ refused: 'wrong-state' });
  });

  it('do nothing without a word why', () => {
    expect(ReasonedAct.safeParse({ reason: '  ' }).success).toBe(false);
    expect(CallMade.safeParse({ outcome: 'busy' }).success).toBe(false);
  });

  it('note the same call twice and have made one', () => {
    const acts = [{ what: 'call' as const, by: 'ward-1', at: now, reason: 'reached' }];
    const soon = { ...today, now: plus(now, minutes(2)) };
    expect(judgeAct(aCall({ state: 'delivered', acts }), call('reached'), soon)).toBe('done-before');
    const later = { ...today, now: plus(now, minutes(30)) };
    expect(judgeAct(aCall({ state: 'delivered', acts }), call('reached'), later)).toEqual({
      refused: 'wrong-state',
    });
  });

  it('try again after three hours, and not give up on somebody who was at breakfast', () => {
    const acts = [{ what: 'call' as const, by: 'ward-1', at: now, reason: 'no-answer' }];
    const waiting = aCall({ attempts: 2, acts, dueAt: plus(now, hours(3)) });
    const at = (later: number) => ({ ...today, now: plus(now, later) });
    expect(judgeAct(waiting, call('no-answer'), at(minutes(60)))).toEqual({ refused: 'called-lately' });
    expect(judgeAct(waiting, call('reached'), at(minutes(60)))).toMatchObject({ happened: 'call-answered' });
    expect(judgeAct(waiting, call('no-answer'), at(hours(3)))).toMatchObject({ happened: 'call-given-up' });
  });
});
