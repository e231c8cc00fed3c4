/** The journey of a letter that goes by itself; any other travels with its dossier's result. */
import type { Dossier } from '../../dossier/dossier.ts';
import { fact } from '../../dossier/dossier.ts';
import type { Instant } from '../../values/instant.ts';
import type { Letter } from '../letter.ts';
import { recipientOf } from '../../post/job/decide-dispatch.ts';
import type { NewDispatchJob } from '../../post/job/dispatch-job.ts';
import type { PlaceCatalogue } from '../../values/places/places.ts';
import { arrangedFor, quoteOf, type WardPost } from '../../post/partner/ward-post.ts';

/**
 * An apology has no result to travel with yet, so it is fetched alone, where the dossier says whereto; the office pays.
 * Letters about a birth, a wedding or a death lie in the parcel of the result they come with.
 */
export const letterJourney = (
  letter: Pick<Letter, 'id' | 'kind'>,
  dossier: Dossier,
  post: WardPost,
  places: PlaceCatalogue,
  now: Instant,
): NewDispatchJob | undefined => {
  if (letter.kind !== 'apology' || fact(dossier, 'deliveryAddress') === undefined) return undefined;
  return {
    ...arrangedFor(post),
    ward: dossier.ward,
    dossierCode: dossier.code,
    letter: letter.id,
    resultVersion: 1,
    direction: 'to-citizen',
    journey: 1,
    recipient: { ...recipientOf(dossier, post, places), idDocumentRequired: false, proxyAllowed: true },
    parcel: { ...post.parcel, pieces: 1, contents: 'letter' },
    fee: { payer: 'office', lines: quoteOf(post, now).lines },
    codDue: 0,
  };
};
