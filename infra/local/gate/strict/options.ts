import { milliseconds } from '../../clock/duration.ts';

/** How strictly AWS is played: what it grants, and how late its indexes are. */
export type Strict = {
  /** Units a second that one partition of a table takes. */
  partition: number;
  /** SMS a second. */
  sms: number;
  /** Milliseconds until what is new is seen through an index. */
  lag: number;
};

/** As a new account in Singapore has it; an index is seldom later than this. */
const usual: Strict = { partition: 1000, sms: 20, lag: 200 };

/** `strict`, or `strict,partition=50,sms=5,lag=1s`; a mistake is thrown as a sentence. */
export const strictIn = (text: string): Strict => {
  const [first, ...others] = text.split(',').map((part) => part.trim());
  if (first !== 'strict') throw new Error(`--aws ${text}: write strict, or strict,partition=50,sms=5,lag=1s`);
  const given = others.map((part): Partial<Strict> => {
    const [name = '', value = ''] = part.split('=');
    if (name === 'lag') return { lag: milliseconds(value) };
    if ((name !== 'partition' && name !== 'sms') || !(Number(value) > 0))
      throw new Error(`--aws: ${part} is nothing that AWS grants; there are partition=50, sms=5, lag=1s`);
    return { [name]: Number(value) };
  });
  return Object.assign({}, usual, ...given) as Strict;
};
