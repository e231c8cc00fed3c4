import type { OpenEvent } from '../../../domain/dossier/event/status-event.ts';
import type { Decision } from '../../../domain/decision/decision.ts';
import { ownerOf } from '../../../domain/notification/notification.ts';
import type { Crossing } from '../../../domain/notification/limits.ts';
import type { Problem } from '../../../domain/api/problem.ts';
import type { OpenReceipt } from '../../../domain/notification/receipt.ts';
import type { Ward } from '../../../domain/values/ward.ts';
import { logCounts, logFailures, logStep } from './log.ts';
import { budgetCounts } from './budget.ts';
import { logDrafted } from './letters.ts';
import type { NotificationId } from '../../../domain/values/ids.ts';

/** Which rows of a request were taken in. A refused row is named by its problem, never by its content. */
export const logAccepted = (
  ward: Ward,
  results: readonly { eventId: string | null; outcome: string; problem?: Problem }[],
): void => {
  for (const { eventId, outcome, problem } of results) {
    const event = problem?.type === 'validation-failed' ? undefined : (eventId ?? undefined);
    logStep({
      step: 'accept',
      outcome,
      ward,
      ...(event === undefined ? {} : { event }),
      ...(problem === undefined ? {} : { reason: problem.type }),
    });
  }
  const count = (wanted: string) => results.filter(({ outcome }) => outcome === wanted).length;
  logFailures(results.filter(({ problem }) => problem?.type === 'try-again').length);
  logCounts({ accepted: count('accepted'), duplicate: count('duplicate'), rejected: count('rejected') });
};

/** What an office chose for itself or a citizen: how many of each outcome, and nothing of the content. */
export const logChosen = (step: string, ward: Ward, results: readonly { outcome: string }[]): void => {
  for (const [outcome, of] of Map.groupBy(results, (each) => each.outcome))
    logStep({ step, outcome, ward, count: of.length });
};

/** What each event came to. */
export const logDecided = (decided: {
  rows: readonly ({ event: OpenEvent } & ({ decision: Decision } | { failed: string }))[];
  doorbell: 'rung' | 'lost';
}): void => {
  let told = 0;
  let silent = 0;
  let letters = 0;
  let unsayable = 0;
  for (const row of decided.rows) {
    const { ward, dossierCode: dossier, eventId: event } = row.event;
    if ('failed' in row) {
      logStep(
        { step: 'decide', outcome: 'failed', ward, dossier, event, reason: row.failed.split(':')[0]! },
        'error',
      );
      continue;
    }
    const { notifications, silent: reason, letters: drawn } = row.decision;
    letters += logDrafted(row.event, drawn);
    if (notifications.length > 0) told += 1;
    else silent += 1;
    if (reason === 'text-not-sayable') unsayable += 1;
    const outcome = notifications.length > 0 ? 'told' : 'silent';
    logStep({ step: 'decide', outcome, ward, dossier, event, ...(reason === undefined ? {} : { reason }) });
  }
  if (decided.doorbell === 'lost') logStep({ step: 'ring', outcome: 'lost' }, 'warn');
  const crossed = decided.rows.flatMap((row) =>
    'decision' in row ? (row.decision.spent?.crossed ?? []) : [],
  );
  logCounts({
    told,
    silent,
    letters,
    unsayable,
    undecided: decided.rows.length - told - silent,
    ...budgetCounts(crossed),
  });
};

/** What the carrier said of one notification. */
export const logSent = (
  id: NotificationId,
  outcome: { is: string; reason?: string; parts?: number; state?: string; toMend?: string },
): void => {
  const { ward, code: dossier } = ownerOf(id);
  const { is, reason = outcome.state, parts, toMend } = outcome;
  if (toMend !== undefined) {
    logStep({ step: 'send', outcome: 'to-mend', reason: toMend }, 'warn');
    logCounts({ 'to-mend': 1 });
  }
  logStep({
    step: 'send',
    outcome: is,
    ward,
    dossier,
    notification: id,
    ...(reason === undefined ? {} : { reason }),
    ...(parts === undefined ? {} : { parts }),
  });
  logCounts(is === 'accepted' ? { sent: 1, parts: parts ?? 0 } : { [is]: 1 });
};

/** Whose receipt it was: the last line of what one dossier’s name leads to, from the decision on. */
export const logHeard = (id: NotificationId, outcome: string): void => {
  const { ward, code: dossier } = ownerOf(id);
  logStep({ step: 'heard', outcome, ward, dossier, notification: id });
};

/**
 * What became of one receipt. One that concerns whoever is on duty is counted once more, and says why in a word of our
 * table: the carrier's own words are free, and stay out.
 */
export const logReceipt = ({ outcome: end, concern, code }: OpenReceipt, outcome: string): void => {
  const why = [concern, code].filter((word) => word !== undefined).join(': ');
  if (concern === undefined) logStep({ step: 'receipt', outcome, reason: end });
  else logStep({ step: 'receipt', outcome, reason: why }, 'warn');
  logCounts({ [end]: 1, ...(concern !== undefined && { [concern]: 1 }) });
};

/** What one round of the clock did; a round that found nothing says nothing. */
export const logTick = (tick: Readonly<Record<string, number>>): void => {
  for (const [outcome, count] of Object.entries(tick))
    if (count > 0) logStep({ step: 'clock', outcome, count });
  logCounts(tick);
};

/** What became of a citizen's message. What it said is nobody's business; whose inbox it was to be is the office's. */
export const logAnswered = (outcome: {
  is: string;
  because?: string;
  purpose?: string;
  id?: NotificationId;
  provider?: string;
  to?: string;
  crossed?: readonly Crossing[];
}): void => {
  // An aggregator that mixes up who wrote and to whom must not bring a citizen's phone in here.
  const to = outcome.to?.replaceAll(/^\+?\d{9,12}$/g, '#');
  const inbox = outcome.provider && `${outcome.provider} ${to}`;
  const reason = outcome.because ?? outcome.purpose ?? inbox;
  const level = inbox === undefined ? 'info' : 'warn';
  logStep(
    {
      step: 'inbound',
      outcome: outcome.is,
      ...(outcome.id !== undefined && { notification: outcome.id }),
      ...(reason !== undefined && { reason }),
    },
    level,
  );
  logCounts({ [`inbound-${outcome.is}`]: 1, ...budgetCounts(outcome.crossed ?? []) });
};

/** What became of a wish for a token. Wrong secrets are counted: an alarm tells guessing from slips. */
export const logToken = (client: string, outcome: 'issued' | 'invalid_client' | 'invalid_scope'): void => {
  logStep({ step: 'token', outcome, client });
  if (outcome === 'invalid_client') logCounts({ 'wrong-secrets': 1 });
};
