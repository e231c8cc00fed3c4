/** The word that opens one dossier on the page for citizens: sealed, so that nobody can read, change or guess it. */
import { DossierCode } from '../dossier/dossier-code.ts';
import { hours, Instant, plus } from '../values/instant.ts';
import type { Vault } from '../values/vault.ts';
import { Ward } from '../values/ward.ts';

export type Pass = { ward: Ward; code: DossierCode; until?: Instant };

const place = 'lookup-pass';

/** How long the page stays open for whoever typed both codes; a word on paper is good as long as the dossier is kept. */
const typedLasts = hours(2);

export const passFor = (
  vault: Pick<Vault, 'seal'>,
  { ward, code }: { ward: Ward; code: DossierCode },
  typedAt?: Instant,
): string =>
  vault.seal([ward, code, ...(typedAt === undefined ? [] : [plus(typedAt, typedLasts)])].join(' '), place);

/** The dossier that a word opens now; undefined for any other text. */
export const passIn = (vault: Pick<Vault, 'open'>, word: string, now: Instant): Pass | undefined => {
  const [of, written, end] = opened(vault, word, place)?.split(' ') ?? [];
  const [ward, code] = [Ward.safeParse(of), DossierCode.safeParse(written)];
  if (!ward.success || !code.success) return undefined;
  if (end === undefined) return { ward: ward.data, code: code.data };
  const until = Instant.safeParse(end);
  return until.success && now < until.data
    ? { ward: ward.data, code: code.data, until: until.data }
    : undefined;
};

const opened = (vault: Pick<Vault, 'open'>, word: string, context: string): string | undefined => {
  // Letters that decode to nothing would make a second word for the same page.
  const sealed = word.slice(word.lastIndexOf('.') + 1);
  if (word.length > 400 || Buffer.from(sealed, 'base64url').toString('base64url') !== sealed)
    return undefined;
  try {
    return vault.open(word, context);
  } catch {
    return undefined; // changed, made up, or of another key
  }
};

/** How long a form may lie open before it is sent. */
const formLasts = hours(2);

/** What proves that a form is one of ours for this page, and not made by another site. */
export const formProof = (vault: Pick<Vault, 'seal'>, page: string, now: Instant): string =>
  vault.seal(now, `lookup-form ${page}`);

export const isOurForm = (
  vault: Pick<Vault, 'open'>,
  page: string,
  proof: string | undefined,
  now: Instant,
): boolean => {
  const at = Instant.safeParse(proof === undefined ? undefined : opened(vault, proof, `lookup-form ${page}`));
  return at.success && now < plus(at.data, formLasts);
};

/** Where a word opens its dossier: what the square code on paper says. */
export const lookupAt =
  (publicUrl: string) =>
  (word: string): string =>
    `${publicUrl}/tra-cuu/${word}`;
