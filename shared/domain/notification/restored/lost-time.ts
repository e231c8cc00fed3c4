/**
 * What a store that was brought back from an earlier moment does not know: what left between that moment and the one at which
 * the old street stopped sending. Whatever may have left then is told to nobody a second time by itself.
 */
import { sendableAt, type SendWindow } from '../../calendar/send-window.ts';
import { type HoldBack, tellableAt } from '../../dossier/superseding.ts';
import { Status } from '../../dossier/statuses.ts';
import { Instant } from '../../values/instant.ts';
import type { NotificationChange } from '../lapse.ts';
import { type Notification, occurrenceIn } from '../notification.ts';

/** How the office lets its news out: in which hours, and held back for how long. */
type LetOut = { sendWindow: SendWindow; holdBack: HoldBack };

/** How many characters an instant has. */
const anInstant = 24;

/** Since when it may have been told: when it happened, and for news of a dossier as long after as that is held back. */
const tellableSince = ({ id, happenedAt }: Notification, holdBack: HoldBack): Instant | undefined => {
  const occurrence = occurrenceIn(id);
  const cut = occurrence.indexOf('@');
  const named = Instant.safeParse(occurrence.slice(cut + 1, cut + 1 + anInstant)).data;
  const occurredAt = cut < 0 ? happenedAt : (named ?? happenedAt);
  const status = Status.safeParse(occurrence.slice(0, Math.max(cut, 0))).data;
  return occurredAt !== undefined && status !== undefined
    ? tellableAt(holdBack, { status, occurredAt })
    : occurredAt;
};

/**
 * Whether a text that waits in a store brought back may have left before `lostUntil`, when the old street stopped: one that it
 * held then and that was due by then, or for which there may have been room; or one that is owed since, of something that
 * could be told by then, because its ward reported it again or nobody had decided it yet. What a person ordered to be sent
 * since was judged by a person. Calls wait for people, who see how old they are.
 */
export const mayHaveLeftBy = (
  lostUntil: Instant,
  waiting: Notification,
  { sendWindow, holdBack }: LetOut,
): boolean => {
  const { state, channel, createdAt, dueAt, heldBy, acts = [] } = waiting;
  if (state !== 'queued' || channel === 'call-list') return false;
  if (acts.some(({ what, at }) => what === 'resend' && at > lostUntil)) return false;
  if (createdAt <= lostUntil) return heldBy !== undefined || dueAt <= lostUntil;
  const since = tellableSince(waiting, holdBack);
  return since !== undefined && sendableAt(sendWindow, since) <= lostUntil;
};

/** Why it is in doubt; whoever looks at the list reads it. */
export const becauseBroughtBack = 'store brought back: may have been told';

/** It is in doubt like one whose carrier never answered: a receipt or a person settles it, and nothing sends it by itself. */
export const inDoubt: NotificationChange = {
  happened: 'may-have-left',
  set: { reason: becauseBroughtBack },
  remove: ['heldBy', 'attempt', 'carrier', 'reference'],
};
