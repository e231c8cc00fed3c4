import { type Dossier, fact } from '../../dossier/dossier.ts';
import { garbledNamesIn } from '../../dossier/event/garbled-name.ts';
import { compose } from '../compose.ts';
import type { LetterContent } from '../content.ts';
import type { LetterGrounds } from './grounds.ts';
import type { Letter } from '../letter.ts';
import type { Occasion } from './occasion.ts';
import { wordingsOf } from '../ward-letters.ts';

/** Whether a name that the letter may print looks broken: then a person mends it (`revise`) before anything is printed. */
const looksBroken = (dossier: Dossier): boolean => {
  const [applicant, deliveryAddress, personEvent] = [
    fact(dossier, 'applicant'),
    fact(dossier, 'deliveryAddress'),
    fact(dossier, 'personEvent'),
  ];
  return garbledNamesIn({ applicant, onBehalf: undefined, deliveryAddress, personEvent }).length > 0;
};

/** The first version of a letter, with its words as they are now; one whose names look broken is born stopped. */
export const drafted = (
  occasion: Occasion,
  content: LetterContent,
  release: Letter['release'],
  { dossier, ward, now }: LetterGrounds,
  more: { leaflet?: LetterContent | undefined; calendar?: string } = {},
): Letter => {
  const { wordings, library } = wordingsOf(ward);
  return {
    id: occasion.letterId,
    ward: dossier.ward,
    kind: content.kind,
    dossierCode: dossier.code,
    cause: occasion.cause,
    content,
    sheet: compose(content, wordings, library),
    ...(more.leaflet && { leaflet: compose(more.leaflet, wordings, library) }),
    ...(content.kind === 'birth' && more.calendar !== undefined && { calendar: more.calendar }),
    version: 1,
    release,
    createdAt: now,
    ...(looksBroken(dossier)
      ? { state: 'stopped' as const, reason: 'garbled-name' }
      : { state: 'drafted' as const }),
    since: now,
    documents: [],
  };
};
