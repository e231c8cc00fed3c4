/** The code behind a label's QR: whose papers these are, and a word that nobody can tie to a citizen. */

/** `word` is a keyed hash, so that no code leads back to a job without the key. */
export const parcelCode = (ward: string, word: string): string => `${ward}-${word.slice(0, 22)}`;

/** The ward in a code; undefined for what is none. */
export const wardInParcelCode = (code: string): string | undefined =>
  /^(\d{5})-[A-Za-z0-9_-]{22}$/.exec(code)?.[1];
