import type { Dossiers } from '../../domain/decision/dossiers.ts';
import type { Dossier } from '../../domain/dossier/dossier.ts';
import type { DossierCode } from '../../domain/dossier/dossier-code.ts';
import { mayBeRated, Rating, type Ratings, type Score } from '../../domain/dossier/rating.ts';
import { belongsTo } from '../../domain/inbound/answer.ts';
import type { Clock } from '../../domain/values/instant.ts';
import type { Ward } from '../../domain/values/ward.ts';

type Ports = { ratings: Pick<Ratings, 'rate'>; clock: Clock };
export type RatingOutcome = 'counted' | 'counted-before' | 'nothing-to-rate';

type Said = { score: Score; line?: string | undefined; by: Rating['by'] };

/** Keeps what a citizen thought of how one dossier was served, once it is over for them. */
export const rateDossier =
  ({ ratings, clock }: Ports) =>
  async (dossier: Dossier, said: Said): Promise<RatingOutcome> =>
    mayBeRated(dossier)
      ? ratings.rate({ ward: dossier.ward, dossier: dossier.code }, Rating.parse({ ...said, at: clock() }))
      : 'nothing-to-rate';

/** What somebody thought at the counter: of a visit, so each form counts once. */
export const rateVisit =
  ({ ratings, clock }: Ports) =>
  async (ward: Ward, visit: string, said: Said): Promise<RatingOutcome> =>
    ratings.rate({ ward, visit }, Rating.parse({ ...said, at: clock() }));

/** What somebody wrote by SMS: of the dossier it names, if it is theirs, else of the one that was handed over last. */
export const rateBySms =
  (ports: Ports & { dossiers: Pick<Dossiers, 'withPhone'> }) =>
  async (
    { ward, phone }: { ward: Ward; phone: string },
    { score, line, code }: { score: Score; line?: string; code?: string },
  ): Promise<RatingOutcome> => {
    const theirs = (await ports.dossiers.withPhone(ward, phone)).filter(
      (dossier) => belongsTo(dossier, phone) && mayBeRated(dossier),
    );
    const dossier = code === undefined ? theirs[0] : theirs.find((one) => one.code === (code as DossierCode));
    return dossier === undefined
      ? 'nothing-to-rate'
      : rateDossier(ports)(dossier, { score, line, by: 'sms' });
  };
