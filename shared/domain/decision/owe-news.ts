/** What a citizen is owed for a round of a dossier: its words, when, until when, and what becomes of it then. */
import { type Bundle, type Message, spokenForBy } from '../dossier/bundle.ts';
import type { Dossier } from '../dossier/dossier.ts';
import type { Round } from '../dossier/rounds.ts';
import { textOf } from '../dossier/statuses.ts';
import { newsOf } from '../dossier/superseding.ts';
import { sendableAt } from '../calendar/send-window.ts';
import { roomFor } from '../notification/lapse.ts';
import type { Cap } from '../notification/limits.ts';
import type { Notification } from '../notification/notification.ts';
import { owed, type Owing } from '../notification/owed.ts';
import { windowFor } from '../office/consent.ts';
import type { ContactChannel } from '../office/contact-channel.ts';
import { tells } from '../office/ward-settings.ts';
import { dialled } from '../phone/read-phone.ts';
import type { Channel } from '../values/ids.ts';
import { type Instant, plus } from '../values/instant.ts';
import { composeText, type DatedText } from './compose-text.ts';
import type { DecisionContext } from './decision-context.ts';
import { heldUntil } from './held-until.ts';
import type { Ways } from './result-ways.ts';
import type { nameOf } from './told-again.ts';

/** One round of a dossier, and how its citizen is to hear of it. */
export type OwingRound = {
  dossier: Dossier;
  news: Round;
  named: ReturnType<typeof nameOf>;
  by: Exclude<ContactChannel, { silent: unknown }>;
  circumstances: DecisionContext;
  ways: Ways;
  /** Those it was filed with, as they are known by now. */
  bundle?: Bundle | undefined;
  now: Instant;
};

/** When this citizen's phone may ring: in the office's hours, and in their own where they chose some. */
const ringsIn = ({ ward, consents }: DecisionContext) => windowFor(ward.sendWindow, consents);

/** What the citizen is owed by one message, or what kept it from being said. */
export const owe = (
  { dossier, news, named: { cause, occurrence: own }, by, circumstances, ways, bundle, now }: OwingRound,
  { about, ready, alone }: Message,
  notBefore: Instant = now,
): Notification | { because: string } | { tooOld: true } => {
  const { ward } = circumstances;
  const earliest = heldUntil(ward, dossier, news);
  const dueAt = sendableAt(ringsIn(circumstances), earliest > notBefore ? earliest : notBefore);
  const newsUntil = plus(news.occurredAt, newsOf(news.status));
  if (dueAt > newsUntil) return { tooOld: true };
  const purpose = textOf(ready ? 'completed' : news.status, ways.of(about));
  if (purpose === undefined) return { because: `no text speaks of ${news.status}` };
  const together = spokenForBy(bundle, { ready, status: news.status, alone });
  const jobs = ready ? (together?.codes ?? [about]).flatMap((code) => ways.job(code) ?? []) : [];
  const sayBy = (channel: Channel) =>
    composeText({ purpose, about, news, told: dueAt, channel, jobs, together }, dossier, circumstances);
  const said = sayBy(by.channel);
  if (!said.ok) return { because: said.because };
  const called = tells(ward, news.status, 'call-list');
  const aloud = called && by.channel !== 'call-list' ? sayBy('call-list') : undefined;

  const zalo = by.channel === 'sms' && by.zalo && tells(ward, news.status, 'zalo');
  const provider = by.channel === 'sms' ? gatewaysFor(said.provider, zalo) : undefined;
  return owed(
    {
      about: dossier,
      occurrence: about === dossier.code ? own : `${own.replace(news.status, 'completed')}+${about}`,
      cause,
      purpose,
      by,
      said,
      provider,
      dueAt,
      lasts: lastsOf(said, newsUntil, { called, zalo, ...(aloud?.ok && { aloud }) }),
    },
    now,
  );
};

/** Until when a text may be said as it is, and what becomes of it then. */
const lastsOf = (
  { trueUntil, undated }: DatedText,
  newsUntil: Instant,
  { called, zalo, aloud }: { called: boolean; zalo: boolean; aloud?: DatedText },
): NonNullable<Owing['lasts']> => {
  const becomes = called ? 'call' : 'work';
  // One script is kept with each text, the one that stays true: a second would make every write of it dearer.
  const spoken = aloud && { spoken: aloud.undated?.text ?? aloud.text };
  if (trueUntil === undefined || trueUntil >= newsUntil)
    return { goodUntil: newsUntil, lapse: { newsUntil, becomes, ...spoken } };
  // Nobody rings to say a date that is past.
  if (undated === undefined)
    return { goodUntil: trueUntil, lapse: { newsUntil: trueUntil, becomes: 'work' } };
  const { text, parts } = undated;
  const provider = gatewaysFor(undated.provider, zalo);
  const without = { text, parts, ...(provider && { provider }) };
  return { goodUntil: trueUntil, lapse: { newsUntil, becomes, undated: without, ...spoken } };
};

/** Which cap is full, and until when. */
export type Full = { cap: Cap; retryAt: Instant | undefined };

/**
 * The notification that a full cap keeps back: it waits for the next window with room, in the words of that time; where
 * there is none while it is news, somebody rings, or the office sees that nobody is told.
 */
export const hold = (
  owing: OwingRound,
  message: Message,
  full: Notification,
  { cap, retryAt }: Full,
): Notification => {
  const { circumstances, by, now } = owing;
  const reason = `cap: ${cap}`;
  const { newsUntil } = full.lapse!;
  const room = roomFor({ createdAt: now, newsUntil }, retryAt, ringsIn(circumstances), full.dueAt);
  const later = room && owe(owing, message, room);
  if (later !== undefined && 'id' in later) return { ...later, heldBy: cap, reason };
  if (!tells(circumstances.ward, owing.news.status, 'call-list'))
    return { ...full, state: 'suppressed', reason };
  const call = owe({ ...owing, by: { channel: 'call-list', to: dialled(by.to) } }, message);
  return { ...(call as Notification), reason };
};

/** What gateways with registered templates are given; without it a gateway refuses and the next carrier is asked. */
const gatewaysFor = (all: NonNullable<Notification['provider']>, zalo: boolean): Notification['provider'] => {
  const { zalo: byZalo, ...others } = all;
  const given = zalo && byZalo !== undefined ? all : others;
  return Object.keys(given).length > 0 ? given : undefined;
};
