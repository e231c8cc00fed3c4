/** Which letter a completed dossier deserves, and which pending ones it takes back. */
import { addMonthsClamped, type Day } from '../../values/day.ts';
import type { Layout } from '../content.ts';
import type { LetterState } from '../moves.ts';
import {
  isDeathOf,
  letterIdOf,
  traceOf,
  type Fingerprint,
  type PersonEvent,
  type Trace,
} from './person-event.ts';

/** What the ward chose. A condolence has no `automatic`: a person releases every one. */
export type LetterSettings = {
  birth: { on: boolean; layout: Layout; release: 'automatic' | 'by-person' };
  marriage: { on: boolean; layout: Layout; release: 'automatic' | 'by-person' };
  condolence: { on: boolean; layout: Layout; leaflet: boolean };
  /** Kinds whose wording the ward has approved. */
  approvedWordings: readonly ('birth' | 'marriage' | 'condolence' | 'funeral-support')[];
  /** The health station has confirmed the ward's vaccination schedule. */
  scheduleConfirmed: boolean;
  /** A birth letter is for a child younger than this, in completed months; 24 where the ward says nothing else. */
  birthLetterWithinMonths: number;
  /** Letters need consent, or end at an objection (Luật 91/2025/QH15: a purpose of its own). */
  basis: 'consent' | 'opt-out';
};

/** What the dossier tells. `registration` comes from the ward's table of procedures. */
export type LetterFacts = {
  ward: string;
  event: PersonEvent;
  registration: 'first' | 'again';
  completedOn: Day;
  /** What the family said about letters. */
  wish: 'agreed' | 'declined' | 'unknown';
};

/** Letters and person events of this ward that touch the same people. */
export type Known = { letters: readonly { id: string; state: LetterState }[]; traces: readonly Trace[] };

/**
 * The letter stops if it is still here. When a child has died its calendar file is closed even if it is not; a family
 * that declined may keep what it has in hand.
 */
export type Withdrawal = { letterId: string; reason: 'child-died' | 'declined' };

/** `trace` is to be kept whatever the outcome: a silent event must be found by the one that comes after it. */
export type LetterDecision = { trace: Trace | undefined; withdraw: Withdrawal[] } & (
  | {
      outcome: 'draft';
      letterId: string;
      kind: 'birth' | 'marriage' | 'condolence';
      layout: Layout;
      release: 'automatic' | 'by-person';
      leaflet: boolean;
    }
  | {
      outcome: 'none';
      reason:
        | 'registered-again'
        | 'already-known'
        | 'declined'
        | 'no-consent'
        | 'switched-off'
        | 'wording-not-approved'
        | 'schedule-not-confirmed'
        | 'not-recent'
        | 'child-died'
        | 'a-child-needs-own-words';
    }
);

type Reason = Extract<LetterDecision, { outcome: 'none' }>['reason'];

const kinds = { birth: 'birth', marriage: 'marriage', death: 'condolence' } as const;

const whyNot = (
  facts: LetterFacts,
  settings: LetterSettings,
  known: Known,
  trace: Trace | undefined,
): Reason | undefined => {
  const { event, wish } = facts;
  const kind = kinds[event.kind];
  if (facts.registration === 'again') return 'registered-again';
  if (trace && known.traces.some((death) => isDeathOf(trace, death))) return 'child-died';
  if (trace && known.traces.some((child) => isDeathOf(child, trace))) return 'a-child-needs-own-words';
  if (wish === 'declined') return 'declined';
  if (wish === 'unknown' && settings.basis === 'consent') return 'no-consent';
  if (!settings[kind].on) return 'switched-off';
  if (!settings.approvedWordings.includes(kind)) return 'wording-not-approved';
  if (event.kind !== 'birth') return undefined;
  if (addMonthsClamped(event.bornOn, settings.birthLetterWithinMonths) < facts.completedOn)
    return 'not-recent';
  if (!settings.scheduleConfirmed) return 'schedule-not-confirmed';
  return undefined;
};

/**
 * One letter for one person event, whichever dossier brings it first. A child's death takes back everything that would
 * congratulate the family, whatever the order in which the two events came, and gets no ready-made condolence: those
 * words are written for the old. A first registration alone deserves a letter, but a death counts in any form.
 */
export const decideLetter = (
  facts: LetterFacts,
  settings: LetterSettings,
  known: Known,
  fingerprint: Fingerprint,
): LetterDecision => {
  const { event } = facts;
  const letterId = letterIdOf(facts.ward, event, fingerprint);
  // A birth registered again is an adult's: a namesake who dies must not look like a child.
  const grownUp = event.kind === 'birth' && facts.registration === 'again';
  const trace = grownUp ? undefined : traceOf(facts.ward, event, fingerprint);
  const seen = known.letters.some(({ id }) => id === letterId);
  const withdraw = [
    ...known.traces
      .filter((child) => trace && isDeathOf(child, trace))
      .map((child): Withdrawal => ({ letterId: child.letterId, reason: 'child-died' })),
    ...(seen && facts.wish === 'declined' ? [{ letterId, reason: 'declined' } satisfies Withdrawal] : []),
  ];
  const reason = seen ? 'already-known' : whyNot(facts, settings, known, trace);
  if (reason) return { outcome: 'none', reason, trace, withdraw };

  const kind = kinds[event.kind];
  const { layout } = settings[kind];
  const release = kind === 'condolence' ? 'by-person' : settings[kind].release;
  const leaflet =
    kind === 'condolence' &&
    settings.condolence.leaflet &&
    settings.approvedWordings.includes('funeral-support');
  return { outcome: 'draft', letterId, kind, layout, release, leaflet, trace, withdraw };
};
