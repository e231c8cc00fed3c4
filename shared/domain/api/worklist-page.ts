/** The worklist of an office as the API gives it. */
import * as z from 'zod';
import { OpenCircuits } from '../notification/pace/circuit.ts';
import { worklists } from './work-by-state.ts';

/** Which list is asked for, all of them where none is named, and where a page begins. */
export const WorklistQuery = z.object({
  list: z.enum(worklists).optional(),
  cursor: z.string().max(2000).optional(),
});

/** The most urgent list first; a page may have few things, or none, and go on. */
export const WorklistPage = z.strictObject({
  items: z.array(
    z.strictObject({
      list: z.enum(worklists),
      dossierCode: z.string(),
      because: z.string(),
    }),
  ),
  cursor: z.string().optional(),
  carriers: OpenCircuits,
});
export type WorklistPage = z.infer<typeof WorklistPage>;
