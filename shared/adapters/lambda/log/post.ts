import type { Crossing } from '../../../domain/notification/limits.ts';
import { kindOf, logCounts, logStep } from './log.ts';
import { budgetCounts } from './budget.ts';

/** One thing that a partner or ward did with its jobs: ids and outcomes, never whom the papers are for. */
export const logPost = (step: string, outcome: string, jobId?: string): void =>
  logStep({ step: `post-${step}`, outcome, ...(jobId !== undefined && { event: jobId }) });

/** How a claim went. A job that was claimed too often waits for a person from now on, and rings. */
export const logClaim = (taken: number, givenUp: readonly string[]): void => {
  logStep({ step: 'post-claim', outcome: 'claimed', count: taken });
  for (const jobId of givenUp) logPost('claim', 'dead-letter', jobId);
  logCounts({ 'post-claimed': taken, 'post-dead-letter': givenUp.length });
};

/** How a round of the ward's own people began. */
export const logSetOut = (round: {
  taken: readonly string[];
  left: readonly { jobId: string; because: string }[];
}): void => {
  const givenUp = round.left.filter(({ because }) => because === 'dead-letter');
  logClaim(
    round.taken.length,
    givenUp.map(({ jobId }) => jobId),
  );
  logBatch(
    'round',
    round.left.map(({ because }) => because),
  );
};

/** How a batch of scans or acceptances went, one line an outcome. */
export const logBatch = (step: string, outcomes: readonly string[]): void => {
  const counts = Object.entries(Object.groupBy(outcomes, (outcome) => outcome));
  for (const [outcome, all = []] of counts) logStep({ step: `post-${step}`, outcome, count: all.length });
  const quarantined = outcomes.filter((outcome) => outcome === 'QUARANTINED').length;
  logCounts({
    [`post-${step}`]: outcomes.length,
    ...(quarantined > 0 && { 'post-quarantined': quarantined }),
  });
};

/**
 * How a partner's scans went. A code that nobody taught us rings like one of a carrier: it is kept and moves nothing,
 * so a citizen hears nothing of that step until somebody has asked what it means.
 */
export const logScans = (
  partner: string,
  scans: readonly { outcome: string; note?: string | undefined }[],
): void => {
  logBatch(
    'scan',
    scans.map(({ outcome }) => outcome),
  );
  const unknown = scans.filter(({ note }) => note === 'unknown-code').length;
  if (unknown === 0) return;
  const reason = `${partner} unknown-code`;
  logStep({ step: 'post-scan', outcome: 'RECORDED', count: unknown, reason }, 'warn');
  logCounts({ 'carrier-unknown-code': unknown });
};

/** What became of the word that a job owed. */
export const logWord = (
  {
    jobId,
    ward,
    dossier,
    outcome,
    notification,
    dossierIs,
    crossed,
  }: {
    jobId: string;
    ward?: string;
    dossier?: string;
    outcome: string;
    notification?: string;
    dossierIs?: string | undefined;
    crossed?: readonly Crossing[];
  },
  error?: unknown,
): void => {
  logStep(
    {
      step: 'post-word',
      outcome,
      event: jobId,
      ...(ward !== undefined && { ward }),
      ...(dossier !== undefined && { dossier }),
      ...(notification !== undefined && { notification }),
      ...(error !== undefined && { reason: kindOf(error) }),
    },
    error === undefined ? 'info' : 'error',
  );
  if (dossierIs) logStep({ step: 'post-word', outcome: `dossier-${dossierIs}`, event: jobId });
  logCounts({ [outcome === 'told' ? 'post-told' : 'post-silent']: 1, ...budgetCounts(crossed) });
};

/** Timers whose running out is for the people on duty; the others are for the ward, which sees them on its list too. */
const forDuty: readonly string[] = ['unclaimed', 'undecided'];

/** What one round of the post's clock found. */
export const logRound = ({
  overdue,
  silent,
  reminded,
  crossed,
  brought,
  failed,
  unwatched,
}: {
  overdue: readonly { timer: string; jobId: string }[];
  silent: readonly { partner: string }[];
  reminded: number;
  crossed: readonly Crossing[];
  brought: readonly Parameters<typeof logWord>[0][];
  failed: readonly { partner: string; error: unknown }[];
  unwatched: number;
}): void => {
  brought.forEach((one) => logWord(one));
  for (const [timer, all = []] of Object.entries(Object.groupBy(overdue, (one) => one.timer)))
    logStep({ step: 'post-overdue', outcome: timer, count: all.length }, 'warn');
  for (const { partner } of silent)
    logStep({ step: 'post-silent', outcome: 'not-asking', reason: partner }, 'warn');
  for (const { partner, error } of failed)
    logStep({ step: 'post-round', outcome: 'failed', reason: `${partner}: ${kindOf(error)}` }, 'error');
  if (unwatched > 0) logStep({ step: 'post-round', outcome: 'no-time-left', count: unwatched }, 'warn');
  const duty = overdue.filter(({ timer }) => forDuty.includes(timer)).length;
  logCounts({
    'post-waits-for-duty': duty,
    'post-waits-for-ward': overdue.length - duty,
    'post-partner-silent': silent.length,
    'post-reminded': reminded,
    'post-unwatched': unwatched,
    ...budgetCounts(crossed),
  });
};
