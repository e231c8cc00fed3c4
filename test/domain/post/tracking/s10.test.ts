import * as fc from 'fast-check';
import { PostalPartner } from '../../../../shared/domain/post/partner/partner.ts';
import { describe, expect, it } from 'vitest';
import {
  acceptsNumber,
  checkTracking,
  s10Number,
  spacedNumber,
} from '../../../../shared/domain/post/tracking/s10.ts';

const serial = fc.integer({ min: 0, max: 99_999_999 });

describe('a tracking number of the S10 kind', () => {
  it.each([
    ['RR123456785VN', { ok: true, service: 'RR', serial: '12345678', country: 'VN' }],
    ['rr 123 456 785 vn', { ok: true, service: 'RR', serial: '12345678', country: 'VN' }],
    ['RR-123-456-785-VN', { ok: true, service: 'RR', serial: '12345678', country: 'VN' }],
    ['RR–123456785–vn', { ok: true, service: 'RR', serial: '12345678', country: 'VN' }],
    ['EE000000005VN', { ok: true, service: 'EE', serial: '00000000', country: 'VN' }],
    ['RB000000150VN', { ok: false, reason: 'wrong-check-digit' }],
    ['EJ012345678VN', { ok: false, reason: 'wrong-check-digit' }],
    ['EM111111111VN', { ok: false, reason: 'wrong-check-digit' }],
    ['RR12345678VN', { ok: false, reason: 'wrong-length' }],
    ['', { ok: false, reason: 'wrong-length' }],
    ['RR123456785VM', { ok: false, reason: 'wrong-country' }],
    ['RR123456785XX', { ok: false, reason: 'wrong-country' }],
    ['JR123456785VN', { ok: false, reason: 'wrong-service' }],
    ['XX123456785VN', { ok: false, reason: 'wrong-service' }],
    ['R1123456785VN', { ok: false, reason: 'wrong-shape' }],
    ['RR١23456785VN', { ok: false, reason: 'wrong-shape' }],
  ])('%s', (number, answer) => {
    expect(checkTracking(number)).toEqual(answer);
  });

  it('made from a pool serial is always valid', () => {
    fc.assert(
      fc.property(serial, (drawn) => {
        expect(checkTracking(s10Number('RR', drawn, 'VN')).ok).toBe(true);
      }),
      { seed: 5, numRuns: 1_000 },
    );
  });

  it('with one mistyped digit is noticed, unless its check digit is 5, which stands for two remainders', () => {
    fc.assert(
      fc.property(serial, fc.nat(7), fc.integer({ min: 1, max: 9 }), (drawn, at, by) => {
        const number = s10Number('RR', drawn, 'VN');
        fc.pre(number[10] !== '5');
        const typo = (Number(number[2 + at]) + by) % 10;
        expect(checkTracking(`${number.slice(0, 2 + at)}${typo}${number.slice(3 + at)}`).ok).toBe(false);
      }),
      { seed: 5, numRuns: 1_000 },
    );
  });

  it('is printed in groups', () => {
    expect(spacedNumber('RR123456785VN')).toBe('RR 123 456 785 VN');
    expect(spacedNumber('GHTK-77')).toBe('GHTK-77');
  });
});

describe('a series decides how hard its numbers are checked', () => {
  const series = [
    { prefix: 'E', strictness: 'shape' },
    { prefix: 'EX', strictness: 'strict' },
    { prefix: 'S', strictness: 'free' },
    { prefix: 'S1.', strictness: 'dotted' },
  ] as const;

  it.each([
    ['EJ012345678VN', true, 'shape forgives the check digit'],
    ['EX012345678VN', false, 'the longer prefix is strict'],
    ['S2211.44', false, 'free takes letters and digits only'],
    ['S1.A1.17373471', true, 'dotted takes a number as GHTK writes it'],
    ['S1.A1/17373471', false, 'and no other marks'],
    ['S22114455', true, 'free takes a domestic number'],
    ['RR123456784VN', false, 'a series nobody named is strict'],
    ['EJ012345678VM', false, 'shape forgives no country that there is not'],
    ['RR123456785ZZ', false, 'nor does a strict series'],
    ['JJ123456785VN', false, 'nor a service that the UPU reserves'],
    ['RR123456785VN', true, 'and a right number passes'],
  ])('%s → %s: %s', (number, accepted) => {
    expect(acceptsNumber(number, series)).toBe(accepted);
  });
});

describe('a pool of numbers that was agreed with a partner', () => {
  const agreed = (service: string, country: string) =>
    PostalPartner.safeParse({
      code: 'acme',
      name: 'Acme',
      codes: 'bao-tin/1',
      pool: { service, country, first: 1, last: 99 },
    }).success;

  it.each([
    ['RR', 'VN', true, 'a registered item of Viet Nam'],
    ['RR', 'VM', false, 'a country that there is not'],
    ['JR', 'VN', false, 'a service that the UPU reserves'],
    ['R1', 'VN', false, 'a digit among the letters'],
  ])('%s … %s → %s: %s', (service, country, taken) => {
    expect(agreed(service, country)).toBe(taken);
  });
});
