import type { DossierCode } from './dossier-code.ts';
import { fitsTheRule } from './dossier-code.ts';
import type { Instant } from './instant.ts';
import type { NotificationId } from './notification.ts';
import type { Privacy } from './privacy.ts';
import {
  type AcceptedEvent,
  type EventId,
  type EventOrder,
  orderOf,
  type StatusEvent,
} from './status-event.ts';
import { newest, newestOfEach, type Said } from './said.ts';
import type { Status } from './statuses.ts';
import type { Ward } from './ward.ts';

const factNames = [
  'procedureCode',
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
] as const satisfies readonly (keyof StatusEvent)[];
type FactName = (typeof factNames)[number];

export type Facts = { [Name in FactName]?: Said<NonNullable<StatusEvent[Name]>> };

/** One status the dossier is known to have had. */
export type Step = { eventId: EventId; status: Status; occurredAt: Instant; order: EventOrder };

/** How many steps a dossier remembers, the newest ones: far more than any procedure has. */
const stepsRemembered = 60;

/** One administrative procedure of one applicant (hồ sơ), as far as its events have told us. */
export type Dossier = {
  ward: Ward;
  code: DossierCode;
  /** Whether the code has a form that the rules or practice know; if not, a person should look at it. */
  codeFits: boolean;
  facts: Facts;
  /** Oldest first. */
  steps: Step[];
  /** What the citizen has been told, or is about to be. */
  told: Told[];
  /** The occasions for letters that have been decided, whatever they came to. */
  lettersDecided?: string[];
  /** Events that were taken back; they are no steps, whenever they come. */
  voided?: EventId[];
};

export const dossierPrivacy = {
  ward: 'open',
  code: 'open',
  codeFits: 'open',
  facts: 'personal',
  steps: 'open',
  told: 'open',
  lettersDecided: 'open',
  voided: 'open',
} as const satisfies Privacy<Dossier>;

/** An occurrence (see `occurrenceOf`) that is told, by which notification, not before when, counted as how many parts. */
export type Told = { occurrence: string; id: NotificationId; dueAt: Instant; parts?: number };

/** The same status at the same instant is one occurrence, however many events report it. */
export const occurrenceOf = ({ status, occurredAt }: Pick<Step, 'status' | 'occurredAt'>): string =>
  `${status}@${occurredAt}`;

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
  const said = (name: FactName) =>
    name === 'applicant'
      ? newestOfEach(dossier.facts.applicant, event.applicant, order)
      : newest<unknown>(dossier.facts[name], event[name], order);
  const facts = Object.fromEntries(
    factNames.map((name) => [name, said(name)]).filter(([, fact]) => fact !== undefined),
  ) as Facts;
  if (event.voids !== undefined) return without(dossier, event.voids);
  if (knows(dossier, event.eventId) || dossier.voided?.includes(event.eventId)) return { ...dossier, facts };

  const { eventId, status, occurredAt } = event;
  const steps = [...dossier.steps, { eventId, status, occurredAt, order }]
    .toSorted(byOrder)
    .slice(-stepsRemembered);
  return { ...dossier, facts, steps };
};

/** The dossier as if that event had never come. */
const without = (dossier: Dossier, voids: EventId): Dossier => ({
  ...dossier,
  voided: [...new Set([...(dossier.voided ?? []), voids])],
  steps: dossier.steps.filter(({ eventId }) => eventId !== voids),
});

/** Whether the citizen has been told of this occurrence. */
export const hasTold = ({ told }: Dossier, occurrence: string): boolean =>
  told.some((one) => one.occurrence === occurrence);

/** Whether this event is already part of what the dossier knows. */
export const knows = (dossier: Dossier, eventId: EventId): boolean =>
  dossier.steps.some((step) => step.eventId === eventId);

/** The newest value anybody gave for a fact. */
export const fact = <Name extends FactName>(
  dossier: Dossier,
  name: Name,
): NonNullable<StatusEvent[Name]> | undefined => dossier.facts[name]?.value;
