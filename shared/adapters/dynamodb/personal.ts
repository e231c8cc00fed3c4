import { divide, type Mark } from '../../domain/values/privacy.ts';
import type { Vault } from '../../domain/values/vault.ts';

type Table = Readonly<Record<string, Mark>>;
type Fields = Record<string, unknown>;

const isSealed = (table: Table, [name, value]: [string, unknown]): boolean =>
  table[name] === 'personal' && value !== undefined;

/** These fields with each personal one sealed by itself, under its own name, so that a move can write it alone. */
export const sealEach = (fields: Readonly<Fields>, table: Table, vault: Vault, place: string): Fields =>
  Object.fromEntries(
    Object.entries(fields).map((field) => {
      const [name, value] = field;
      return isSealed(table, field)
        ? [name, vault.seal(JSON.stringify(value), `${place}/${name}`)]
        : [name, value];
    }),
  );

/** The fields as they were before `sealEach`. */
export const openEach = (fields: Readonly<Fields>, table: Table, vault: Vault, place: string): Fields =>
  Object.fromEntries(
    Object.entries(fields).map((field) => {
      const [name, value] = field;
      return isSealed(table, field)
        ? [name, JSON.parse(vault.open(String(value), `${place}/${name}`))]
        : [name, value];
    }),
  );

/** The open fields and, where there are any others, one sealed text that holds them all: for what is written once. */
export const sealTogether = (
  fields: Readonly<Fields>,
  table: Table,
  vault: Vault,
  place: string,
): { open: Fields; sealed?: string } => {
  const { open, personal } = divide(fields, table);
  return Object.keys(personal).length === 0
    ? { open }
    : { open, sealed: vault.seal(JSON.stringify(personal), place) };
};

/** The fields together again. */
export const openTogether = (
  { open, sealed }: { open: Readonly<Fields>; sealed?: string | undefined },
  vault: Vault,
  place: string,
): Fields => (sealed === undefined ? open : { ...open, ...JSON.parse(vault.open(sealed, place)) });
