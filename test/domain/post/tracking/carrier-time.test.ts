import { describe, expect, it } from 'vitest';
import { carrierTime } from '../../../../shared/domain/post/tracking/carrier-time.ts';
import {
  type CarrierCallback,
  readAgainAt,
} from '../../../../shared/domain/post/carrier-orders/carrier-callback.ts';
import { at } from '../../../support/builders/post.ts';

describe('the time as carriers write it', () => {
  it.each([
    ['28/08/2019 07:54:50', 'dd/MM/yyyy HH:mm:ss', '2019-08-28T00:54:50.000Z'],
    ['10/11/2025 23:30:00', 'dd/MM/yyyy HH:mm:ss', '2025-11-10T16:30:00.000Z'],
    ['01-01-2026 00:00:00', 'dd-MM-yyyy HH:mm:ss', '2025-12-31T17:00:00.000Z'],
    ['2021-05-19 18:27:23', 'yyyy-MM-dd HH:mm:ss', '2021-05-19T11:27:23.000Z'],
    [' 28/08/2019 07:54:50 ', 'dd/MM/yyyy HH:mm:ss', '2019-08-28T00:54:50.000Z'],
  ] as const)('%s as %s is %s', (text, form, instant) => {
    expect(carrierTime(text, form)).toBe(instant);
  });

  it.each([
    ['13/28/2025 07:00:00', 'dd/MM/yyyy HH:mm:ss'],
    ['31/02/2026 07:00:00', 'dd/MM/yyyy HH:mm:ss'],
    ['2026-02-31 07:00:00', 'yyyy-MM-dd HH:mm:ss'],
    ['28/08/2019 24:00:00', 'dd/MM/yyyy HH:mm:ss'],
    ['28/08/2019 07:54', 'dd/MM/yyyy HH:mm:ss'],
    ['28-08-2019 07:54:50', 'dd/MM/yyyy HH:mm:ss'],
    ['2026-03-02T09:15:00+07:00', 'yyyy-MM-dd HH:mm:ss'],
    ['', 'dd/MM/yyyy HH:mm:ss'],
  ] as const)('%s is no %s, and is not guessed', (text, form) => {
    expect(carrierTime(text, form)).toBeUndefined();
  });
});

describe('a word that found nobody', () => {
  const aWord = (tries: number): CarrierCallback => ({
    id: 'a',
    partner: 'ghn',
    raw: '',
    from: 'call',
    heardAt: at('09:00'),
    tries,
  });

  it('is read again less and less often, and after a day no more', () => {
    expect(readAgainAt(aWord(0), at('09:00'))).toBe(at('09:02'));
    expect(readAgainAt(aWord(3), at('09:30'))).toBe(at('09:46'));
    expect(readAgainAt(aWord(20), at('12:00'))).toBe(at('13:00'));
    expect(readAgainAt(aWord(20), at('09:00', 2))).toBeUndefined();
  });
});
