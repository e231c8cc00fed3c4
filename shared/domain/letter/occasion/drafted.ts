import { type Dossier, fact } from '../../dossier/dossier.ts';
import { garbledNamesIn } from '../../dossier/event/garbled-name.ts';
import { dayOf } from '../../values/day.ts';
import { compose } from '../compose.ts';
import type { LetterContent } from '../content.ts';
import type { LetterDoubt } from './letter-decision.ts';
import type { LetterGrounds } from './grounds.ts';
import type { Letter } from '../letter.ts';
import type { Occasion } from './occasion.ts';
import { wordingsOf } from '../ward-letters.ts';
import { doubtOfWords } from '../wording/newborn-words.ts';

/** Names that the letter may print and that look broken: a person mends them (`revise`) before anything is printed. */
export const garbledNamesOf = (dossier: Dossier): ReturnType<typeof garbledNamesIn> => {
  const [applicant, deliveryAddress, personEvent] = [
    fact(dossier, 'applicant'),
    fact(dossier, 'deliveryAddress'),
    fact(dossier, 'personEvent'),
  ];
  return garbledNamesIn({ applicant, onBehalf: undefined, deliveryAddress, personEvent });
};

const bornAs = (dossier: Dossier, doubt: LetterDoubt | undefined): Pick<Letter, 'state' | 'reason'> => {
  const broken = garbledNamesOf(dossier);
  if (broken.length > 0) {
    const reason = `garbled-name: ${broken.join(', ')}`;
    return { state: 'stopped', reason: doubt ? `${reason}; ${doubt}` : reason };
  }
  return doubt ? { state: 'held', reason: doubt } : { state: 'drafted' };
};

/**
 * The first version of a letter, with its words as they are now. One whose names look broken is born stopped; one that
 * a death in the family may have made untimely, or whose words are of a newborn and its child is none, is born held.
 */
export const drafted = (
  occasion: Occasion,
  content: LetterContent,
  release: Letter['release'],
  { dossier, ward, now }: LetterGrounds,
  more: { leaflet?: LetterContent | undefined; calendar?: string; doubt?: LetterDoubt | undefined } = {},
): Letter => {
  const { wordings, library } = wordingsOf(ward);
  const sheet = compose(content, wordings, library);
  const doubt = more.doubt ?? doubtOfWords(content, sheet, dayOf(now));
  return {
    id: occasion.letterId,
    ward: dossier.ward,
    kind: content.kind,
    dossierCode: dossier.code,
    cause: occasion.cause,
    content,
    sheet,
    ...(more.leaflet && { leaflet: compose(more.leaflet, wordings, library) }),
    ...(content.kind === 'birth' && more.calendar !== undefined && { calendar: more.calendar }),
    version: 1,
    release: doubt ? 'by-person' : release,
    createdAt: now,
    ...bornAs(dossier, doubt),
    since: now,
    documents: [],
  };
};
