/** Decides what the occasions of one dossier come to: at most one letter for each person event and for each delay. */
import { addMonthsClamped, dayOf } from '../../values/day.ts';
import { between } from '../../values/instant.ts';
import { newsFor } from '../../dossier/superseding.ts';
import { apologyContent } from './apology-letter.ts';
import { decideLetter, type Withdrawal } from './decide-letter.ts';
import type { LettersDecided, LetterTakenBack } from './decided.ts';
import { drafted } from './drafted.ts';
import { familyContent, leafletContent } from './family-letter.ts';
import type { KnownForLetters, LetterGrounds } from './grounds.ts';
import { afterMove } from '../moves.ts';
import { type DelayOccasion, type FamilyOccasion, type Occasion, wishOf } from './occasion.ts';
import { type Fingerprint, isDeathOf, type PersonEvent } from './person-event.ts';
import { settingsOf } from '../ward-letters.ts';
import type { LetterId } from '../../values/ids.ts';

/** How many births and deaths of one name are remembered, the newest: far more than one ward has in a year. */
const tracesRemembered = 200;

/** Unguessable for whoever has not the ward's key, and the same for a decision that is made again. */
const calendarToken = (letterId: string, fingerprint: Fingerprint): string =>
  fingerprint(`calendar|${letterId}`).slice(0, 24);

/** Of a letter that has left, only a dead child's calendar is still closed; of one that never was, nothing. */
const takenBack = (
  withdrawals: readonly Withdrawal[],
  states: KnownForLetters['states'],
): LetterTakenBack[] =>
  withdrawals.flatMap(({ letterId, reason }) => {
    const from = states.get(letterId);
    if (from === undefined) return [];
    const to = afterMove(from, 'withdrawn');
    if (reason === 'declined' && to === from) return [];
    return [{ id: letterId as LetterId, from, to, reason }];
  });

/** The reason is kept unsealed with the event: that a child has died must not be read off it. */
const sayable = (reason: string): string =>
  reason === 'child-died' || reason === 'a-child-needs-own-words' ? 'tact' : reason;

/** Under sixteen one is a child (Luật Trẻ em 2016, điều 1); the words that ship are not for them. */
const isChildsDeath = (event: PersonEvent): boolean =>
  event.kind === 'death' &&
  event.bornOn !== undefined &&
  addMonthsClamped(event.bornOn, 16 * 12) > event.diedOn;

const familyDecided = (occasion: FamilyOccasion, grounds: LetterGrounds): Omit<LettersDecided, 'ward'> => {
  const { dossier, ward, known, places, fingerprint, calendarUrl, now } = grounds;
  const { event, registration, completedOn, person, letterId } = occasion;
  const before = known.people.get(person ?? '');
  const decision = decideLetter(
    { ward: dossier.ward, event, registration, completedOn, wish: wishOf(known.consents) },
    settingsOf(ward),
    {
      letters: [...known.states].map(([id, state]) => ({ id, state })),
      traces: before?.traces ?? [],
    },
    fingerprint,
  );
  const { trace } = decision;
  // A condolence whose words are for the old, drafted before anybody knew that it is about a child.
  const untimely = (before?.traces ?? [])
    .filter((death) => trace && isDeathOf(trace, death))
    .map(({ letterId: id }): Withdrawal => ({ letterId: id, reason: 'child-died' }));
  const isNew = trace && !before?.traces.some((old) => old.letterId === trace.letterId);
  const remembered = isNew &&
    person !== undefined && {
      person,
      traces: [...(before?.traces ?? []), trace].slice(-tracesRemembered),
      before: before?.version ?? 0,
    };
  const rest = {
    takenBack: takenBack([...decision.withdraw, ...untimely], known.states),
    ...(remembered && { remembered }),
  };
  if (isChildsDeath(event)) return { drafts: [], none: 'tact', ...rest };
  if (decision.outcome === 'none') return { drafts: [], none: sayable(decision.reason), ...rest };
  if (between(occasion.at, now) > newsFor) return { drafts: [], none: 'too-old', ...rest };

  const issuedOn = dayOf(now);
  const calendar = calendarToken(letterId, fingerprint);
  const given = { dossier, ward, places, issuedOn, calendarUrl: calendarUrl(calendar) };
  const content = familyContent(decision, event, given);
  if (content === undefined) return { drafts: [], none: 'cannot-be-written', ...rest };
  const leaflet = decision.leaflet ? leafletContent(content, given) : undefined;
  const release = content.addressGaps ? 'by-person' : decision.release;
  return { drafts: [drafted(occasion, content, release, grounds, { leaflet, calendar })], ...rest };
};

const delayDecided = (occasion: DelayOccasion, grounds: LetterGrounds): Omit<LettersDecided, 'ward'> => {
  const { dossier, known, now } = grounds;
  const silent = (none: string) => ({ drafts: [], takenBack: [], none });
  if (known.states.has(occasion.letterId)) return silent('already-known');
  if (between(occasion.at, now) > newsFor) return silent('too-old');
  const apology = apologyContent(occasion, dossier, { ...grounds, issuedOn: dayOf(now) });
  if (!apology.ok) return silent(apology.because);
  return { drafts: [drafted(occasion, apology.content, 'by-person', grounds)], takenBack: [] };
};

/** What the occasions come to together; they are of one dossier, so at most one of them is a person event. */
export const decideLetters = (occasions: readonly Occasion[], grounds: LetterGrounds): LettersDecided => {
  const each = occasions.map((occasion) =>
    occasion.is === 'family' ? familyDecided(occasion, grounds) : delayDecided(occasion, grounds),
  );
  const remembered = each.find((one) => one.remembered)?.remembered;
  const none = each.flatMap((one) => one.none ?? []);
  return {
    ward: grounds.dossier.ward,
    drafts: each.flatMap(({ drafts }) => drafts),
    takenBack: each.flatMap((one) => one.takenBack),
    ...(remembered && { remembered }),
    ...(none.length > 0 && { none: none.join('; ') }),
  };
};
