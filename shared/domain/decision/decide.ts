import { bundleNewsOf, bundleOf, joined, type Message } from '../dossier/bundle.ts';
import { decideJourney, jobsAfter } from './decide-journey.ts';
import { type Ways, waysOf } from './result-ways.ts';
import type { DecisionContext } from './decision-context.ts';
import { type Decision, type Silence, refundUnsent } from './decision.ts';
import { absorb, type Dossier, knows, withTold } from '../dossier/dossier.ts';
import { latestNewsOf, newlySuperseded } from './latest-news.ts';
import type { Instant } from '../values/instant.ts';
import { spend } from '../notification/limits.ts';
import { keptBack, type Notification } from '../notification/notification.ts';
import { owed } from '../notification/owed.ts';
import type { E164 } from '../phone/read-phone.ts';
import { type ContactChannel, contactChannelOf } from '../office/contact-channel.ts';
import type { Round } from '../dossier/rounds.ts';
import { composeText } from './compose-text.ts';
import { sendableAt } from '../calendar/send-window.ts';
import type { AcceptedEvent } from '../dossier/event/status-event.ts';
import { textOf } from '../dossier/statuses.ts';
import { nameOf, toldBy } from './told-again.ts';
import { tells } from '../office/ward-settings.ts';
import { tellableAt } from '../dossier/superseding.ts';

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
  const family = bundleNewsOf(dossier, news, circumstances.bundle);
  if (family !== undefined && 'silent' in family) return silence(family.silent);

  if ('silent' in by) return silence(by.silent, by.because);

  const messages = family ?? [{ about: dossier.code, ready: news.status === 'completed' }];
  const named = nameOf(dossier, event, headline);
  const each = messages.map((message) =>
    owe(dossier, news, named, message, by, { ...circumstances, ways }, now),
  );
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
      })
    : { ...told, dossier: remember(telling), notifications: telling };
};

/** What the citizen is owed by one message, or the fields that kept it from being said. */
const owe = (
  dossier: Dossier,
  news: Round,
  { cause, occurrence: own }: ReturnType<typeof nameOf>,
  { about, ready }: Message,
  by: Exclude<ContactChannel, { silent: unknown }>,
  circumstances: DecisionContext & { ways: Ways },
  now: Instant,
): Notification | { because: string } => {
  const { ward } = circumstances;
  const earliest = tellableAt(ward.holdBack, news);
  const dueAt = sendableAt(ward.sendWindow, earliest > now ? earliest : now);
  const { ways } = circumstances;
  const purpose = textOf(ready ? 'completed' : news.status, ways.of(about));
  if (purpose === undefined) return { because: `no text speaks of ${news.status}` };
  const said = composeText(
    purpose,
    about,
    dossier,
    circumstances,
    dueAt,
    ready ? ways.job(about) : undefined,
  );
  if (!said.ok) return { because: said.because };

  const provider =
    by.channel === 'sms'
      ? gatewaysFor(said.provider, by.zalo && tells(ward, news.status, 'zalo'))
      : undefined;
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
    },
    now,
  );
};

/** What gateways with registered templates are given; without it a gateway refuses and the next carrier is asked. */
const gatewaysFor = (all: NonNullable<Notification['provider']>, zalo: boolean): Notification['provider'] => {
  const { zalo: byZalo, ...others } = all;
  const given = zalo && byZalo !== undefined ? all : others;
  return Object.keys(given).length > 0 ? given : undefined;
};

/** The decision with its parts counted: what a cap does not let through is suppressed and says so. */
const charged = (
  known: Pick<Decision, 'eventId' | 'dossier' | 'overtaken' | 'bundle'>,
  telling: Notification[],
  phone: E164,
  remember: (notifications: Notification[]) => Dossier,
  { ward, spent }: DecisionContext,
): Decision => {
  let counters = spent;
  const crossed: NonNullable<Decision['spent']>['crossed'] = [];
  const notifications = telling.map((notification): Notification => {
    const spending = spend(counters, ward.limits, { parts: notification.parts, at: notification.dueAt });
    if (!spending.ok) return keptBack(notification, spending.cap);
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
