import type { BundleRecord } from '../dossier/bundle.ts';
import type { Decision } from './decision.ts';
import type { Instant } from '../values/instant.ts';
import type { CardWrite } from '../notification/spending.ts';
import type { Dossier } from '../dossier/dossier.ts';
import type { DossierCode } from '../dossier/dossier-code.ts';
import type { Ward } from '../values/ward.ts';

/** All decisions of one dossier that belong together, and the versions of everything they were made on. */
export type DossierDecision = {
  before: number;
  decisions: Decision[];
  decidedAt: Instant;
  bundle?: { before: number; after: BundleRecord };
  phone?: CardWrite;
};

/** How one dossier's decisions were written; `failed` is about that dossier alone and says why. */
export type Committed = 'committed' | 'conflict' | { failed: string };

/** What the wards' dossiers are known to be. */
export interface Dossiers {
  /** The dossiers that are known among these, each with the version to decide on. */
  find(ids: readonly { ward: Ward; code: DossierCode }[]): Promise<{ dossier: Dossier; version: number }[]>;
  /**
   * Writes dossier, notifications, bundle, phone card and the events' decided marks, all or nothing per dossier.
   * `conflict` means that somebody else decided on one of them meanwhile: read again and decide again. No bundle and
   * no phone may be in two of the decisions given at once.
   */
  commit(decided: readonly DossierDecision[]): Promise<Committed[]>;
  /** Unfinished dossiers of one ward, without an apology, that were promised until then; the oldest promise first. */
  promisedUntil(ward: Ward, until: Instant, limit: number): Promise<Dossier[]>;
  /** Dossiers whose result lies at the counter of this office since then or later, the newest result first. */
  readyAt(ward: Ward, from: Instant, limit: number): Promise<Dossier[]>;
  /** Dossiers of one ward whose news go to this number (`lookedUpAs`), a landline too, newest first. */
  withPhone(ward: Ward, e164: string): Promise<Dossier[]>;
  /**
   * The dossiers with this code, whichever office has them: two while one was handed over. A dossier is found from its first
   * decision on, a moment later.
   */
  withCode(code: DossierCode): Promise<Dossier[]>;
}
