import { type Dossier, fact, standingOf } from '../dossier.ts';
import type { Instant } from '../../values/instant.ts';
import type { Ward } from '../../values/ward.ts';

/** At which office's counter the result lies and since when; undefined where there is none, it was fetched, or it is brought. */
export const readyAtCounter = (dossier: Dossier): { ward: Ward; since: Instant } | undefined => {
  const round = standingOf(dossier);
  const isFetched = (fact(dossier, 'returnMethod') ?? 'counter') === 'counter';
  if (round?.status !== 'completed' || !isFetched || dossier.movedTo !== undefined) return undefined;
  return { ward: fact(dossier, 'returnedBy') ?? dossier.ward, since: round.occurredAt };
};
