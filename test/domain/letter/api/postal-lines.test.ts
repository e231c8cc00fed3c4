import { describe, expect, it } from 'vitest';
import { Day } from '../../../../shared/domain/values/day.ts';
import { postalLines } from '../../../../shared/domain/letter/api/postal-lines.ts';
import type { PlaceCatalogue } from '../../../../shared/domain/values/places/places.ts';
import { placesSample } from '../../../../shared/domain/values/places/places-sample.ts';

const on = Day.parse('2026-03-02');
const name = 'Ông Võ Đình Quý';
const street = '45/2 đường Phan Chu Trinh';
const lines = (to: Record<string, string>, places: PlaceCatalogue = placesSample) =>
  postalLines({ name, street, ...to }, places, on);

describe('the address on a letter', () => {
  it('names commune and province, and no district', () => {
    expect(lines({ commune: '26506', province: '79' })).toEqual({
      address: [name, street, 'Phường Vũng Tàu', 'Thành phố Hồ Chí Minh'],
    });
  });

  it('knows the province by its commune', () => {
    expect(lines({ commune: '29926' }).address.slice(2)).toEqual(['Xã Tân Hồng', 'Đồng Tháp']);
  });

  it.each([
    ['a commune nobody knows', { commune: '00001', province: '79' }, ['commune-unknown']],
    ['a province nobody knows', { commune: '26506', province: '00' }, ['province-unknown']],
    ['a commune of another province', { commune: '26506', province: '82' }, ['commune-not-in-province']],
    ['no codes at all', {}, ['province-unknown', 'commune-unknown']],
  ])('with %s prints no code, guesses no name, and says what is missing', (_, to, gaps) => {
    const { address, addressGaps } = lines(to);
    expect(addressGaps).toEqual(gaps);
    expect(address.slice(0, 2)).toEqual([name, street]);
    expect(address.slice(2).join(' ')).not.toMatch(/\d/);
  });

  it.each([
    ['2026-03-01', ['commune-unknown']],
    ['2026-03-02', undefined],
  ])('goes by the names of its day: a commune that ended on %s', (validTo, gaps) => {
    const [first, ...rest] = placesSample.communes;
    const places = { ...placesSample, communes: [{ ...first!, validTo }, ...rest] };
    expect(lines({ commune: first!.code }, places).addressGaps).toEqual(
      gaps && ['province-unknown', ...gaps],
    );
  });

  it.each([
    '45/2 Phan Chu Trinh, phường Vũng Tàu',
    '45/2 Phan Chu Trinh, PHƯỜNG VŨNG TÀU',
    '45/2 Phan Chu Trinh, phường Vũng Tàu'.normalize('NFD'),
  ])('does not say twice what the street says: %s', (written) => {
    const { address } = lines({ street: written, commune: '26506', province: '79' });
    expect(address).toEqual([name, written.normalize('NFC'), 'Thành phố Hồ Chí Minh']);
  });

  it('takes a catalogue that writes the kind of place into its name', () => {
    const communes = placesSample.communes.map((each) => ({ ...each, name: `Phường ${each.name}` }));
    const places = { ...placesSample, communes };
    expect(lines({ commune: '26506' }, places).address[2]).toBe('Phường Vũng Tàu');
  });
});
