import { bundleNewsOf, bundleOf, joined } from '../dossier/bundle.ts';
import { decideJourney, jobsAfter } from './decide-journey.ts';
import { waysOf } from './result-ways.ts';
import type { DecisionContext } from './decision-context.ts';
import { type Decision, type Silence, refundUnsent } from './decision.ts';
import { absorb, type Dossier, knows, withTold } from '../dossier/dossier.ts';
import { latestNewsOf, newlySuperseded } from './latest-news.ts';
import type { Instant } from '../values/instant.ts';
import { type Cap, spend } from '../notification/limits.ts';
import type { Notification } from '../notification/notification.ts';
import type { E164 } from '../phone/read-phone.ts';
import { contactChannelOf } from '../office/contact-channel.ts';
import type { AcceptedEvent } from '../dossier/event/status-event.ts';
import { asksForNothing, hold, owe } from './owe-news.ts';
import { nameOf, toldBy } from './told-again.ts';

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
  const dossier = absorb(before, event);
  const overtaken = newlySuperseded(before, dossier, now);
  const own = bundleOf(dossier);
  const bundle = own && joined(circumstances.bundle ?? { ...own, members: [] }, dossier);
  const isKnown = before !== undefined && knows(before, event.eventId);
  const journey = isKnown ? { steps: [] } : decideJourney(before, dossier, circumstances.post, now);
  const known = {
    eventId: event.eventId,
    dossier,
    overtaken,
    ...(bundle && { bundle }),
    ...(journey.dispatch && { dispatch: journey.dispatch }),
    ...(journey.steps.length > 0 && { steps: journey.steps }),
  };
  const silence = (silent: Silence, because?: string): Decision => ({
    ...known,
    notifications: [],
    silent,
    ...(because !== undefined && { because }),
  });
  if (isKnown) return silence('already-decided');

  // Whoever takes an event back tells the citizen in words of their own.
  if (event.voids !== undefined) return silence('not-worth-telling');
  const by = contactChannelOf(dossier, circumstances.consents);
  const channel = 'silent' in by ? 'sms' : by.channel;
  const jobs = jobsAfter(circumstances.post?.jobs ?? [], journey);
  const ways = waysOf(dossier, jobs, bundle);
  const way = ways.unsaid(journey.job);
  const headline = latestNewsOf(before, dossier, event, circumstances.ward, now, channel, way);
  if ('silent' in headline) return silence(headline.silent);
  const { news, replaces } = headline;
  if (asksForNothing(dossier, news))
    return { ...silence('nothing-to-pay'), overtaken: [...overtaken, ...replaces.map(({ id }) => id)] };
  const family = bundleNewsOf(dossier, news, circumstances.bundle);
  if (family !== undefined && 'silent' in family) return silence(family.silent);

  if ('silent' in by) return silence(by.silent, by.because);

  const messages = family ?? [{ about: dossier.code, ready: news.status === 'completed' }];
  const named = nameOf(dossier, event, headline);
  const owing = { dossier, news, named, by, circumstances, ways, now };
  const each = messages.map((message) => owe(owing, message));
  if (each.some((one) => 'tooOld' in one)) return silence('too-old-to-tell');
  const unsayable = each.find((one) => 'because' in one);
  if (unsayable !== undefined) return silence('text-not-sayable', unsayable.because);
  const telling = each as Notification[];
  const replaced = replaces.map(({ id }) => id);
  const told = { ...known, overtaken: [...new Set([...overtaken, ...replaced])] };
  const remember = (notifications: Notification[]): Dossier =>
    withTold(
      dossier,
      toldBy(
        notifications,
        named.occurrence,
        news.status === 'completed' ? ways.of(dossier.code) : undefined,
      ),
      replaced,
    );
  return by.channel === 'sms'
    ? charged(told, telling, by.to, remember, {
        ...circumstances,
        spent: refundUnsent(circumstances.spent, before, told, by.to, now),
        hold: (index, cap, retryAt) => hold(owing, messages[index]!, telling[index]!, { cap, retryAt }),
      })
    : { ...told, dossier: remember(telling), notifications: telling };
};

/** The decision with its parts counted; `hold` says what becomes of what a cap does not let through. */
const charged = (
  known: Pick<Decision, 'eventId' | 'dossier' | 'overtaken' | 'bundle'>,
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
