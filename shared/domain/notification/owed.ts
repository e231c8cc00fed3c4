import type { DossierCode } from '../dossier/dossier-code.ts';
import type { Instant } from '../values/instant.ts';
import { type Lapse, type Notification, notificationId } from './notification.ts';
import type { Ward } from '../values/ward.ts';
import type { Channel, EventId } from '../values/ids.ts';

/** What somebody is to be told, and how. */
export type Owing = {
  about: { ward: Ward; code: DossierCode };
  /** What happened, by name: it is told once by each channel. */
  occurrence: string;
  cause: EventId;
  purpose: string;
  by: { channel: Channel; to: string };
  said: Pick<Notification, 'text' | 'parts' | 'template'>;
  /** What gateways that send only registered templates are given. */
  provider?: Notification['provider'] | undefined;
  /** When it happened, where its name does not say so. */
  happenedAt?: Instant;
  /** Not before this instant. */
  dueAt: Instant;
  /** Until when it may be said as it is, and what becomes of it then. */
  lasts?: { goodUntil: Instant; lapse: Lapse };
};

/** The notification that is owed from now on: every one is made here. A call is read out and costs no parts. */
export const owed = (
  {
    about: { ward, code },
    occurrence,
    cause,
    purpose,
    by: { channel, to },
    said,
    provider,
    happenedAt,
    dueAt,
    lasts,
  }: Owing,
  now: Instant,
): Notification => ({
  id: notificationId({ ward, code }, occurrence, channel),
  ward,
  dossierCode: code,
  channel,
  cause,
  purpose,
  to,
  text: said.text,
  parts: channel === 'call-list' ? 0 : said.parts,
  template: said.template,
  ...(provider && { provider }),
  createdAt: now,
  ...(happenedAt && { happenedAt }),
  dueAt,
  // A call waits for a person, who sees how old it is.
  ...(channel !== 'call-list' && lasts),
  state: 'queued',
  attempts: 0,
});
