import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dossier } from '../../../shared/domain/dossier/dossier.ts';
import type { DossierCode } from '../../../shared/domain/dossier/dossier-code.ts';
import { absorb } from '../../../shared/domain/dossier/absorb.ts';
import { opensDossier, printedReceiptCode } from '../../../shared/domain/dossier/receipt/opened-by.ts';
import { inGroups, ReceiptCode, receiptCodeOf } from '../../../shared/domain/dossier/receipt/receipt-code.ts';
import { anEvent, code, tanHong, vungTau } from '../../support/builders/dossiers.ts';

const ours = receiptCodeOf((text) => createHmac('sha256', 'a key').update(text).digest('base64url'));
const aDossier = (given: Parameters<typeof anEvent>[0] = {}): Dossier => absorb(undefined, anEvent(given));

describe('the code on a receipt', () => {
  it('is eight characters of which no two look alike, the same each time, and another for each dossier', () => {
    const codes = Array.from({ length: 3000 }, (_, index) =>
      ours(vungTau, `H29.26-260302-${index}` as DossierCode),
    );
    for (const each of codes) expect(each).toMatch(/^[2-9ACDEFGHJKMNPRTVWXY]{8}$/);
    expect(new Set(codes).size).toBe(codes.length);
    expect(ours(vungTau, code)).toBe(ours(vungTau, code));
    expect(ours(tanHong, code)).not.toBe(ours(vungTau, code));
  });

  it('uses all its characters alike, so that nothing of it can be guessed', () => {
    const counts = new Map<string, number>();
    for (let index = 0; index < 4000; index += 1)
      for (const letter of ours(vungTau, `H29.26-260302-${index}` as DossierCode))
        counts.set(letter, (counts.get(letter) ?? 0) + 1);
    const expected = (4000 * 8) / 26;
    expect(counts.size).toBe(26);
    for (const count of counts.values()) expect(Math.abs(count - expected)).toBeLessThan(expected / 5);
  });

  it('opens its dossier as people type it: small letters, spaces, strokes, and a look-alike for what is printed', () => {
    const dossier = aDossier();
    const printed = printedReceiptCode(dossier, ours);
    const alike: Record<string, string> = { 8: 'B', 5: 'S', 2: 'Z', V: 'U', D: 'Đ' };
    const looks = Array.from(printed, (letter) => alike[letter] ?? letter).join('');
    for (const typed of [
      printed,
      printed.toLowerCase(),
      inGroups(printed),
      ` ${printed.slice(0, 4)}-${printed.slice(4)}.`,
      looks,
    ])
      expect([typed, opensDossier(dossier, typed, ours)]).toEqual([typed, true]);
  });

  it('opens nothing when it is any other text', () => {
    const dossier = aDossier();
    const printed = printedReceiptCode(dossier, ours);
    fc.assert(
      fc.property(
        fc.string({ maxLength: 12 }),
        (typed) => typed === printed || !opensDossier(dossier, typed, ours),
      ),
    );
    expect(opensDossier(dossier, '', ours)).toBe(false);
  });

  it('is the ward’s own where it gives one, and ours opens the dossier still', () => {
    const dossier = aDossier({ receiptCode: ReceiptCode.parse('k7pm 4xr2') });
    expect(printedReceiptCode(dossier, ours)).toBe('K7PM4XR2');
    expect(opensDossier(dossier, 'K7PM-4XR2', ours)).toBe(true);
    expect(opensDossier(dossier, ours(vungTau, code), ours)).toBe(true);
  });

  it('of the office that a dossier came from opens it too, and no other office’s does', () => {
    const moved: Dossier = { ...aDossier(), ward: tanHong, movedFrom: vungTau };
    expect(opensDossier(moved, ours(vungTau, code), ours)).toBe(true);
    expect(opensDossier(aDossier(), ours(tanHong, code), ours)).toBe(false);
  });

  it.each(['K7PM4XR', 'K7PM4XR23', 'K7PM4XO2', 'K7PM1XR2', 'K7PM4XĐ2', ''])('is refused as %s', (written) => {
    expect(ReceiptCode.safeParse(written).success).toBe(false);
  });
});
