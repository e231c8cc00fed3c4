import type { Instant } from '../../values/instant.ts';
import { type Dossier, fact } from '../dossier.ts';
import { statuses } from '../statuses.ts';

/**
 * Until when the office has promised the result as things stand: the date of an apology moves the first one to later, and a
 * source that goes on repeating the first takes nothing back. A new date that nobody apologised with is no promise yet.
 */
export const promiseOf = (dossier: Dossier): Instant | undefined => {
  const first = fact(dossier, 'dueAt');
  const isMoved = dossier.steps.some(({ status }) => statuses[status].promises === 'newDueAt');
  const moved = isMoved ? fact(dossier, 'newDueAt') : undefined;
  return moved !== undefined && (first === undefined || moved > first) ? moved : first;
};
