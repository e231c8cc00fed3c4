import { describe, expect, it } from 'vitest';
import { addressGaps, placeLine } from '../../../../shared/domain/values/places/address.ts';
import { communesNamed, PlaceCatalogue, validOn } from '../../../../shared/domain/values/places/places.ts';
import { placesSample } from '../../../../shared/domain/values/places/places-sample.ts';
import { readPlaces } from '../../../../shared/domain/values/places/read-places.ts';
import { anAddress } from '../../../support/builders/post.ts';

describe('an address of two tiers', () => {
  it.each([
    [{}, '0912345678', []],
    [{ line1: '' }, '0912345678', []],
    [{ line1: ' ', hamlet: '' }, '0912345678', ['house-missing']],
    [{}, undefined, ['phone-missing']],
    [{ provinceCode: '99' }, '0912345678', ['province-unknown', 'commune-not-in-province']],
    [{ provinceCode: '79' }, '0912345678', ['commune-not-in-province']],
    [{ communeCode: '00000' }, '0912345678', ['commune-unknown']],
    [
      { provinceCode: '99', communeCode: '00000', line1: '', hamlet: '' },
      '',
      ['province-unknown', 'commune-unknown', 'house-missing', 'phone-missing'],
    ],
  ])('with %o and phone %s misses %j', (difference, phone, gaps) => {
    expect(addressGaps({ address: anAddress(difference), phone }, placesSample)).toEqual(gaps);
  });

  it('is printed in the names of the catalogue', () => {
    expect(placeLine(anAddress(), placesSample)).toBe('Tân Hồng, Đồng Tháp');
    expect(placeLine(anAddress({ communeCode: '00000' }), placesSample)).toBe('00000, Đồng Tháp');
  });
});

describe('the place catalogue', () => {
  const rows = [
    { level: 'province', code: '82', name: 'Đồng Tháp', validFrom: '2025-07-01' },
    {
      level: 'commune',
      code: '29926',
      name: 'Tân Hồng',
      kind: 'xã',
      provinceCode: '82',
      validFrom: '2025-07-01',
    },
  ];
  const about = { version: '2026-07-25', source: 'a test' };

  it('ships a small sample that is sound: every commune in its province, every code once', () => {
    expect(PlaceCatalogue.parse(placesSample)).toEqual(placesSample);
    const codes = placesSample.communes.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    const provinces = new Set(placesSample.provinces.map(({ code }) => code));
    expect(placesSample.communes.every(({ provinceCode }) => provinces.has(provinceCode))).toBe(true);
  });

  it('is read from rows', () => {
    expect(readPlaces(rows, about)).toEqual({
      catalogue: {
        ...about,
        provinces: [{ code: '82', name: 'Đồng Tháp', validFrom: '2025-07-01' }],
        communes: [
          { code: '29926', name: 'Tân Hồng', kind: 'xã', provinceCode: '82', validFrom: '2025-07-01' },
        ],
      },
      problems: [],
    });
  });

  it.each([
    [{ ...rows[1], code: '2992' }, 'invalid'],
    [{ ...rows[1], kind: 'quận' }, 'invalid'],
    [{ ...rows[1], provinceCode: '83', code: '29927' }, 'province-unknown'],
    [{ ...rows[1] }, 'code-twice'],
    [{ ...rows[1], code: '29928', validTo: '2025-06-30' }, 'ends-before-it-begins'],
    [{ ...rows[1], code: '29928', district: 'Tân Hồng' }, 'invalid'],
  ])('names a bad row and keeps the good ones: %o', (bad, code) => {
    const { catalogue, problems } = readPlaces([...rows, bad], about);
    expect(catalogue.communes).toHaveLength(1);
    expect(problems).toMatchObject([{ row: 3, code }]);
  });

  it('takes an empty cell for an absent one', () => {
    expect(readPlaces([{ ...rows[0], validTo: '', kind: ' ' }], about).problems).toEqual([]);
  });

  it.each([
    ['2025-06-30', false],
    ['2025-07-01', true],
    ['2026-06-30', true],
    ['2026-07-01', false],
  ])('knows whether a place was there on %s', (day, there) => {
    const province = { code: '82', name: 'Đồng Tháp', validFrom: '2025-07-01', validTo: '2026-06-30' };
    expect(validOn(province, day)).toBe(there);
  });
});

const commune = (code: string, name: string) =>
  ({ code, name, kind: 'xã', provinceCode: '82', validFrom: '2025-07-01' }) as const;

describe('a commune found by its name', () => {
  const places = {
    ...placesSample,
    communes: [commune('30001', 'Hòa An'), commune('30002', 'Hoa An'), commune('30003', 'Phú Thụy')],
  };

  it.each([
    ['Hòa An', ['30001']],
    ['Hoà An', ['30001']],
    ['Hoa An', ['30002']],
    ['Hòa An'.normalize('NFD'), ['30001']],
    ['phú thuỵ', ['30003']],
    ['Hoá An', []],
    ['Phu Thuy', []],
  ])('%s is %j: accents count, only the place of the tone mark does not', (name, codes) => {
    expect(communesNamed(places, '82', name).map(({ code }) => code)).toEqual(codes);
  });

  it('is looked for in its province only', () => {
    expect(communesNamed(places, '79', 'Hòa An')).toEqual([]);
  });
});
