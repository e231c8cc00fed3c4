/** What a decision about one letter goes by, and what it may come to. */
import type { Day } from '../../values/day.ts';
import type { Layout } from '../content.ts';
import type { LetterState } from '../moves.ts';
import type { PersonEvent } from './person-event.ts';
import type { TimeLimits, Untimely } from './timeliness.ts';
import type { Trace } from './trace.ts';

/** What the ward chose. A condolence has no `automatic`: a person releases every one. */
export type LetterSettings = {
  birth: { on: boolean; layout: Layout; release: 'automatic' | 'by-person' };
  marriage: { on: boolean; layout: Layout; release: 'automatic' | 'by-person' };
  condolence: { on: boolean; layout: Layout; leaflet: boolean };
  /** Kinds whose wording the ward has approved. */
  approvedWordings: readonly ('birth' | 'marriage' | 'condolence' | 'funeral-support')[];
  /** The health station has confirmed the ward's vaccination schedule. */
  scheduleConfirmed: boolean;
  /** How old an event may be for its letter. */
  limits: TimeLimits;
  /** Letters need consent, or end at an objection (Luật 91/2025/QH15: a purpose of its own). */
  basis: 'consent' | 'opt-out';
};

/** What the dossier tells. `registration` comes from the ward's table of procedures. */
export type LetterFacts = {
  ward: string;
  event: PersonEvent;
  registration: 'first' | 'again';
  /** The day on which the letter would be written. */
  today: Day;
  /** What the family said about letters. */
  wish: 'agreed' | 'declined' | 'unknown';
};

/** Letters and persons of this ward that this event may touch. */
export type Known = { letters: readonly { id: string; state: LetterState }[]; traces: readonly Trace[] };

/**
 * For a person to look at: whoever died may belong to the family, or may be a child; or facts put right are those of
 * another dossier's letter, be it the same child registered twice or the names of twins that were exchanged; or the
 * ward's own words are of a newborn, and the child is none.
 */
export type LetterDoubt =
  | 'perhaps-bereaved'
  | 'perhaps-a-child'
  | 'perhaps-told-twice'
  | 'words-for-a-newborn';

/**
 * The letter stops, or waits for a person, if it is still here. When a child has died its calendar is closed even if
 * the letter is not here; a family that declined may keep what it has in hand.
 */
export type Withdrawal =
  | { letterId: string; is: 'withdrawn'; reason: 'child-died' | 'declined' }
  | { letterId: string; is: 'doubted'; reason: LetterDoubt };

/** Why there is no letter. */
export type Reason =
  | Untimely
  | 'name-missing'
  | 'registered-again'
  | 'already-known'
  | 'declined'
  | 'no-consent'
  | 'switched-off'
  | 'wording-not-approved'
  | 'schedule-not-confirmed'
  | 'child-died'
  | 'a-child-needs-own-words';

/** Why an occasion came to no letter, as it is kept and may be said to anybody; what missing facts are is said behind it. */
export type NoLetter =
  | Exclude<Reason, 'child-died' | 'a-child-needs-own-words'>
  | 'tact'
  | 'too-old'
  | 'cannot-be-written'
  | 'persons-missing'
  | 'facts-missing';

/** The same with the names of the facts. */
export type NoLetterSaid = Exclude<NoLetter, 'facts-missing'> | `facts-missing: ${string}`;

/** `traces` are to be kept whatever the outcome: a silent event must be found by the one that comes after it. */
export type LetterDecision = { traces: Trace[]; withdraw: Withdrawal[] } & (
  | {
      outcome: 'draft';
      letterId: string;
      kind: 'birth' | 'marriage' | 'condolence';
      layout: Layout;
      release: 'automatic' | 'by-person';
      leaflet: boolean;
      /** Written, but held until a person has looked. */
      doubt?: LetterDoubt;
    }
  | { outcome: 'none'; reason: Reason }
);
