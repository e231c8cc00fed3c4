/** Decides what the occasions of one dossier come to: at most one letter for each person event and for each delay. */
import { dayOf } from '../../values/day.ts';
import { between } from '../../values/instant.ts';
import { effectOf } from '../../values/procedure.ts';
import { fact } from '../../dossier/dossier.ts';
import { newsFor } from '../../dossier/superseding.ts';
import { apologyContent } from './apology-letter.ts';
import { decideLetter } from './decide-letter.ts';
import type { NoLetterSaid, Reason, Withdrawal } from './letter-decision.ts';
import type { LettersDecided, LetterTakenBack } from './decided.ts';
import { drafted } from './drafted.ts';
import { familyContent, leafletContent } from './family-letter.ts';
import type { KnownForLetters, LetterGrounds } from './grounds.ts';
import type { Letter } from '../letter.ts';
import { afterMove } from '../moves.ts';
import { type DelayOccasion, type FamilyOccasion, type Occasion, wishOf } from './occasion.ts';
import type { Fingerprint } from './person-event.ts';
import { knownTo, rememberedOf } from './remembering.ts';
import { settingsOf } from '../ward-letters.ts';
import type { LetterId } from '../../values/ids.ts';

/** Unguessable for whoever has not the ward's key, and the same for a decision that is made again. */
const calendarToken = (letterId: string, fingerprint: Fingerprint): string =>
  fingerprint(`calendar|${letterId}`).slice(0, 24);

/** Ends a calendar whose letter is out of reach; a family that declined may keep what it has. */
const takenBack = (
  withdrawals: readonly Withdrawal[],
  states: KnownForLetters['states'],
): LetterTakenBack[] =>
  withdrawals.flatMap(({ letterId, is, reason }): LetterTakenBack[] => {
    const from = states.get(letterId);
    if (from === undefined) return [];
    const to = afterMove(from, is);
    const id = letterId as LetterId;
    if (is === 'withdrawn' && (reason === 'child-died' || to !== from))
      return [{ id, from, to, reason, closes: true }];
    return to === from ? [] : [{ id, from, to, reason }];
  });

/** The reason is kept unsealed with the event: that a child has died must not be read off it. */
const sayable = (reason: Reason): NoLetterSaid =>
  reason === 'child-died' || reason === 'a-child-needs-own-words' ? 'tact' : reason;

/** A letter that was taken back and is told of again: its next version, for a person to look at whatever the ward says. */
const writtenAgain = (
  letter: Letter,
  known: KnownForLetters,
): Pick<LettersDecided, 'drafts' | 'rewritten'> => {
  const old = known.takenBack?.get(letter.id);
  if (old === undefined) return { drafts: [letter] };
  const { createdAt, version, state: from } = old;
  const again = { ...letter, version: version + 1, release: 'by-person' as const, createdAt };
  return { drafts: [], rewritten: [{ letter: { ...again, revisedAt: letter.since }, from, version }] };
};

const familyDecided = (occasion: FamilyOccasion, grounds: LetterGrounds): Decided => {
  const { dossier, ward, known, places, fingerprint, calendarUrl, localDays, now } = grounds;
  const { event, registration, people, letterId } = occasion;
  const issuedOn = dayOf(now);
  const decision = decideLetter(
    { ward: dossier.ward, event, registration, today: issuedOn, wish: wishOf(known.consents) },
    settingsOf(ward),
    {
      letters: [...known.states]
        .map(([id, state]) => ({ id, state }))
        .filter(({ id }) => known.takenBack?.has(id) !== true),
      traces: knownTo(people, known.people),
    },
    fingerprint,
  );
  const rest = {
    takenBack: takenBack(decision.withdraw, known.states),
    remembered: rememberedOf(people, decision.traces, known.people),
  };
  if (decision.outcome === 'none') return { drafts: [], none: sayable(decision.reason), ...rest };
  if (between(occasion.at, now) > newsFor) return { drafts: [], none: 'too-old', ...rest };

  const calendar = calendarToken(letterId, fingerprint);
  const given = { dossier, ward, places, issuedOn, localDays, calendarUrl: calendarUrl(calendar) };
  const content = familyContent(decision, event, given);
  if (content === undefined) return { drafts: [], none: 'cannot-be-written', ...rest };
  const leaflet = decision.leaflet ? leafletContent(content, given) : undefined;
  const release = content.addressGaps ? 'by-person' : decision.release;
  const more = { leaflet, calendar, doubt: decision.doubt };
  return { ...writtenAgain(drafted(occasion, content, release, grounds, more), known), ...rest };
};

/** What one occasion comes to. */
type Decided = Omit<LettersDecided, 'ward' | 'none'> & { none?: NoLetterSaid };

/** Nobody is told whom to congratulate or console: only a ward that writes such letters has to add the persons. */
const personsMissing = ({ dossier, ward, table }: LetterGrounds): Decided => {
  const effect = effectOf(table, fact(dossier, 'procedureCode'));
  const kind = effect === 'death' ? 'condolence' : effect;
  const { approvedWordings, ...settings } = settingsOf(ward);
  const writes =
    kind !== undefined && kind !== 'none' && settings[kind].on && approvedWordings.includes(kind);
  return { drafts: [], takenBack: [], remembered: [], none: writes ? 'persons-missing' : 'switched-off' };
};

const delayDecided = (occasion: DelayOccasion, grounds: LetterGrounds): Decided => {
  const { dossier, known, now } = grounds;
  const silent = (none: NoLetterSaid) => ({ drafts: [], takenBack: [], remembered: [], none });
  if (known.states.has(occasion.letterId) && known.takenBack?.has(occasion.letterId) !== true)
    return silent('already-known');
  if (between(occasion.at, now) > newsFor) return silent('too-old');
  const apology = apologyContent(occasion, dossier, { ...grounds, issuedOn: dayOf(now) });
  if (!apology.ok) return silent(apology.because);
  const letter = drafted(occasion, apology.content, 'by-person', grounds);
  return { ...writtenAgain(letter, known), takenBack: [], remembered: [] };
};

const decided = (occasion: Occasion, grounds: LetterGrounds): Decided => {
  switch (occasion.is) {
    case 'family':
      return familyDecided(occasion, grounds);
    case 'persons-missing':
      return personsMissing(grounds);
    case 'delay':
      return delayDecided(occasion, grounds);
  }
};

/** What the occasions come to together; they are of one dossier, so at most one of them is a person event. */
export const decideLetters = (occasions: readonly Occasion[], grounds: LetterGrounds): LettersDecided => {
  const each = occasions.map((occasion) => decided(occasion, grounds));
  const none = each.flatMap((one) => one.none ?? []);
  return {
    ward: grounds.dossier.ward,
    drafts: each.flatMap(({ drafts }) => drafts),
    rewritten: each.flatMap((one) => one.rewritten ?? []),
    takenBack: each.flatMap((one) => one.takenBack),
    remembered: each.flatMap((one) => one.remembered),
    ...(none.length > 0 && { none: none.join('; ') }),
  };
};
