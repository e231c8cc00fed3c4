import { compose } from './compose.ts';
import type { LetterContent } from './content.ts';
import type { LetterGrounds } from './grounds.ts';
import type { Letter } from './letter.ts';
import type { Occasion } from './occasion.ts';
import { wordsOf } from './ward-letters.ts';

/** The first version of a letter, with its words as they are now. */
export const drafted = (
  occasion: Occasion,
  content: LetterContent,
  release: Letter['release'],
  { dossier, ward, now }: LetterGrounds,
  more: { leaflet?: LetterContent | undefined; calendar?: string } = {},
): Letter => {
  const { wordings, library } = wordsOf(ward);
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
    state: 'drafted',
    since: now,
    documents: [],
  };
};
