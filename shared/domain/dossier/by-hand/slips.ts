/**
 * The slips that an office hands over with a dossier: Phụ lục I, Thông tư 03/2025/TT-VPCP, forms 01 to 05. What we were told
 * stands on them; what nobody told us stays open, to be filled in by hand.
 */
import * as z from 'zod';
import { deadlineOf, type Dossier, fact, standingOf } from '../dossier.ts';
import { type Round, roundsOf } from '../rounds.ts';
import type { Status } from '../statuses.ts';
import type { Instant } from '../../values/instant.ts';

/** A form by the number that it has in the circular. */
export const SlipForm = z.enum(['01', '02', '03', '04', '05']);
export type SlipForm = z.infer<typeof SlipForm>;

/** Which status each form is the paper of. */
const statusOfForm = {
  '01': 'received',
  '02': 'supplement-requested',
  '03': 'not-accepted',
  '04': 'delayed',
  '05': 'stopped',
} as const satisfies Record<SlipForm, Status>;

/** The form for how a dossier stands; the receipt where none is of it alone. */
export const formFor = (status: Status | undefined): SlipForm =>
  SlipForm.options.find((form) => statusOfForm[form] === status) ?? '01';

/** What a form says of the step that it is about; all absent where the dossier never had that step. */
export type SlipStep = {
  /** When the office took that step. */
  at?: Instant | undefined;
  reason?: string | undefined;
  /** Until when the citizen is asked to act. */
  until?: Instant | undefined;
  newDueAt?: Instant | undefined;
};

/** A fact, if a report of this round said it: the reason of an apology is none for a refusal. */
const ownFact = <Name extends 'reason' | 'newDueAt'>(dossier: Dossier, round: Round, name: Name) =>
  round.reports.some(({ order }) => order === dossier.facts[name]?.by) ? fact(dossier, name) : undefined;

/** What this form says of its own step, the latest of its kind. */
export const slipStep = (dossier: Dossier, form: SlipForm): SlipStep => {
  const round = roundsOf(dossier.steps).findLast(({ status }) => status === statusOfForm[form]);
  if (round === undefined) return {};
  return {
    at: round.occurredAt,
    reason: ownFact(dossier, round, 'reason'),
    until: deadlineOf(dossier, round),
    newDueAt: ownFact(dossier, round, 'newDueAt'),
  };
};

/** The forms that a dossier has had occasion for, in the order of the circular; the receipt is always one. */
export const formsOf = (dossier: Dossier): SlipForm[] => {
  const had = new Set<Status>(dossier.steps.map(({ status }) => status));
  return SlipForm.options.filter((form) => form === '01' || had.has(statusOfForm[form]));
};

/** The form that is meant where nobody says which. */
export const formNow = (dossier: Dossier): SlipForm => formFor(standingOf(dossier)?.status);
