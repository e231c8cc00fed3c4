/** What the letter of a birth, a wedding or a death comes to when its facts are put right. */
import type { Dossier } from '../../dossier/dossier.ts';
import { dayOf } from '../../values/day.ts';
import type { LetterContent } from '../content.ts';
import type { Letter } from '../letter.ts';
import { decideLetter } from '../occasion/decide-letter.ts';
import { familyContent, leafletContent } from '../occasion/family-letter.ts';
import type { LetterGrounds } from '../occasion/grounds.ts';
import type { Reason } from '../occasion/letter-decision.ts';
import { type FamilyOccasion, familyIn } from '../occasion/occasion.ts';
import { knownTo } from '../occasion/remembering.ts';
import type { Trace } from '../occasion/trace.ts';
import { settingsOf } from '../ward-letters.ts';
import { type Followed, following, hasLeft, takingBack } from './following.ts';
import type { LetterTurn } from './letter-turn.ts';

/** Reasons for no letter that lie in the facts; what the ward or the family chose since is no correction. */
const ofFacts: readonly Reason[] = [
  'not-recent',
  'date-incomplete',
  'date-impossible',
  'name-missing',
  'registered-again',
  'already-known',
  'child-died',
  'a-child-needs-own-words',
];
/** Kept unsealed with the event: nobody must read off it that a child has died. */
const tactful: readonly Reason[] = ['child-died', 'a-child-needs-own-words'];

type Outcome = Followed & { none?: string; traces: Trace[] };

/** What happened to whom, as this dossier tells it. */
export const familyOf = (
  dossier: Dossier,
  { table, fingerprint }: LetterGrounds,
): FamilyOccasion | undefined => {
  const occasion = familyIn(dossier, table, fingerprint);
  return occasion?.is === 'family' ? occasion : undefined;
};

export const kinds = { birth: 'birth', marriage: 'marriage', death: 'condolence' } as const;

/** What is remembered without what this letter told. */
export const withoutOwn = (traces: readonly Trace[], { id }: Letter): Trace[] =>
  traces.filter(({ letterId }) => letterId !== id);

/** What the letter of a birth, a wedding or a death comes to. */
export const familyFollows = (letter: Letter, turn: LetterTurn, grounds: LetterGrounds): Outcome => {
  const { ward, known, places, localDays, fingerprint, now } = grounds;
  const [was, is] = [familyOf(turn.before!, grounds), familyOf(turn.dossier, grounds)];
  if (is === undefined) return { ...takingBack(letter, 'taken-back', now), traces: [] };
  const because = (none?: string): Outcome => ({
    ...takingBack(letter, 'corrected', now),
    ...(none !== undefined && { none }),
    traces: [],
  });
  if (kinds[is.event.kind] !== letter.kind || was === undefined) return because();

  const issuedOn = letter.content.issuedOn;
  const { event, registration } = is;
  const told = withoutOwn(knownTo(is.people, known.people), letter);
  /** A letter is named after the facts that it was first written for; by now it may tell of others. */
  const tellsOfOthers = (id: string): boolean =>
    id === is.letterId && !told.some(({ letterId }) => letterId === id);
  const decision = decideLetter(
    { ward: turn.dossier.ward, event, registration, today: dayOf(letter.createdAt), wish: 'agreed' },
    settingsOf(ward),
    {
      letters: [...known.states]
        .map(([id, state]) => ({ id, state }))
        .filter(({ id }) => id !== letter.id && !tellsOfOthers(id)),
      traces: told,
    },
    fingerprint,
  );
  const isOwn = letter.dossierCode === turn.dossier.code && !hasLeft(letter);
  const isTwice = isOwn && decision.outcome === 'none' && decision.reason === 'already-known';
  if (!isTwice && decision.outcome === 'none' && ofFacts.includes(decision.reason))
    return because(tactful.includes(decision.reason) ? 'tact' : decision.reason);

  const draft = { kind: letter.kind as 'birth', layout: letter.content.layout, letterId: letter.id };
  const calendarUrl = letter.content.kind === 'birth' ? (letter.content.calendarUrl ?? '') : '';
  const contentOf = ({ event: of }: FamilyOccasion, dossier: Dossier): LetterContent | undefined =>
    familyContent(draft, of, {
      dossier,
      ward,
      places,
      issuedOn,
      localDays,
      ...(calendarUrl !== '' && { calendarUrl }),
    });
  const [said, now_] = [contentOf(was, turn.before!), contentOf(is, turn.dossier)];
  if (now_ === undefined) return because('cannot-be-written');
  const raised = decision.outcome === 'draft' ? decision.doubt : undefined;
  const doubt = was.letterId === is.letterId ? undefined : isTwice ? 'perhaps-told-twice' : raised;
  const facts = { was: said ?? letter.content, is: now_, dossier: turn.dossier, ...(doubt && { doubt }) };
  const leafletOf = (content: LetterContent) => leafletContent(content, { ward });
  return {
    ...following(letter, facts, { ward, localDays, leafletOf }, now),
    traces: decision.traces.map((trace) => ({ ...trace, letterId: letter.id })),
  };
};
