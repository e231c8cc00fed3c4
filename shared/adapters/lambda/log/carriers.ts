import { kindOf, logCounts, logStep } from './log.ts';
import { logClaim, logPost } from './post.ts';

type Told = { is: string; outcome?: string; note?: string | undefined; because?: string };

/** What a round for partners that do not pull came to, in ids and outcomes. */
type WorkRound = {
  orders: readonly { jobId: string; state: string; waits?: string; stuck: boolean }[];
  claimed: number;
  givenUp: readonly string[];
  heeded: readonly { jobId: string; kind: string; outcome: string }[];
  words: readonly { partner: string; ended: string; told: readonly Told[] }[];
  told: readonly { partner: string; told: readonly Told[]; stopped: string }[];
  failed: readonly { partner: string; error: unknown }[];
};

/** What a carrier told, counted by how it ended: one line for each kind. */
const logTold = (partner: string, told: readonly Told[]): void => {
  const endings = Object.groupBy(told, ({ is, outcome, note, because }) =>
    [outcome ?? is, note ?? because].filter((word) => word !== undefined).join(' '),
  );
  for (const [ending, all = []] of Object.entries(endings)) {
    const [outcome = '', ...reason] = ending.split(' ');
    const level = all[0]?.is === 'stuck' || all[0]?.note === 'unknown-code' ? 'warn' : 'info';
    logStep(
      { step: 'carrier-told', outcome, count: all.length, reason: [partner, ...reason].join(' ') },
      level,
    );
  }
};

/**
 * Writes down a round. `carrier-stuck` counts what no machine can settle: an order in doubt in each round as long as it
 * is in doubt, everything else once.
 */
export const logWorkRound = (round: WorkRound): void => {
  for (const { jobId, state, waits, stuck } of round.orders) {
    const reason = waits === undefined ? {} : { reason: waits };
    logStep({ step: 'carrier-order', outcome: state, event: jobId, ...reason }, stuck ? 'warn' : 'info');
  }
  if (round.claimed > 0 || round.givenUp.length > 0) logClaim(round.claimed, round.givenUp);
  for (const { jobId, kind, outcome } of round.heeded) logPost(`carrier-${kind}`, outcome, jobId);
  for (const { partner, told } of round.words) logTold(partner, told);
  for (const { partner, told, stopped } of round.told) {
    logTold(partner, told);
    if (!['end', 'not-yet', 'no-time'].includes(stopped))
      logStep({ step: 'carrier-feed', outcome: 'stopped', reason: `${partner} ${stopped}` }, 'warn');
  }
  for (const { partner, error } of round.failed)
    logStep({ step: 'carrier-work', outcome: 'failed', reason: `${partner} ${kindOf(error)}` }, 'error');

  const told = [...round.words, ...round.told].flatMap((each) => each.told);
  const words = (ended: string): number => round.words.filter((word) => word.ended === ended).length;
  logCounts({
    'carrier-ordered': round.orders.filter(({ state }) => state === 'standing').length,
    'carrier-stuck':
      round.orders.filter(({ stuck }) => stuck).length +
      words('stuck') +
      round.told.flatMap((each) => each.told).filter(({ is }) => is === 'stuck').length +
      round.heeded.filter(({ outcome }) => outcome === 'for-a-person').length,
    'carrier-ownerless': words('ownerless'),
    'carrier-scans': told.filter(({ is }) => is === 'recorded').length,
    'carrier-unknown-code': told.filter(({ note }) => note === 'unknown-code').length,
    'carrier-unreachable': round.failed.length,
  });
};
