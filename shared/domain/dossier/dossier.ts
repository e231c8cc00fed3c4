import type { DossierCode } from './dossier-code.ts';
import type { Instant } from '../values/instant.ts';
import type { Privacy } from '../values/privacy.ts';
import { type Round, roundsOf, type Step } from './rounds.ts';
import type { Latest } from './latest-fact.ts';
import type { ResultWay } from './statuses.ts';
import type { StatusEvent } from './event/status-event.ts';
import type { Ward } from '../values/ward.ts';
import type { NotificationId, EventId } from '../values/ids.ts';

export const factNames = [
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
  'helped',
  'onTheSpot',
  'lateBecause',
  'receiptCode',
] as const satisfies readonly (keyof StatusEvent)[];
export type FactName = (typeof factNames)[number];

export type Facts = { [Name in FactName]?: Latest<NonNullable<StatusEvent[Name]>> };

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
  steps: readonly Step[];
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
  /** It is of those that nobody waits for ("ngày không hẹn"), as its office has chosen them. */
  atOnce?: boolean;
  /** Its old office has papers of it under way, so that none are ordered here. */
  carriedElsewhere?: boolean;
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
  atOnce: 'open',
  carriedElsewhere: 'open',
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
