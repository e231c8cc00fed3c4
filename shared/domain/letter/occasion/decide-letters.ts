/** Decides what the occasions of one dossier come to: at most one letter for each person event and for each delay. */
import { dayOf } from '../../values/day.ts';
import { between } from '../../values/instant.ts';
import { effectOf } from '../../values/procedure.ts';
import { fact } from '../../dossier/dossier.ts';
import { newsFor } from '../../dossier/superseding.ts';
import { apologyContent } from './apology-letter.ts';
import { decideLetter } from './decide-letter.ts';
import type { Withdrawal } from './letter-decision.ts';
import type { LettersDecided, LetterTakenBack } from './decided.ts';
import { drafted } from './drafted.ts';
import { familyContent, leafletContent } from './family-letter.ts';
import type { KnownForLetters, LetterGrounds } from './grounds.ts';
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
const sayable = (reason: string): string =>
  reason === 'child-died' || reason === 'a-child-needs-own-words' ? 'tact' : reason;

/** Letters of this dossier that told the persons or dates otherwise, before they were corrected. */
const corrected = (
  before: readonly LetterId[],
  states: KnownForLetters['states'],
): { takenBack: LetterTakenBack[]; inHand: boolean } => {
  const there = before.flatMap((id) => {
    const from = states.get(id);
    return from === undefined || from === 'withdrawn' ? [] : [{ id, from, to: afterMove(from, 'withdrawn') }];
  });
  return {
    takenBack: there
      .filter(({ from, to }) => to !== from)
      .map((one) => ({ ...one, reason: 'corrected', closes: true })),
    inHand: there.some(({ from, to }) => to === from),
  };
};

const familyDecided = (occasion: FamilyOccasion, grounds: LetterGrounds): Omit<LettersDecided, 'ward'> => {
  const { dossier, ward, known, places, fingerprint, calendarUrl, localDays, now } = grounds;
  const { event, registration, people, letterId, before } = occasion;
  const issuedOn = dayOf(now);
  const decision = decideLetter(
    { ward: dossier.ward, event, registration, today: issuedOn, wish: wishOf(known.consents) },
    settingsOf(ward),
    {
      letters: [...known.states].map(([id, state]) => ({ id, state })),
      traces: knownTo(people, known.people),
    },
    fingerprint,
  );
  const old = corrected(before, known.states);
  const rest = {
    takenBack: [
      ...takenBack(
        decision.withdraw.filter((one) => !before.includes(one.letterId as LetterId)),
        known.states,
      ),
      ...old.takenBack,
    ],
    remembered: rememberedOf(people, decision.traces, known.people),
  };
  if (decision.outcome === 'none') return { drafts: [], none: sayable(decision.reason), ...rest };
  if (old.inHand) return { drafts: [], none: 'letter-in-hand', ...rest };
  if (between(occasion.at, now) > newsFor) return { drafts: [], none: 'too-old', ...rest };

  const calendar = calendarToken(letterId, fingerprint);
  const given = { dossier, ward, places, issuedOn, localDays, calendarUrl: calendarUrl(calendar) };
  const content = familyContent(decision, event, given);
  if (content === undefined) return { drafts: [], none: 'cannot-be-written', ...rest };
  const leaflet = decision.leaflet ? leafletContent(content, given) : undefined;
  const release = content.addressGaps ? 'by-person' : decision.release;
  const more = { leaflet, calendar, doubt: decision.doubt };
  return { drafts: [drafted(occasion, content, release, grounds, more)], ...rest };
};

/** Nobody is told whom to congratulate or console: only a ward that writes such letters has to add the persons. */
const personsMissing = ({ dossier, ward, table }: LetterGrounds): Omit<LettersDecided, 'ward'> => {
  const effect = effectOf(table, fact(dossier, 'procedureCode'));
  const kind = effect === 'death' ? 'condolence' : effect;
  const { approvedWordings, ...settings } = settingsOf(ward);
  const writes =
    kind !== undefined && kind !== 'none' && settings[kind].on && approvedWordings.includes(kind);
  return { drafts: [], takenBack: [], remembered: [], none: writes ? 'persons-missing' : 'switched-off' };
};

const delayDecided = (occasion: DelayOccasion, grounds: LetterGrounds): Omit<LettersDecided, 'ward'> => {
  const { dossier, known, now } = grounds;
  const silent = (none: string) => ({ drafts: [], takenBack: [], remembered: [], none });
  if (known.states.has(occasion.letterId)) return silent('already-known');
  if (between(occasion.at, now) > newsFor) return silent('too-old');
  const apology = apologyContent(occasion, dossier, { ...grounds, issuedOn: dayOf(now) });
  if (!apology.ok) return silent(apology.because);
  const letter = drafted(occasion, apology.content, 'by-person', grounds);
  return { drafts: [letter], takenBack: [], remembered: [] };
};

const decided = (occasion: Occasion, grounds: LetterGrounds): Omit<LettersDecided, 'ward'> => {
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
    takenBack: each.flatMap((one) => one.takenBack),
    remembered: each.flatMap((one) => one.remembered),
    ...(none.length > 0 && { none: none.join('; ') }),
  };
};
