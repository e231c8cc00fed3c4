import type { StatusEvent } from '../../domain/status-event.ts';
import type { Vault } from '../../domain/vault.ts';

/** The fields that tell who somebody is, where they live or what happened to them. */
const personal: ReadonlySet<string> = new Set([
  'applicant',
  'onBehalf',
  'deliveryAddress',
  'personEvent',
  'reason',
] as const satisfies (keyof StatusEvent)[]);

/** Splits fields into the plain ones and one sealed text that holds the personal ones, where there are any. */
export const sealPersonal = (
  fields: Record<string, unknown>,
  vault: Vault,
  place: string,
): { plain: Record<string, unknown>; sealed?: string } => {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  const plain = Object.fromEntries(given.filter(([name]) => !personal.has(name)));
  const hidden = given.filter(([name]) => personal.has(name));
  if (hidden.length === 0) return { plain };
  return { plain, sealed: vault.seal(JSON.stringify(Object.fromEntries(hidden)), place) };
};

/** The fields together again. */
export const openPersonal = (
  { plain, sealed }: { plain: Record<string, unknown>; sealed?: string },
  vault: Vault,
  place: string,
): Record<string, unknown> =>
  sealed === undefined ? plain : { ...plain, ...JSON.parse(vault.open(sealed, place)) };
