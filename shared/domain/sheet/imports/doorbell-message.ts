import * as z from 'zod';
import { Ward } from '../../values/ward.ts';

/** One ring for an import: which one may have work. It carries nothing about anybody. */
export const ImportDoorbellMessage = z.object({ id: z.string(), ward: Ward });
