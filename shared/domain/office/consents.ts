import type { Ward } from '../values/ward.ts';
import type { DossierCode } from '../dossier/dossier-code.ts';
import type { LetterId } from '../values/ids.ts';
import type { Consent } from './consent.ts';

/** A citizen as a ward knows them: by a phone in E.164 form. */
export type Person = { ward: Ward; phone: string };

/** Whose choice it is: a person's, by phone, or a family's, by its dossier or by the letter about the act in it. */
export type Chooser = Person | { ward: Ward; dossier: DossierCode } | { ward: Ward; letter: LetterId };

/** What citizens chose, ward by ward: each choice is kept as it was made, and nothing tells whose it was. */
export interface Consents {
  /** Keeps one more choice; the same one again changes nothing. */
  record(whose: Chooser, consent: Consent): Promise<void>;
  /**
   * The choices of these choosers, in the order asked, each one's in no order; `mayTell` decides by them. What is
   * asked for together with `Dossiers.find` comes in the same read.
   */
  of(choosers: readonly Chooser[]): Promise<Consent[][]>;
}
