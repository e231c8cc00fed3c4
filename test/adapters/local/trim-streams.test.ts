import { describe, expect, it } from 'vitest';
import { passedByAll } from '../../../infra/local/streams/trim-streams.ts';

const streams = [
  { id: 'decide', table: 'bao-tin' },
  { id: 'post', table: 'bao-tin' },
  { id: 'elsewhere', table: 'other' },
];
const at = (sequences: Record<string, string>) => ({
  get: (mapping: string) => {
    const sequence = sequences[mapping];
    return sequence === undefined ? undefined : { shard: 's', sequence };
  },
});

describe('what a stream may forget', () => {
  it('is what its slowest reader has passed, counted as a number', () => {
    expect(passedByAll('bao-tin', streams, at({ decide: '1000', post: '999', elsewhere: '1' }))).toBe('999');
    const long = '49640000000000000000000000000000000001';
    expect(passedByAll('bao-tin', streams, at({ decide: long, post: `${long}0` }))).toBe(long);
  });

  it('is nothing while a reader has not begun, or where nobody reads', () => {
    expect(passedByAll('bao-tin', streams, at({ decide: '1000' }))).toBeUndefined();
    expect(passedByAll('third', streams, at({}))).toBeUndefined();
  });
});
