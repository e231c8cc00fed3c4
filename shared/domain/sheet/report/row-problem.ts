import * as z from 'zod';
import { sentenceOfTrouble } from './row-report.ts';

const Told = z.object({
  title: z.string(),
  errors: z.array(z.object({ pointer: z.string(), message: z.string() })).optional(),
});

const OfCells = z.array(
  z.object({ column: z.string().optional(), value: z.string().optional(), sentence: z.string() }),
);

const OfRecord = z.object({ field: z.string(), sentence: z.string() });

/** What is wrong with a row, for a person: a problem of the API, of a record, of cells, or a sentence already. */
export const sentenceOfProblem = (problem: unknown): string => {
  const cells = OfCells.safeParse(problem).data;
  if (cells !== undefined) return cells.map(sentenceOfTrouble).join(' · ');
  const record = OfRecord.safeParse(problem).data;
  if (record !== undefined) return record.sentence;
  const told = Told.safeParse(problem).data;
  if (told === undefined) return typeof problem === 'string' ? problem : JSON.stringify(problem);
  return [told.title, ...(told.errors ?? []).map(({ pointer, message }) => `${pointer}: ${message}`)].join(
    ' · ',
  );
};
