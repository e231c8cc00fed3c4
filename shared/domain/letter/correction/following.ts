/** What becomes of one letter whose facts are others now: its next version, or a note that what has left told wrongly. */
import { garbledNamesOf } from '../occasion/drafted.ts';
import type { Dossier } from '../../dossier/dossier.ts';
import type { Instant } from '../../values/instant.ts';
import { canonical } from '../../values/writing/canonical.ts';
import { dayOf } from '../../values/day.ts';
import type { LocalDays } from '../../calendar/calendar.ts';
import { compose } from '../compose.ts';
import { LetterContent } from '../content.ts';
import type { Letter, TakenBackBecause } from '../letter.ts';
import { afterMove, letterMoves, type LetterMove } from '../moves.ts';
import type { LetterTakenBack, Rewritten } from '../occasion/decided.ts';
import type { LetterDoubt } from '../occasion/letter-decision.ts';
import { doubtOfWords } from '../wording/newborn-words.ts';
import { droppedBy, replanned } from '../revise.ts';
import { type WardLetters, wordingsOf } from '../ward-letters.ts';

export type Followed = { rewritten?: Rewritten; takenBack?: LetterTakenBack };

/** What is counted from other fields, or stays what it was when the letter was first written. */
const noFact = [
  'id',
  'kind',
  'layout',
  'agency',
  'issuedOn',
  'number',
  'inserts',
  'calendarUrl',
  'lookup',
  'dropped',
];
/** A letter that another dossier brought keeps the address and place of that one. */
const ofItsDossier = ['address', 'addressGaps', 'place', 'places'];

/**
 * The fields in which the facts as they were and as they are differ. Only these are written: in everything else an
 * officer may know better by now.
 */
const changedFields = (was: LetterContent, is: LetterContent, isOwn: boolean): string[] => {
  const [a, b] = [was, is] as Record<string, unknown>[];
  const left = [...noFact, ...(isOwn ? [] : ofItsDossier)];
  return Object.keys({ ...a, ...b }).filter(
    (name) => !left.includes(name) && canonical(a![name]) !== canonical(b![name]),
  );
};

type Given = {
  ward: WardLetters;
  localDays: LocalDays;
  leafletOf: (content: LetterContent) => LetterContent | undefined;
};

const withFields = (
  content: LetterContent,
  is: LetterContent,
  fields: readonly string[],
  { ward, localDays }: Given,
): LetterContent => {
  const values = is as Record<string, unknown>;
  const changes = Object.fromEntries(
    fields.filter((name) => name !== 'plan').map((name) => [name, values[name]]),
  );
  const next = LetterContent.parse({ ...content, ...changes });
  if (next.kind !== 'birth' || content.kind !== 'birth' || is.kind !== 'birth') return next;
  // A family that has chosen another place keeps it: its days are counted there.
  const counted = replanned(next, content, ward, localDays);
  const isOtherwise = counted === next && fields.includes('plan') && is.plan !== undefined;
  return isOtherwise ? { ...next, plan: is.plan, dropped: droppedBy(content, is.plan!) } : counted;
};

/** Whether it is on paper or in somebody's hands. */
export const hasLeft = ({ state }: Letter): boolean =>
  letterMoves['written-anew'].from.some((from) => from === state);

/** A note on a letter that is on paper or in somebody's hands. */
const noted = (
  letter: Letter,
  note: Omit<NonNullable<Letter['toldWrongly']>, 'at'>,
  now: Instant,
): Rewritten => ({
  letter: {
    ...letter,
    toldWrongly: { at: now, ...note },
    ...(note.instead === undefined && { calendarClosed: true }),
  },
  from: letter.state,
  version: letter.version,
});

/** Takes back a letter that has no ground any more, or notes that it has left. */
export const takingBack = (letter: Letter, because: TakenBackBecause, now: Instant): Followed => {
  if (hasLeft(letter))
    // A family keeps the letter that an office gave it, whichever office has the dossier now.
    return because === 'moved' ? {} : { rewritten: noted(letter, { because, what: [] }, now) };
  const to = afterMove(letter.state, 'withdrawn');
  return to === letter.state
    ? {}
    : { takenBack: { id: letter.id, from: letter.state, to, reason: because, closes: true } };
};

/** The letter with the facts as they are now, where they differ from what they were. */
export const following = (
  letter: Letter,
  {
    was,
    is,
    dossier,
    doubt: raised,
  }: { was: LetterContent; is: LetterContent; dossier: Dossier; doubt?: LetterDoubt },
  given: Given,
  now: Instant,
): Followed => {
  const fields = changedFields(was, is, letter.dossierCode === dossier.code);
  const isNews = raised !== undefined && letter.reason !== raised;
  if ((fields.length === 0 && !isNews) || letter.state === 'withdrawn') return {};
  const content = withFields(letter.toldWrongly?.instead ?? letter.content, is, fields, given);
  if (hasLeft(letter)) {
    if (fields.length === 0) return {};
    const isRightAgain = canonical(content) === canonical(letter.content);
    const { toldWrongly, ...right } = letter;
    if (isRightAgain) return { rewritten: { letter: right, from: letter.state, version: letter.version } };
    const what = [...new Set([...(toldWrongly?.what ?? []), ...fields])];
    return { rewritten: noted(letter, { because: 'corrected', what, instead: content }, now) };
  }
  if (!isNews && canonical(content) === canonical(letter.content)) return {};
  const happened: LetterMove = letter.state === 'held' ? 'corrected-held' : 'corrected';
  const { wordings, library } = wordingsOf(given.ward);
  const sheet = compose(content, wordings, library);
  const doubt = raised ?? doubtOfWords(content, sheet, dayOf(now));
  const leaflet = letter.leaflet && given.leafletOf(content);
  const { reason, leaflet: _leaflet, ...kept } = letter;
  const waits = letter.state === 'held' && reason !== 'words-for-a-newborn' ? reason : undefined;
  const garbled = garbledNamesOf(dossier).length > 0 ? 'garbled-name' : undefined;
  const why = [garbled, doubt ?? waits].filter((one) => one !== undefined).join(', ');
  const state = garbled ? 'stopped' : doubt ? 'held' : afterMove(letter.state, happened);
  const looked = letter.state === 'released' || content.addressGaps || doubt;
  return {
    rewritten: {
      letter: {
        ...kept,
        content,
        sheet,
        ...(leaflet && { leaflet: compose(leaflet, wordings, library) }),
        version: letter.version + 1,
        release: looked ? 'by-person' : letter.release,
        state,
        since: now,
        revisedAt: now,
        ...(why !== '' && { reason: why }),
        documents: [],
      },
      from: letter.state,
      version: letter.version,
    },
  };
};
