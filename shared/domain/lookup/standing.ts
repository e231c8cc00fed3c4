/** How a dossier stands, as its citizen sees it on a page. Nobody's name, no address and no procedure is in it. */
import { deadlineOf, type Dossier, fact, standingOf } from '../dossier/dossier.ts';
import type { DossierCode } from '../dossier/dossier-code.ts';
import { type Status, statuses } from '../dossier/statuses.ts';
import type { Notification } from '../notification/notification.ts';
import type { SendWindow } from '../calendar/send-window.ts';
import { mayTell, type Consent, windowFor } from '../office/consent.ts';
import { notifiedAs, notifiedPhone } from '../office/contact-channel.ts';
import { defaultReturnPlace, type WardSettings } from '../office/ward-settings.ts';
import type { PickUp } from '../calendar/office-sessions.ts';
import { hoursText, pickUpAt } from '../decision/opening-text.ts';
import type { Instant } from '../values/instant.ts';

/** What the citizen is to do now. */
export type NextStep =
  | 'wait'
  | 'bring-papers'
  | 'pay'
  | 'collect'
  | 'wait-for-post'
  | 'open-online'
  | 'over'
  | 'rate';

/** What was told, when, by which way, and how it ended. `text` is as it left. */
export type Telling = {
  at: Instant;
  channel: Notification['channel'];
  tail: string;
  state: Notification['state'];
  text: string;
};

export type CitizenStanding = {
  code: DossierCode;
  status: Status | undefined;
  since: Instant | undefined;
  next: NextStep;
  /** When the result is promised, as long as none has come; until when the citizen is asked to act. */
  dueAt: Instant | undefined;
  until: Instant | undefined;
  fee: number | undefined;
  /** The next time the counter is open, and the week, where the office has entered it. */
  open: PickUp | undefined;
  week: string | undefined;
  /** As the office names the place; absent: where it was handed in. */
  place: string | undefined;
  hotline: string | undefined;
  inbox: string | undefined;
  told: Telling[];
  /** The last three digits of the phone that is told, and whether it is. */
  phone: { tail: string; told: boolean; mobile: boolean } | undefined;
  /** In which hours it rings, of those of the office. */
  hours: { now: SendWindow; office: SendWindow };
};

const afterStatus = (dossier: Dossier, status: Status | undefined): NextStep => {
  if (status === 'supplement-requested') return 'bring-papers';
  if (status === 'payment-requested') return 'pay';
  if (status === 'returned') return 'rate';
  if (status === undefined || statuses[status].ends === false) return 'wait';
  if (statuses[status].ends === 'without-result') return 'over';
  const way = fact(dossier, 'returnMethod') ?? 'counter';
  return way === 'counter' ? 'collect' : way === 'electronic' ? 'open-online' : 'wait-for-post';
};

/** The digits by which somebody knows their own phone, and nobody else does. */
export const tailOf = (phone: string): string => phone.replaceAll(/\D/g, '').slice(-3);

/** A page is not a log: what was told lately. */
const tellingsShown = 8;

/** What left, or waits to; the words of an answer to a text of the citizen's own are theirs already. */
const tellingsOf = (notifications: readonly Notification[]): Telling[] =>
  notifications
    .filter(({ state }) => state !== 'cancelled')
    .toSorted((a, b) => (a.dueAt < b.dueAt ? 1 : -1))
    .slice(0, tellingsShown)
    .map(({ dueAt, channel, to, state, text, attempt }) => ({
      at: attempt?.at ?? dueAt,
      channel,
      tail: tailOf(to),
      state,
      text,
    }));

export const citizenStanding = (
  dossier: Dossier,
  {
    office,
    counter = office,
    notifications,
    consents,
  }: {
    office: WardSettings;
    /** The office where the result is collected, where that is another one. */
    counter?: WardSettings | undefined;
    notifications: readonly Notification[];
    consents: readonly Consent[];
  },
  now: Instant,
): CitizenStanding => {
  const round = standingOf(dossier);
  const { status, occurredAt: since } = round ?? {};
  const next = afterStatus(dossier, status);
  const promised = status === undefined || statuses[status].ends === false;
  const written = notifiedAs(dossier);
  return {
    code: dossier.code,
    status,
    since,
    next,
    dueAt: promised ? (fact(dossier, 'newDueAt') ?? fact(dossier, 'dueAt')) : undefined,
    until: round && deadlineOf(dossier, round),
    fee: next === 'pay' ? fact(dossier, 'fee') : undefined,
    open: pickUpAt(counter, fact(dossier, 'procedureCode') ?? '', now),
    week: hoursText(counter.officeHours, 'vi'),
    place: counter.returnPlace === defaultReturnPlace ? undefined : counter.returnPlace,
    hotline: office.hotline,
    inbox: office.inbox,
    told: tellingsOf(notifications),
    hours: { now: windowFor(office.sendWindow, consents), office: office.sendWindow },
    phone:
      tailOf(written) === ''
        ? undefined
        : {
            tail: tailOf(written),
            told: mayTell(consents, 'sms', 'status').may,
            mobile: notifiedPhone(dossier) !== undefined,
          },
  };
};
