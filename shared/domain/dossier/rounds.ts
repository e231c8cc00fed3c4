/**
 * The rounds of a dossier: stretches in which it stood in one status, however many reports tell of each. Provincial
 * systems report a step twice, as the whole dossier and as the officer's progress, each with its own clock; and a
 * synchronisation may stamp the same standing with "now" on every run. None of that is news.
 */
import { between, type Instant, minutes } from '../values/instant.ts';
import type { EventOrder } from './event-order.ts';
import type { Status } from './statuses.ts';
import type { EventId } from '../values/ids.ts';

/** One report of a status; `round` where its sender counts (the second request for papers). */
export type Step = {
  eventId: EventId;
  status: Status;
  occurredAt: Instant;
  order: EventOrder;
  round?: number;
};

/** Its first report, and all of them, oldest first. */
export type Round = Step & { reports: readonly Step[] };

/**
 * How far apart two reporters of one step stamp it: seen are seconds, since the second message leaves when the first
 * was taken. So a repeat this soon is no new round even where a quick office got on in between.
 */
const reportersDifferBy = minutes(3);

/** Whether the sender of this report counts further than anybody did in that round. */
const countsOn = ({ round }: Step, { reports }: Round): boolean =>
  round !== undefined && round > 1 && reports.every((report) => (report.round ?? 1) < round);

/** Whether this report speaks of that round, given whether another status has followed it. */
const belongs = (step: Step, round: Round, isLast: boolean): boolean =>
  !countsOn(step, round) &&
  (isLast || between(round.reports.at(-1)!.occurredAt, step.occurredAt) <= reportersDifferBy);

const readRounds = (steps: readonly Step[]): Round[] => {
  const rounds: (Round & { reports: Step[] })[] = [];
  for (const step of steps) {
    const own = rounds.findLast(({ status }) => status === step.status);
    if (own !== undefined && belongs(step, own, own === rounds.at(-1))) own.reports.push(step);
    else rounds.push({ ...step, reports: [step] });
  }
  return rounds;
};

/** Of steps that are still held by somebody: while one event is decided, the same history is asked a hundred times. */
const roundsRead = new WeakMap<readonly Step[], readonly Round[]>();

/**
 * The rounds in what was reported (oldest first): a status is a new round when another status lay between, or when
 * its sender counts on. They depend on what is known, not on the order in which it became known.
 */
export const roundsOf = (steps: readonly Step[]): readonly Round[] => {
  const read = roundsRead.get(steps) ?? readRounds(steps);
  roundsRead.set(steps, read);
  return read;
};

/** A status at an instant, as one word; notifications are named by it. */
export const occurrenceOf = ({ status, occurredAt }: Pick<Step, 'status' | 'occurredAt'>): string =>
  `${status}@${occurredAt}`;

/** How many characters an instant has. */
const anInstant = 24;

/** The round that an occurrence belongs to, also where the report it came from is no longer remembered. */
export const roundOf = (rounds: readonly Round[], occurrence: string): Round | undefined => {
  const cut = occurrence.indexOf('@');
  const status = occurrence.slice(0, cut);
  const at = occurrence.slice(cut + 1, cut + 1 + anInstant);
  return rounds.findLast((round) => round.status === status && round.occurredAt <= at);
};

/** How many reports of one round are remembered: its first, which dates it, and the newest. */
const reportsRemembered = 8;

/** The steps without the repeats that tell nothing more. */
export const withoutRepeats = (steps: readonly Step[]): readonly Step[] => {
  const repeated = roundsOf(steps)
    .filter(({ reports }) => reports.length > reportsRemembered)
    .flatMap(({ reports }) => reports.slice(1, 1 - reportsRemembered));
  return repeated.length === 0 ? steps : steps.filter((step) => !repeated.includes(step));
};
