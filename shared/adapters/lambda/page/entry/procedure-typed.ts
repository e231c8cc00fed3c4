import type { ProcedureTable } from '../../../../domain/values/procedure.ts';
import { procedures2026 } from '../../../../domain/values/procedures-2026.ts';
import { folded } from '../../../../domain/sheet/cells/folded.ts';

/** A procedure as the field offers it: its code, then its name. */
export const offered = (table: ProcedureTable = procedures2026): string[] =>
  table.procedures.map(({ code, name }) => `${code} ${name}`);

const asCode = /^(\d\.\d{6})(?:\s+(.+))?$/;

export type TypedProcedure =
  | { is: 'none' }
  | { is: 'one'; procedureCode: string; procedureName?: string }
  | { is: 'several'; names: string[] }
  | { is: 'unknown' };

/**
 * The procedure that somebody means: a code, with its name where our table does not know it; or words of its name, with or
 * without accents, as long as only one has them. A code in brackets behind two of one name decides.
 */
export const procedureTyped = (typed: string, table: ProcedureTable = procedures2026): TypedProcedure => {
  const text = typed.trim();
  if (text === '') return { is: 'none' };
  const [, code, name] = asCode.exec(text) ?? [];
  if (code !== undefined) {
    const isKnown = table.procedures.some((one) => one.code === code);
    return { is: 'one', procedureCode: code, ...(name !== undefined && !isKnown && { procedureName: name }) };
  }
  const words = folded(text);
  const exact = table.procedures.filter((one) => folded(one.name) === words);
  const like =
    exact.length > 0
      ? exact
      : table.procedures.filter((one) => ` ${folded(one.name)} `.includes(` ${words} `));
  if (words === '' || like.length === 0) return { is: 'unknown' };
  const [only] = like;
  if (like.length === 1 && only) return { is: 'one', procedureCode: only.code };
  return { is: 'several', names: like.map((one) => `${one.code} ${one.name}`) };
};
