import * as z from 'zod';
import { Ward } from '../values/ward.ts';
import { LetterId } from '../values/ids.ts';

/** One ring of the letters' doorbell: which letter may have to be rendered. It carries nothing about anybody. */
export const LetterDoorbellMessage = z.object({ id: LetterId, ward: Ward });
export type LetterDoorbellMessage = z.infer<typeof LetterDoorbellMessage>;
