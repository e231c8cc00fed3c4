/** What a decision about letters goes by. */
import type { Consent } from '../../office/consent.ts';
import type { Dossier } from '../../dossier/dossier.ts';
import type { Instant } from '../../values/instant.ts';
import type { PlaceCatalogue } from '../../values/places/places.ts';
import type { ProcedureTable } from '../../values/procedure.ts';
import type { Letter } from '../letter.ts';
import type { LetterState } from '../moves.ts';
import type { LocalDays } from '../../calendar/calendar.ts';
import type { Fingerprint } from './person-event.ts';
import type { Trace } from './trace.ts';
import type { WardLetters } from '../ward-letters.ts';

/** What the store knows about these occasions. */
export type KnownForLetters = {
  states: ReadonlyMap<string, LetterState>;
  people: ReadonlyMap<string, { traces: readonly Trace[]; version: number }>;
  consents: readonly Consent[];
  /** Withdrawn because the office put its facts right or took its status back: one reported again is written again. */
  takenBack?: ReadonlyMap<string, Letter>;
};

export type LetterGrounds = {
  dossier: Dossier;
  ward: WardLetters;
  known: KnownForLetters;
  table: ProcedureTable;
  /** The ward's own days off, beside the national calendar: no session of a health station falls on them. */
  localDays: LocalDays;
  /** Names the communes and provinces of addresses. */
  places: PlaceCatalogue;
  fingerprint: Fingerprint;
  /** The address of a family's calendar, by its secret token. */
  calendarUrl: (token: string) => string;
  /** Where the citizen sees how a dossier stands, and its receipt code; absent where nobody looks anything up. */
  lookup?: ((dossier: Dossier) => { url: string; receipt: string }) | undefined;
  now: Instant;
};
