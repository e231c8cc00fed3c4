import { type Dossier, fact, standingOf } from '../dossier/dossier.ts';
import { statuses } from '../dossier/statuses.ts';

/** How a dossier stands, in the words of an answer; nothing where no report of it counts. */
export const standingWords = (dossier: Dossier): string | undefined => {
  const standing = standingOf(dossier);
  return standing && statuses[standing.status].words[fact(dossier, 'applicant')?.language ?? 'vi'];
};
