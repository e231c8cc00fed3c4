import { type Dossier, fact } from './dossier.ts';
import type { Instant } from './instant.ts';
import type { Promised } from './overdue.ts';
import { statuses } from './statuses.ts';

/** What the office promised for a dossier, and what became of the promise, as `overdue.ts` asks about it. */
export const promisedFor = (dossier: Dossier): Promised => {
  const dueAt = fact(dossier, 'dueAt');
  const finished = dossier.steps.find(({ status }) => statuses[status].ends !== false);
  return {
    code: dossier.code,
    ...(dueAt !== undefined && { dueAt }),
    ...(finished !== undefined && { finishedAt: finished.occurredAt }),
    apologies: dossier.steps.filter(({ status }) => status === 'delayed').map(({ occurredAt }) => occurredAt),
  };
};

/** Until when the office's first promise stands: due, unfinished, and nobody has apologised yet. */
export const openPromise = (dossier: Dossier): Instant | undefined => {
  const { dueAt, finishedAt, apologies } = promisedFor(dossier);
  return finishedAt === undefined && apologies.length === 0 ? dueAt : undefined;
};
