import { createRequire } from 'node:module';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawFate, noFaults, readFaults } from '../../../infra/local/simulators/sms/faults.ts';
import { countParts } from '../../../infra/local/simulators/sms/parts.ts';
import { diceOf } from '../../../infra/local/simulators/dice.ts';

describe('the faults of the carrier', () => {
  it.each([
    ['', {}],
    ['refuse=1%', { refuse: 0.01 }],
    ['refuse=1%,drop-after-accept=2%,slow=200ms', { refuse: 0.01, 'drop-after-accept': 0.02, slow: 200 }],
    [' throttle = 2.5% , receipt-delay=2s ', { throttle: 0.025, 'receipt-delay': 2000 }],
    ['receipt-loss=50%,receipt-twice=50%', { 'receipt-loss': 0.5, 'receipt-twice': 0.5 }],
    ['undelivered=100%,slow=1m', { undelivered: 1, slow: 60_000 }],
    ['hang-after-accept=0%', {}],
  ])('reads "%s"', (text, expected) => {
    expect(readFaults(text)).toEqual({ ...noFaults, ...expected });
  });

  it.each([
    ['refuse=1%,explode=2%', '"explode=2%" is not a fault'],
    ['refuse', '"refuse" needs a share'],
    ['refuse=1', '"refuse=1" needs a share'],
    ['refuse=101%', '"refuse=101%" needs a share'],
    ['refuse=-1%', '"refuse=-1%" needs a share'],
    ['slow=200', '"slow=200" needs a wait'],
    ['slow=5%', '"slow=5%" needs a wait'],
    ['refuse=1%,refuse=2%', '"refuse=2%" names refuse a second time'],
    ['refuse=60%,throttle=41%', 'more than 100% together'],
    ['receipt-loss=60%,receipt-twice=60%', 'receipt-loss, receipt-twice more than 100% together'],
  ])('names the bad part of "%s"', (text, sentence) => {
    expect(readFaults(text)).toEqual({ problem: expect.stringContaining(sentence) });
  });

  it('meets the shares asked for, within half a percent over 20,000 messages', () => {
    const faults = readFaults(
      'refuse=3%,drop-after-accept=2%,undelivered=4%,receipt-loss=5%,receipt-twice=6%',
    );
    if ('problem' in faults) throw new Error(faults.problem);
    const fates = Array.from({ length: 20_000 }, (_, at) => drawFate(diceOf('seed', at), faults));
    const share = (met: (fate: (typeof fates)[number]) => boolean) => fates.filter(met).length / fates.length;
    expect(share(({ answer }) => answer === 'refuse')).toBeCloseTo(0.03, 2);
    expect(share(({ answer }) => answer === 'drop-after-accept')).toBeCloseTo(0.02, 2);
    expect(share(({ delivered }) => !delivered)).toBeCloseTo(0.04, 2);
    expect(share(({ receipts }) => receipts === 0)).toBeCloseTo(0.05, 2);
    expect(share(({ receipts }) => receipts === 2)).toBeCloseTo(0.06, 2);
  });

  it('gives a message the same fate for the same seed', () => {
    const faults = { ...noFaults, refuse: 0.5 };
    const fates = (seed: string) => Array.from({ length: 50 }, (_, at) => drawFate(diceOf(seed, at), faults));
    expect(fates('a')).toEqual(fates('a'));
    expect(fates('a')).not.toEqual(fates('b'));
  });
});

describe('the parts that a carrier bills', () => {
  it.each([
    ['Ho so cua Ong/Ba da co ket qua.', 1],
    ['a'.repeat(160), 1],
    ['a'.repeat(161), 2],
    ['a'.repeat(306), 2],
    ['a'.repeat(307), 3],
    ['€'.repeat(80), 1],
    [`${'a'.repeat(152)}€${'a'.repeat(152)}`, 3],
    ['ồ'.repeat(70), 1],
    ['ồ'.repeat(71), 2],
    [`${'ồ'.repeat(66)}😀${'ồ'.repeat(66)}`, 3],
  ])('counts "%s" as %i', (text, parts) => {
    expect(countParts(text)).toBe(parts);
  });

  it('agrees with another counter on any text', () => {
    const { split } = createRequire(import.meta.url)('split-sms') as {
      split: (text: string) => { parts: unknown[] };
    };
    const letters = fc.constantFrom(...Array.from('abc XYZ019.,/€[]~ăâđêôơưồữẹ😀\n'));
    const texts = fc.array(letters, { minLength: 1, maxLength: 400 }).map((list) => list.join(''));
    const plain = fc
      .array(fc.constantFrom('a', 'b', ' ', '€', '['), { minLength: 140, maxLength: 330 })
      .map((list) => list.join(''));
    fc.assert(
      fc.property(fc.oneof(texts, plain), (text) => {
        expect(countParts(text)).toBe(split(text).parts.length);
      }),
      { seed: 7, numRuns: 400 },
    );
  });
});
