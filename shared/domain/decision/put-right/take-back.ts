/** What a citizen is told when something that they were told turns out never to have been true. */
import { type Dossier, fact } from '../../dossier/dossier.ts';
import type { AcceptedEvent } from '../../dossier/event/status-event.ts';
import { owed } from '../../notification/owed.ts';
import { heldBack } from '../../notification/lapse.ts';
import type { Notification } from '../../notification/notification.ts';
import { composeByTemplate } from '../../office/compose-by-template.ts';
import type { ContactChannel } from '../../office/contact-channel.ts';
import { sendableAt } from '../../calendar/send-window.ts';
import { days, type Instant, plus } from '../../values/instant.ts';
import type { Channel } from '../../values/ids.ts';
import { shortMark } from '../../values/writing/short-mark.ts';
import type { DecisionContext } from '../decision-context.ts';
import type { Full } from '../owe-news.ts';
import type { Settled, Waits } from './settle-told.ts';
import { standingWords } from '../../dossier/standing/standing-words.ts';

/** Whether this act takes back what has left: then it is owed one text of apology, however often it was told. */
export const isOwedAnApology = ({ untrue }: Settled, { act }: AcceptedEvent, waits: Waits): boolean =>
  act !== undefined && act.silently !== true && untrue.some((one) => !waits(one));

/** A mistake is better taken back late than never; after that somebody rings. */
const owedFor = days(3);

type Apology = {
  occurrence: string;
  as: string;
  said: Notification | { because: string };
  held: (full: Notification, by: Full) => Notification;
};

/** The one text of apology: that the last word was a mistake, and how the dossier really stands. */
export const apologyFor = (
  dossier: Dossier,
  { eventId, occurredAt }: AcceptedEvent,
  by: Exclude<ContactChannel, { silent: unknown }>,
  { ward, templates }: DecisionContext,
  now: Instant,
): Apology => {
  const occurrence = `taken-back@${occurredAt}.${shortMark(eventId)}`;
  const { office, hotline, sendWindow } = ward;
  const purpose = 'taken-back';
  const values = { office, hotline, code: dossier.code, status: standingWords(dossier) };
  const language = fact(dossier, 'applicant')?.language ?? 'vi';
  const sayBy = (channel: Channel) =>
    composeByTemplate(ward, templates, { purpose, language, channel }, values);
  const said = sayBy(by.channel);
  const aloud = sayBy('call-list');
  const newsUntil = plus(now, owedFor);
  const held: Apology['held'] = (full, limit) => heldBack(full, limit, sendWindow, full.dueAt);
  if (!said.ok) return { occurrence, as: '', said: { because: said.because }, held };
  const { provider } = said;
  const spoken = aloud.ok && { spoken: aloud.text };
  const lapse = { newsUntil, becomes: 'call' as const, ...spoken };
  const lasts = { goodUntil: newsUntil, lapse };
  const dueAt = sendableAt(sendWindow, now);
  const owing = { about: dossier, occurrence, cause: eventId, purpose, by, said, provider, dueAt, lasts };
  return { occurrence, as: '', said: owed(owing, now), held };
};
