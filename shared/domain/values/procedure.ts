import * as z from 'zod';

/** What a finished procedure means for a family, beyond the paper: the reason why a letter may follow. */
export const Effect = z.enum(['none', 'birth', 'marriage', 'death']);
export type Effect = z.infer<typeof Effect>;

const Procedure = z.strictObject({
  code: z.string(),
  name: z.string(),
  effect: Effect,
  /** Where this row is less sure than the table. */
  confidence: z.enum(['B', 'C']).optional(),
});
export type Procedure = z.infer<typeof Procedure>;

/**
 * The table of procedures (thủ tục hành chính) as versioned data: ministries change codes by decision, so a table
 * says which day it is of, where it was read and how sure that is.
 */
export const ProcedureTable = z.strictObject({
  version: z.iso.date(),
  source: z.string(),
  confidence: z.enum(['A', 'B', 'C']),
  procedures: z.array(Procedure),
});
export type ProcedureTable = z.infer<typeof ProcedureTable>;

/** What a procedure means for the family; undefined for a code that the table does not know. */
export const effectOf = (table: ProcedureTable, procedureCode: string | undefined): Effect | undefined =>
  table.procedures.find(({ code }) => code === procedureCode)?.effect;

export const isKnown = (table: ProcedureTable, procedureCode: string | undefined): boolean =>
  table.procedures.some(({ code }) => code === procedureCode);

/** What a procedure is called on paper: as the table has it, else as whoever reported it calls it, else its code. */
export const procedureNameOf = (
  table: ProcedureTable,
  procedureCode: string | undefined,
  reported: string | undefined,
): string | undefined =>
  table.procedures.find(({ code }) => code === procedureCode)?.name ?? reported ?? procedureCode;
