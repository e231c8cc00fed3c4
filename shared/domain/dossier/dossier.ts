import type { DossierCode } from './dossier-code.ts';
import { fitsTheRule } from './dossier-code.ts';
import type { Instant } from '../values/instant.ts';
import type { Privacy } from '../values/privacy.ts';
import { type Round, roundsOf, type Step, withoutRepeats } from './rounds.ts';
import { newest, newestOfEach, type Latest } from './latest-fact.ts';
import type { ResultWay } from './statuses.ts';
import { type AcceptedEvent, orderOf, type StatusEvent } from './event/status-event.ts';
import { statuses } from './statuses.ts';
import type { Ward } from '../values/ward.ts';
import type { NotificationId, EventId } from '../values/ids.ts';

const factNames = [
  'procedureCode',
  'procedureName',
  'applicant',
  'onBehalf',
  'dueAt',
  'newDueAt',
  'reason',
  'fee',
  'receivedBy',
  'decidedBy',
  'returnedBy',
  'returnMethod',
  'deliveryAddress',
  'bundle',
  'personEvent',
  'filingChannel',
  'digitised',
] as const satisfies readonly (keyof StatusEvent)[];
type FactName = (typeof factNames)[number];

export type Facts = { [Name in FactName]?: Latest<NonNullable<StatusEvent[Name]>> };

/** How many steps, and acts of people, a dossier remembers, the newest ones: far more than any procedure has. */
const stepsRemembered = 40;

/** One administrative procedure of one applicant (hồ sơ), as far as its events have told us. */
export type Dossier = {
  ward: Ward;
  code: DossierCode;
  /** Whether the code has a form that the rules or practice know; if not, a person should look at it. */
  codeFits: boolean;
  facts: Facts;
  /** Until when the citizen has to act: `dueAt` of an event that asks for something. It promises no result. */
  askedUntil?: Latest<Instant>;
  /** Oldest first. */
  steps: Step[];
  /** What the citizen has been told, or is about to be. */
  told: Told[];
  /** The occasions for letters that have been decided, whatever they came to. */
  lettersDecided?: string[];
  /** Events that were taken back; they are no steps, whenever they come. */
  voided?: EventId[];
  /** What people of the office did to it, oldest first. */
  acts?: EventId[];
  /** The office that has it now, and the one it came from: whoever has it tells, the other is silent. */
  movedTo?: Ward;
  movedFrom?: Ward;
};

export const dossierPrivacy = {
  ward: 'open',
  code: 'open',
  codeFits: 'open',
  facts: 'personal',
  askedUntil: 'open',
  steps: 'open',
  told: 'personal',
  lettersDecided: 'open',
  voided: 'open',
  acts: 'open',
  movedTo: 'open',
  movedFrom: 'open',
} as const satisfies Privacy<Dossier>;

/** An occurrence (see `occurrenceOf`) that is told, by which notification, not before when, counted as how many parts. */
export type Told = {
  occurrence: string;
  id: NotificationId;
  /** The phone, as it was dialled. */
  to: string;
  /** A mark of what it asked of the citizen and in which language. */
  as: string;
  dueAt: Instant;
  parts?: number;
  /** By which way it said that the result reaches the citizen, if it spoke of a result. */
  way?: ResultWay;
  /** It no longer holds: `facts` were told anew or never left; it left for another `phone` than the citizen's. */
  replaced?: 'facts' | 'phone';
};

const anEmptyDossier = (event: AcceptedEvent): Dossier => ({
  ward: event.ward,
  code: event.dossierCode,
  codeFits: fitsTheRule(event.dossierCode),
  facts: {},
  steps: [],
  told: [],
});

const byOrder = (a: Step, b: Step): number => (a.order < b.order ? -1 : 1);

/**
 * The dossier as it is once it knows this event too. Absorbing is a join: the same events, in any order and any
 * number of times, end in the same facts and steps.
 */
export const absorb = (before: Dossier | undefined, event: AcceptedEvent): Dossier => {
  const dossier = before ?? anEmptyDossier(event);
  const order = orderOf(event);
  const { instead } = event.act ?? {};
  const was = (name: FactName) => instead && { instead: instead[name] };
  const said = (name: FactName) =>
    name === 'applicant'
      ? newestOfEach(dossier.facts.applicant, event.applicant, order, was(name) as never)
      : newest<unknown>(dossier.facts[name], event[name], order, was(name));
  const { asksUntil = false } = statuses[event.status];
  const askedUntil = untilOf(dossier, event);
  const facts = Object.fromEntries(
    factNames
      .map((name) => [name, name === 'dueAt' && asksUntil ? dossier.facts.dueAt : said(name)])
      .filter(([, fact]) => fact !== undefined),
  ) as Facts;
  const known = { ...dossier, facts, ...(askedUntil && { askedUntil }) };
  if (event.act !== undefined) return acted(known, event);
  if (event.voids !== undefined) return without(dossier, event.voids);
  if (knows(dossier, event.eventId) || dossier.voided?.includes(event.eventId)) return known;

  const { eventId, status, occurredAt, round } = event;
  const step: Step = { eventId, status, occurredAt, order, ...(round !== undefined && { round }) };
  const steps = withoutRepeats([...dossier.steps, step].toSorted(byOrder)).slice(-stepsRemembered);
  return { ...known, steps };
};

/** Until when the citizen is asked to act. A person puts right what the newest report of that status said. */
const untilOf = ({ askedUntil, steps }: Dossier, event: AcceptedEvent): Dossier['askedUntil'] => {
  const { status, dueAt } = event;
  if (!statuses[status].asksUntil) return askedUntil;
  if (event.act === undefined) return newest(askedUntil, dueAt, orderOf(event));
  const said = steps.findLast((step) => step.status === status)?.order ?? orderOf(event);
  return newest(askedUntil, dueAt, said, { instead: askedUntil?.value });
};

const acted = (dossier: Dossier, { eventId, voids }: AcceptedEvent): Dossier => ({
  ...(voids === undefined ? dossier : without(dossier, voids)),
  acts: [...(dossier.acts ?? []).filter((known) => known !== eventId), eventId].slice(-stepsRemembered),
});

/** The dossier as if that event had never come. */
const without = (dossier: Dossier, voids: EventId): Dossier => ({
  ...dossier,
  voided: [...new Set([...(dossier.voided ?? []), voids])],
  steps: dossier.steps.filter(({ eventId }) => eventId !== voids),
});

/** How the dossier stands: its newest round; undefined while no report of it counts. */
export const standingOf = ({ steps }: Pick<Dossier, 'steps'>): Round | undefined => roundsOf(steps).at(-1);

/** Whether this event is already part of what the dossier knows. */
export const knows = (dossier: Dossier, eventId: EventId): boolean =>
  dossier.steps.some((step) => step.eventId === eventId) || dossier.acts?.includes(eventId) === true;

/** Until when this round asks the citizen to act, where one of its own reports said so. */
export const deadlineOf = (
  { askedUntil }: Pick<Dossier, 'askedUntil'>,
  { reports }: Round,
): Instant | undefined =>
  reports.some(({ order }) => order === askedUntil?.by) ? askedUntil?.value : undefined;

/** The newest value anybody gave for a fact. */
export const fact = <Name extends FactName>(
  dossier: Dossier,
  name: Name,
): NonNullable<StatusEvent[Name]> | undefined => dossier.facts[name]?.value;
