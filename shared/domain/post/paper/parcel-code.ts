/** The code behind a label's QR: whose papers these are, and a word that nobody can tie to a citizen. */

/** `word` is a keyed hash, so that no code leads back to a job without the key. */
export const parcelCode = (ward: string, word: string): string => `${ward}-${word.slice(0, 22)}`;

/** The ward in a code; undefined for what is none. */
export const wardInParcelCode = (code: string): string | undefined =>
  /^(\d{5})-[A-Za-z0-9_-]{22}$/.exec(code)?.[1];

/** The codes of labels that were printed. They name a ward and no job, so whoever reads them reads of no citizen. */
export interface ParcelCodes {
  /** Noted before the label is given out: the page vouches for it from then on. */
  note(code: string): Promise<void>;
  /** Whether we printed this one; anybody can make up the form of a code. */
  isOurs(code: string): Promise<boolean>;
}
