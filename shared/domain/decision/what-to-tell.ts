/** Which rounds of a dossier are told now: its newest news, and older words that still wait and no longer hold. */
import type { Message } from '../dossier/bundle.ts';
import type { Dossier, Told } from '../dossier/dossier.ts';
import { tellingsIn, tellingsOf } from '../dossier/tellings.ts';
import { occurrenceOf, type Round, roundsOf } from '../dossier/rounds.ts';
import type { AcceptedEvent } from '../dossier/event/status-event.ts';
import type { ResultWay } from '../dossier/statuses.ts';
import { stillWorthSending } from '../dossier/superseding.ts';
import { type ToldBy, tells, type WardSettings } from '../office/ward-settings.ts';
import type { Instant } from '../values/instant.ts';
import type { NotificationId } from '../values/ids.ts';
import type { Silence } from './decision.ts';
import { latestNewsOf } from './latest-news.ts';
import { outOfDate } from './told-again.ts';
import type { Settled, Waits } from './put-right/settle-told.ts';

/** A round to be told, with the facts that it speaks of. */
type Telling = {
  news: Round;
  facts: Dossier;
  /** What told it before and no longer holds. */
  replaces: Told[];
  /** In which messages it was told, if it was. */
  messages: Message[];
};

/** The dossier without the dates and sums that reports of other, later statuses named: they are not this round's. */
const asOf = (dossier: Dossier, { status, order }: Round): Dossier => {
  const others = new Set(
    dossier.steps.filter((step) => step.order > order && step.status !== status).map((step) => step.order),
  );
  const { dueAt, newDueAt, fee, ...facts } = dossier.facts;
  const own = Object.entries({ dueAt, newDueAt, fee }).filter(([, one]) => one && !others.has(one.by));
  return { ...dossier, facts: { ...facts, ...Object.fromEntries(own) } };
};

/** The messages by which a round was told before, so that whoever hears it again hears as much. */
const messagesIn = (told: readonly Told[], { code }: Dossier, { status }: Round): Message[] => {
  const abouts = told.map(({ occurrence }) => occurrence.split('+')[1]);
  return [...new Set(abouts)].map((about = code) => ({
    about: about as Message['about'],
    ready: about !== code || status === 'completed',
  }));
};

type Asked = {
  before: Dossier | undefined;
  event: AcceptedEvent;
  settled: Settled;
  ward: WardSettings;
  now: Instant;
  by: ToldBy;
  waits: Waits;
  /** How a result reaches the citizen as things are arranged now, where that is still to be said. */
  way?: ResultWay | undefined;
};

const newestToTell = (asked: Asked): { news: Round; replaces: Told[] } | { silent: Silence } => {
  const { before, event, settled, ward, now } = asked;
  const newest = latestNewsOf(before, settled.dossier, event, ward, now, asked);
  if (event.voids === undefined || 'silent' in newest) return newest;
  // What was never told before is no news because something else was a mistake.
  const toldBefore = tellingsOf(settled.dossier, occurrenceOf(newest.news)).length > 0;
  return toldBefore ? newest : { silent: 'not-worth-telling' };
};

/** Tells what is to be told now, newest first; why nothing, where it is nothing. */
export const whatToTell = (asked: Asked): { tellings: Telling[]; silent?: Silence } => {
  const { before, event, settled, ward, by, waits } = asked;
  const { dossier, astray } = settled;
  const rounds = roundsOf(dossier.steps);
  const toldOf = tellingsIn(dossier);
  const newest = newestToTell(asked);
  const first = 'silent' in newest ? [] : [newest];

  const waiting = rounds.flatMap((news): { news: Round; replaces: Told[] }[] => {
    if (first.some((one) => one.news.eventId === news.eventId)) return [];
    if (!stillWorthSending(news, rounds) || !tells(ward, news.status, by)) return [];
    const told = toldOf(occurrenceOf(news));
    const standing = told.filter(({ replaced }) => replaced === undefined);
    const lost =
      standing.length === 0 && told.some(({ id }) => astray.some((one) => one.id === id && waits(one)));
    const follows = standing.length > 0 && standing.every(waits);
    const replaces = follows
      ? outOfDate(before, dossier, news, event, { standing, waits, by, isNewest: false })
      : [];
    return lost || replaces.length > 0 ? [{ news, replaces }] : [];
  });
  const tellings = [...first, ...waiting.toReversed()].map(({ news, replaces }) => ({
    news,
    facts: first.some((one) => one.news === news) ? dossier : asOf(dossier, news),
    replaces,
    messages: messagesIn(toldOf(occurrenceOf(news)), dossier, news),
  }));
  return { tellings, ...('silent' in newest && { silent: newest.silent }) };
};

/**
 * What left and was wrong: told right now, or where somebody of the office corrected it. A phone that changes with newer
 * news was not wrong before, and neither was the word to ring about the delivery once that is arranged.
 */
export const toldWrongly = (
  { event, settled: { dossier, astray }, waits }: Asked,
  tellings: readonly Telling[],
): NotificationId[] => {
  const retold = tellings.flatMap(({ news }) => tellingsOf(dossier, occurrenceOf(news)).map(({ id }) => id));
  const wrong = [
    ...astray.filter(({ id }) => event.act !== undefined || retold.includes(id)),
    ...tellings.flatMap(({ replaces }) => replaces).filter(({ way }) => way !== 'ring'),
  ];
  return wrong.filter((one) => !waits(one)).map(({ id }) => id);
};
