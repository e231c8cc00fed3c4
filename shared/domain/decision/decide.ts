import { bundleNewsOf, bundleOf, joined, type Message } from '../dossier/bundle.ts';
import { decideJourney, jobsAfter } from './decide-journey.ts';
import { waysOf } from './result-ways.ts';
import type { DecisionContext } from './decision-context.ts';
import { type Decision, type Silence, refundUnsent } from './decision.ts';
import { absorb } from '../dossier/absorb.ts';
import { type Dossier, knows } from '../dossier/dossier.ts';
import { withTold } from '../dossier/tellings.ts';
import type { Instant } from '../values/instant.ts';
import { type Cap, spend } from '../notification/limits.ts';
import type { Notification } from '../notification/notification.ts';
import type { E164 } from '../phone/read-phone.ts';
import { contactChannelOf } from '../office/contact-channel.ts';
import { markedAtOnce } from '../office/counter/offers.ts';
import type { AcceptedEvent } from '../dossier/event/status-event.ts';
import { asksForNothing } from '../dossier/standing/standing-words.ts';
import { type Full, hold, owe } from './owe-news.ts';
import { saidElsewhere } from './put-right/move-away.ts';
import { withSpoken, retold } from './spoken-together.ts';
import { settleTold, waitsBy } from './put-right/settle-told.ts';
import { apologyFor, isOwedAnApology } from './put-right/take-back.ts';
import { askedOf, nameOf, toldBy } from './told-again.ts';
import { toldWrongly, whatToTell } from './what-to-tell.ts';

/**
 * Decides what one event means. It speaks of the newest status the dossier is known to have, whichever event
 * brought the last missing piece: so events that come late, twice or out of order end in the same dossier, and the
 * citizen is told the newest status once and never an older one after it.
 */
export const decide = (
  event: AcceptedEvent,
  before: Dossier | undefined,
  circumstances: DecisionContext,
  now: Instant,
): Decision => {
  const waits = waitsBy(circumstances.queued, now);
  const { ward } = circumstances;
  const known = settleTold(before, absorb(before, event), now, { waits, voids: event.voids });
  const settled = saidElsewhere({ ...known, dossier: markedAtOnce(known.dossier, ward.offers) }, waits);
  const { dossier, overtaken } = settled;
  const own = bundleOf(dossier);
  const bundle = own && joined(circumstances.bundle ?? { ...own, members: [] }, dossier);
  const isKnown = before !== undefined && knows(before, event.eventId);
  const journey = isKnown ? { steps: [] } : decideJourney(before, dossier, circumstances.post, now, event);
  const ways = waysOf(dossier, jobsAfter(circumstances.post?.jobs ?? [], journey), bundle);
  const by = contactChannelOf(dossier, circumstances.consents);
  const channel = 'silent' in by ? 'sms' : by.channel;
  const asked = { before, event, settled, ward, now, by: channel, waits, way: ways.unsaid(journey.job) };
  const { tellings: all, silent: unsaid = 'already-told' } = whatToTell(asked);
  const corrects = toldWrongly(asked, all);
  const heard = {
    eventId: event.eventId,
    dossier,
    overtaken,
    ...(bundle && { bundle }),
    ...(journey.dispatch && { dispatch: journey.dispatch }),
    ...(journey.steps.length > 0 && { steps: journey.steps }),
    ...(corrects.length > 0 && { corrects }),
    ...(event.warnings?.length && { warned: true as const }),
    ...(event.act && { waited: before?.told.filter(waits).map(({ id }) => id) ?? [] }),
  };
  const silence = (silent: Silence, because?: string): Decision => ({
    ...heard,
    notifications: [],
    silent,
    ...(because !== undefined && { because }),
  });
  if (isKnown) return silence('already-decided');

  if (dossier.movedTo !== undefined) return silence('moved');
  // Whoever takes an event back without an act of the office tells the citizen in words of their own.
  if (event.voids !== undefined && event.act === undefined) return silence('not-worth-telling');
  const replaced = all.flatMap(({ replaces }) => replaces.map(({ id }) => id));
  const free = all.filter(({ facts, news }) => asksForNothing(facts, news));
  const tellings = all.filter((telling) => !free.includes(telling));
  const isWaived = free.some(({ replaces }) => replaces.some((one) => !waits(one)));
  const sorry = isWaived || isOwedAnApology(settled, event, waits);
  if (free.length > 0 && !isWaived)
    return { ...silence('nothing-to-pay'), overtaken: [...overtaken, ...replaced] };
  if (tellings.length === 0 && !sorry) return silence(unsaid);

  const families = tellings.map((telling) =>
    telling.messages.length > 0
      ? retold(telling, dossier, bundle, waits)
      : bundleNewsOf(dossier, telling.news, circumstances.bundle),
  );
  const quiet = families.find((family) => family !== undefined && 'silent' in family);
  if (quiet !== undefined && 'silent' in quiet) return silence(quiet.silent);
  if ('silent' in by) return silence(by.silent, by.because);

  const apology = sorry ? [apologyFor(dossier, event, by, circumstances, now)] : [];
  const news = tellings.flatMap((telling, index) => {
    const { news: round, facts } = telling;
    const itself = [{ about: dossier.code, ready: round.status === 'completed' }];
    const named = nameOf(dossier, event, telling);
    const owing = { dossier: facts, news: round, named, by, circumstances, ways, bundle, now };
    const way = round.status === 'completed' ? ways.of(dossier.code) : undefined;
    return ((families[index] as Message[] | undefined) ?? itself).map((message) => ({
      occurrence: named.occurrence,
      as: askedOf(facts, round.status),
      ...(way !== undefined && { way }),
      said: owe(owing, message),
      held: (full: Notification, cap: Full) => hold(owing, message, full, cap),
    }));
  });
  const each = [...apology, ...news].filter(({ said }) => !('tooOld' in said));
  if (each.length === 0) return silence('too-old-to-tell');
  const unsayable = each.map(({ said }) => said).find((one) => 'because' in one);
  if (unsayable !== undefined) return silence('text-not-sayable', unsayable.because);
  const telling = each.map(({ said }) => said as Notification);
  const said = tellings.map(({ news: round }, index) => ({
    news: round,
    messages: (families[index] as Message[] | undefined) ?? [],
  }));
  const spoken = withSpoken(bundle, dossier, said);
  const told = {
    ...heard,
    ...(spoken && { bundle: spoken }),
    overtaken: [...new Set([...overtaken, ...replaced])],
  };
  const remember = (notifications: Notification[]): Dossier =>
    withTold(dossier, toldBy(notifications, each), replaced);
  return by.channel === 'sms'
    ? charged(told, telling, by.to, remember, {
        ...circumstances,
        spent: refundUnsent(circumstances.spent, before, told, by.to, now),
        hold: (index, cap, retryAt) => each[index]!.held(telling[index]!, { cap, retryAt }),
      })
    : { ...told, dossier: remember(telling), notifications: telling };
};

/** The decision with its parts counted; `hold` says what becomes of what a cap does not let through. */
const charged = (
  known: Pick<Decision, 'eventId' | 'dossier' | 'overtaken' | 'bundle' | 'corrects'>,
  telling: Notification[],
  phone: E164,
  remember: (notifications: Notification[]) => Dossier,
  {
    ward,
    spent,
    hold: kept,
  }: Pick<DecisionContext, 'ward' | 'spent'> & {
    hold: (index: number, cap: Cap, retryAt: Instant | undefined) => Notification;
  },
): Decision => {
  let counters = spent;
  const crossed: NonNullable<Decision['spent']>['crossed'] = [];
  const notifications = telling.map((notification, index): Notification => {
    const spending = spend(counters, ward.limits, { parts: notification.parts, at: notification.dueAt });
    if (!spending.ok) return kept(index, spending.cap, spending.retryAt);
    counters = spending.counters;
    crossed.push(...spending.crossed);
    return notification;
  });
  return {
    ...known,
    dossier: remember(notifications),
    notifications,
    ...(counters !== spent &&
      counters['phone-day'] !== undefined && {
        spent: { phone: { ward: ward.ward, phone, day: counters['phone-day'] }, ward: counters, crossed },
      }),
  };
};
