import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ChosenSettings } from '../../../shared/domain/office/choose-settings.ts';
import { abbreviated } from '../../../shared/domain/text/place-names.ts';
import { smsFields } from '../../../shared/domain/text/texts/fields.ts';
import { readWords } from '../../../shared/domain/text/field-values.ts';
import { placesSample } from '../../../shared/domain/values/places/places-sample.ts';

const office = smsFields.office.maxLength;
const place = smsFields.returnPlace.maxLength;

/** As signs, seals and letterheads have them. */
const offices = (kind: string, name: string): string[] => [
  `UBND ${kind} ${name}`,
  `Ủy ban nhân dân ${kind} ${name}`,
  `ỦY BAN NHÂN DÂN ${kind.toUpperCase()} ${name.toUpperCase()}`,
  `Uỷ ban nhân dân ${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${name}`,
];
const desks = (kind: string, name: string): string[] => [
  `Trung tâm Phục vụ hành chính công ${kind} ${name}`,
  `Trung tâm Phục vụ Hành chính công ${kind} ${name}, Thành phố Hồ Chí Minh`,
  `Bộ phận Tiếp nhận và Trả kết quả ${kind} ${name}`,
  `Bộ phận Một cửa ${kind} ${name}, tỉnh Đồng Tháp`,
];

/** Forms of the name that do not fit, or that are not letters every phone has and takes for words. */
const unfit = (kind: string, name: string): string[] =>
  (
    [
      [offices(kind, name), office],
      [desks(kind, name), place],
    ] as const
  ).flatMap(([forms, most]) =>
    forms
      .map((form) => abbreviated(form, most))
      .filter((short) => {
        const read = readWords(short, false);
        return short.length > most || !/^[ -~]+$/.test(short) || !('text' in read) || read.text !== short;
      }),
  );

const syllables = (
  'Nghĩa Phường Trường Thượng Hoàng Quỳnh Khánh Nguyễn Thạnh Đông Bình Hải An Ea Ia Ô Đăk Krông Chư Pưh Mường ' +
  'H’Leo R’Lấp M’Drắk Đắk B’Lao Phước Thuận Lộc Xuân Tân Mỹ Sơn'
).split(' ');
const communeName = fc
  .array(fc.constantFrom(...syllables), { minLength: 2, maxLength: 6 })
  .chain((parts) =>
    fc.constantFrom(
      parts.join(' '),
      `${parts[0]} - ${parts.slice(1).join(' ')}`,
      ...(parts.length < 5 ? [`${parts.join(' ')} 1`] : []),
    ),
  );

describe('the name of an office or of the place where results are handed out', () => {
  it.each(placesSample.communes.map((commune) => [commune.kind, commune.name]))(
    'fits a text message: %s %s',
    (kind, name) => {
      expect(unfit(kind, name)).toEqual([]);
    },
  );

  it.each([
    ['phường', 'Văn Miếu - Quốc Tử Giám'],
    ['phường', 'Phan Rang'],
    ['xã', 'Ea H’Leo'],
    ['xã', 'Đắk R’Lấp'],
    ['xã', "M'Drắk"],
    ['đặc khu', 'Trường Sa'],
    ['đặc khu', 'Bạch Long Vĩ'],
    ['phường', 'Đông Hải 1'],
  ])('fits in the longest forms that exist: %s %s', (kind, name) => {
    expect(unfit(kind, name)).toEqual([]);
  });

  it('fits whatever a commune of two to six syllables may be called', () => {
    fc.assert(
      fc.property(fc.constantFrom('phường', 'xã', 'đặc khu'), communeName, (kind, called) => {
        expect(unfit(kind, called)).toEqual([]);
      }),
    );
  });

  it('is shortened no further than it has to be, and by what people read first', () => {
    expect(abbreviated('Ủy ban nhân dân phường Vũng Tàu', office)).toBe('UBND phuong Vung Tau');
    expect(abbreviated('Ủy ban nhân dân phường Văn Miếu - Quốc Tử Giám', office)).toBe(
      'UBND P. Van Mieu - Quoc Tu Giam',
    );
    expect(abbreviated('Trung tâm Phục vụ hành chính công phường Thủ Dầu Một', place)).toBe(
      'Trung tam PVHCC phuong Thu Dau Mot',
    );
    expect(abbreviated('Ủy ban nhân dân xã Nam Thanh Hòa Trung Quang Đông', office)).toBe(
      'UBND xa N. T. H. T. Quang Dong',
    );
  });

  it('is taken as it stands on the sign, up to sixty letters', () => {
    const returnPlace = 'Trung tâm Phục vụ hành chính công phường Nghĩa Trung Khánh';
    expect(returnPlace.length).toBeLessThanOrEqual(60);
    const chosen = ChosenSettings.parse({
      office: 'Ủy ban nhân dân phường Văn Miếu - Quốc Tử Giám',
      returnPlace,
    });
    expect(JSON.stringify(chosen)).toContain('UBND P. Van Mieu - Quoc Tu Giam');
  });
});
