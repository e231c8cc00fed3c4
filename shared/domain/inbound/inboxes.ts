import type { Ward } from '../values/ward.ts';

/** Who hands over what citizens write to a number, by whatever aggregator; others have accounts, not numbers. */
export const numbersProvider = 'inbound';

/** Which ward office a number, a brandname or an official account belongs to. Each belongs to one. */
export interface Inboxes {
  wardOf(provider: string, to: string): Promise<Ward | undefined>;
  /** Gives an inbox to a ward, unless another ward has it. */
  give(ward: Ward, provider: string, to: string): Promise<'given' | 'taken'>;
}
