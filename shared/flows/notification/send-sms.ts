import { type Instant, plus, type Clock } from '../../domain/values/instant.ts';
import { type Attempt, type NotificationState, ownerOf } from '../../domain/notification/notification.ts';
import { lapsed } from '../../domain/notification/lapse.ts';
import { inDoubt, mayHaveLeftBy } from '../../domain/notification/restored/lost-time.ts';
import { busyFor, nextTry } from '../../domain/notification/pace/patience.ts';
import type { Turns } from './at-the-rate.ts';
import { measureSms } from '../../domain/text/parts.ts';
import { sendableAt } from '../../domain/calendar/send-window.ts';
import { playTestNumber } from '../../domain/notification/played-carrier.ts';
import type { NotificationId, NewId } from '../../domain/values/ids.ts';
import { type Carrier, isOursToMend, untilMended, wasTooFast } from '../../domain/notification/carrier.ts';
import type { Claim, Notifications } from '../../domain/notification/notifications.ts';
import type { SettingsStore } from '../../domain/office/ward-settings.ts';

/** What became of one ring of the doorbell. */
export type SendOutcome =
  | { is: 'accepted' | 'refused' | 'busy' | 'unknown'; reason?: string; parts: number; toMend?: string }
  | { is: 'not-ours'; state?: NotificationState }
  | { is: 'postponed' }
  /** The store was brought back, and it may have left before that. */
  | { is: 'may-have-left' }
  /** It waited until it was no news: a call, or the office's matter. */
  | { is: 'lapsed'; reason: string }
  | { is: 'no-time' };

/**
 * Takes one notification to its carrier by the send protocol: claim, send once, record. No SMS interface takes an
 * idempotency key, so what may have gone out is never sent again by itself; it is named `unknown`.
 *
 * A test number is played here, in front of whatever carriers there are, so that none of them ever sees one.
 *
 * A queue may be long and a carrier busy: the send window is looked at once more, right before, and so is whether the
 * text is still true. What fails for a reason of ours waits as long as it is news.
 *
 * `timeLeft` says whether a claim still makes sense: a claim without time to send and record would only make doubt.
 */
export const sendSms =
  (ports: {
    notifications: Notifications;
    settings: SettingsStore;
    carrier: Carrier;
    clock: Clock;
    newId: NewId;
    /** Without them it sends as fast as it is asked to. */
    turns?: Turns;
    /** Until when an older street sent what the store, since it was brought back, knows nothing of. */
    lostUntil?: Instant | undefined;
  }) =>
  async (id: NotificationId, timeLeft: () => boolean = () => true): Promise<SendOutcome> => {
    const { notifications, carrier, clock, newId, lostUntil } = ports;
    if (!timeLeft()) return { is: 'no-time' };

    const settings = await ports.settings.of(ownerOf(id).ward);
    const { sendWindow } = settings;
    if (lostUntil !== undefined) {
      const seen = await notifications.asNow(id);
      if (seen && mayHaveLeftBy(lostUntil, seen, settings)) {
        await notifications.changed(id, inDoubt);
        return { is: 'may-have-left' };
      }
    }
    await ports.turns?.next();
    if (!timeLeft()) return { is: 'no-time' };
    const now = clock();
    const sendable = sendableAt(sendWindow, now);
    if (sendable > now) {
      await notifications.postponed(id, sendable);
      return { is: 'postponed' };
    }

    const attempt = { id: newId(), at: now };
    const claim = await claimGood(notifications, id, attempt);
    if (claim.is !== 'ours') return claim;

    const {
      to,
      text,
      parts,
      createdAt,
      releasedAt = createdAt,
      attempts,
      template,
      provider,
    } = claim.notification;
    const said = {
      text,
      encoding: measureSms(text).encoding,
      parts,
      template,
      ...(provider && { provider }),
    };
    const played = playTestNumber(to, { attempt: attempt.id, attempts });
    if (!played) ports.turns?.began();
    const handover =
      played?.handover ?? (await carrier.take({ to, ...said, attempt: attempt.id, notification: id }));
    const tooFast = !played && wasTooFast(handover);
    if (!played) ports.turns?.went(tooFast);
    const known = { parts, ...(handover.toMend !== undefined && { toMend: handover.toMend }) };
    switch (handover.outcome) {
      case 'accepted': {
        const { reference, carrier: name = carrier.name } = handover;
        await notifications.accepted(id, attempt, name, reference);
        if (played?.receipt) {
          const about = { carrier: name, reference, detail: 'test-number', takenAt: now };
          await notifications.settled(id, { ...about, outcome: played.receipt });
        }
        return { is: 'accepted', ...known };
      }
      case 'refused':
      case 'busy': {
        const { reason } = handover;
        const ours = isOursToMend(handover);
        const again = sendableAt(sendWindow, nextTry(clock(), { id: attempt.id, attempts }, handover));
        const isTooLong = !ours && again > plus(releasedAt, busyFor);
        if (isTooLong || (handover.outcome === 'refused' && !ours)) {
          const why = handover.outcome === 'busy' ? `busy-for-a-day: ${reason}` : reason;
          await notifications.refused(id, attempt, why);
          return { is: 'refused', reason, ...known };
        }
        await notifications.notTaken(id, attempt, again, ours ? untilMended(reason) : reason, {
          counts: !tooFast,
        });
        return { is: 'busy', reason, ...known };
      }
      case 'unknown':
        await notifications.doubted(id, attempt, handover.reason);
        return { is: 'unknown', reason: handover.reason, ...known };
    }
  };

/** Claims it as it is, or in words without the date that is past; what is no news any more is called out or shown. */
const claimGood = async (
  notifications: Notifications,
  id: NotificationId,
  attempt: Attempt,
): Promise<Extract<Claim, { is: 'ours' }> | Exclude<SendOutcome, { parts: number }>> => {
  const claim = await notifications.claim(id, attempt);
  if (claim.is === 'ours' || claim.lapsed === undefined) return claim;
  const change = lapsed(claim.lapsed, attempt.at)!;
  const moved = await notifications.changed(id, change);
  if (change.happened !== 'reworded') return { is: 'lapsed', reason: change.happened };
  return moved === 'moved' ? claimGood(notifications, id, attempt) : { is: 'not-ours', state: 'queued' };
};
