/** A letter that is kept: what it says, which way it has come, and who may let it go. */
import type { DossierCode } from '../dossier/dossier-code.ts';
import type { Instant } from '../values/instant.ts';
import type { Privacy } from '../values/privacy.ts';
import type { Ward } from '../values/ward.ts';
import type { LetterContent } from './content.ts';
import type { LetterState } from './moves.ts';
import type { Sheet } from './sheet.ts';
import type { EventId, LetterId } from '../values/ids.ts';

/** Where a letter lies as a file, and its bytes' SHA-256. */
export type LetterDocument = { key: string; bytes: number; sha256: string };

export type Letter = {
  id: LetterId;
  ward: Ward;
  /** The kind of the content. */
  kind: LetterContent['kind'];
  dossierCode: DossierCode;
  cause: EventId;
  /** What it tells, and how that stands on paper. A person's revision makes new ones and raises `version`. */
  content: LetterContent;
  sheet: Sheet;
  /** The quiet leaflet that is handed over beside a condolence. */
  leaflet?: Sheet;
  version: number;
  release: 'automatic' | 'by-person';
  createdAt: Instant;
  state: LetterState;
  /** When it came into this state. */
  since: Instant;
  /** When a person last made a new version of it. */
  revisedAt?: Instant;
  /** Why it is in this state, where a word is needed: `child-died`, the characters that are missing, a clerk's reason. */
  reason?: string;
  /** What was printed of this version; the leaflet is the second. */
  documents: LetterDocument[];
  /** The secret word of the family's calendar, and whether that is closed because the child has died. */
  calendar?: string;
  calendarClosed?: boolean;
  /** It is on paper or in somebody's hands, and the dossier says otherwise by now. */
  toldWrongly?: ToldWrongly;
};

/** Why what stands on paper is wrong, which of its facts are, and what they are instead where there is anything to tell. */
export type ToldWrongly = {
  at: Instant;
  because: TakenBackBecause;
  what: string[];
  instead?: LetterContent;
};

/** The office put its facts right, took back the status that it came from, or another office has the dossier now. */
export type TakenBackBecause = 'corrected' | 'taken-back' | 'moved';

/** Every word of it, what it is about included: that somebody died is nobody's business. */
export const letterPrivacy = {
  id: 'open',
  ward: 'open',
  kind: 'personal',
  dossierCode: 'open',
  cause: 'open',
  content: 'personal',
  sheet: 'personal',
  leaflet: 'personal',
  version: 'open',
  release: 'open',
  createdAt: 'open',
  state: 'open',
  since: 'open',
  revisedAt: 'open',
  reason: 'personal',
  documents: 'open',
  calendar: 'personal',
  calendarClosed: 'open',
  toldWrongly: 'personal',
} as const satisfies Privacy<Letter>;

/** The name of a letter's file: a version never overwrites another. */
export const documentKey = (
  { ward, id, version }: Pick<Letter, 'ward' | 'id' | 'version'>,
  part: 'letter' | 'leaflet',
): string => `letters/${ward}/${id}/v${version}-${part}.pdf`;

/** The name of the picture of a letter, which lies beside its file. */
export const pictureKey = ({ ward, id, version }: Pick<Letter, 'ward' | 'id' | 'version'>): string =>
  `letters/${ward}/${id}/v${version}-letter.svgz`;
