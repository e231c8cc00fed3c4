import { describe, expect, it } from 'vitest';
import { ChosenSettings } from '../../../shared/domain/office/choose-settings.ts';
import { defaultSettings } from '../../../shared/domain/office/ward-settings.ts';
import { vungTau } from '../../support/builders/dossiers.ts';
import { errorsOf } from '../../../shared/domain/values/problem-error.ts';

const errorsIn = (given: unknown) => {
  const { error } = ChosenSettings.safeParse(given);
  return error === undefined ? [] : errorsOf(error).map(({ pointer, code }) => [pointer, code]);
};

describe('a ward office chooses', () => {
  it('its name and place with accents, and they are kept as they will be sent', () => {
    expect(
      ChosenSettings.parse({ office: 'UBND P. Vũng Tàu', returnPlace: 'Bộ phận Một cửa' }),
    ).toMatchObject({ office: 'UBND P. Vung Tau', returnPlace: 'Bo phan Mot cua' });
  });

  it('only its name, and the rest is as we would have it', () => {
    const { ward: _ward, ...ours } = defaultSettings(vungTau);
    expect(ChosenSettings.parse({ office: 'P. Vung Tau' })).toEqual({ ...ours, office: 'P. Vung Tau' });
  });

  it('its limits by the names of before, which mean as many messages now', () => {
    const limits = { partsPerPhonePerDay: 3, partsPerWardPerDay: 40 };
    expect(ChosenSettings.parse({ office: 'UBND P. A', limits }).limits).toEqual({
      messagesPerPhonePerDay: 3,
      messagesPerWardPerDay: 40,
    });
    expect(ChosenSettings.safeParse({ office: 'UBND P. A', limits: [3] }).success).toBe(false);
  });

  it('what it tells of and what it pays accents for', () => {
    const given = { office: 'P. Vung Tau', tells: { returned: true }, accents: { received: true } };
    expect(ChosenSettings.parse(given)).toMatchObject(given);
  });

  it.each([
    ['Ủy ban nhân dân phường Vũng Tàu', 'UBND phuong Vung Tau'],
    ['Ủy ban nhân dân phường Văn Miếu - Quốc Tử Giám', 'UBND P. Van Mieu - Quoc Tu Giam'],
    ['UBND đặc khu Côn Đảo, TP. HCM', 'UBND dac khu Con Dao, TP. HCM'],
    ['Ủy ban nhân dân đặc khu Côn Đảo, thành phố Hồ Chí Minh', 'UBND dac khu Con Dao, TP. HCM'],
    ['Ủy ban nhân dân xã Định Yên, tỉnh Đồng Tháp', 'UBND xa Dinh Yen, Dong Thap'],
  ])('the name on its door, up to sixty letters: %s', (office, sent) => {
    expect(ChosenSettings.parse({ office }).office).toBe(sent);
  });

  it('and is told in its own words when no rule makes a name short enough', () => {
    const given = { office: 'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân', hotline: 'gọi ngay' };
    const said = ChosenSettings.safeParse(given).error!.issues.map(({ message }) => message);
    expect(said).toHaveLength(2);
    for (const sentence of said) expect(sentence).toMatch(/^[A-ZÀ-Ỹ][^/^\\$]*xin viết gọn|^Số để gọi/);
  });

  it.each<[string, unknown, unknown[]]>([
    ['no name', {}, [['/office', 'invalid-type']]],
    [
      'a name too long for a message',
      { office: 'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân' },
      [['/office', 'invalid-format']],
    ],
    ['for another ward', { office: 'X', ward: '00070' }, [['/ward', 'unknown-field']]],
    [
      'two things at once',
      { office: 'X', hotline: 'gọi ngay', tels: {} },
      [
        ['/hotline', 'invalid-format'],
        ['/tels', 'unknown-field'],
      ],
    ],
    ['a number longer than any', { office: 'X', hotline: '842773851234' }, [['/hotline', 'custom']]],
    ['spaces for a number', { office: 'X', hotline: '   ' }, [['/hotline', 'custom']]],
    [
      'Zalo without the text that it carries',
      {
        office: 'X',
        tells: { received: { sms: false, zalo: true }, returned: { zalo: true }, completed: { zalo: true } },
      },
      [
        ['/tells/received/zalo', 'custom'],
        ['/tells/returned/zalo', 'custom'],
      ],
    ],
    ['a name that is a link', { office: 'ubnd.gov.vn' }, [['/office', 'custom']]],
    ['a number in its name', { office: 'UBND 0912345678' }, [['/office', 'custom']]],
    [
      'a place and a session that are links',
      {
        office: 'X',
        returnPlace: 'www.abc',
        officeHours: {
          source: 'tờ trình',
          regular: [],
          weekly: [
            { weekdays: [6], from: '08:00', to: '11:00', label: 'ngoai gio' },
            { weekdays: [7], from: '08:00', to: '11:00', label: 'xem abc.vn' },
          ],
        },
      },
      [
        ['/returnPlace', 'custom'],
        ['/officeHours/weekly/1/label', 'custom'],
      ],
    ],
    ['a status there is not', { office: 'X', tells: { done: true } }, [['/tells/done', 'unknown-field']]],
    ['nothing at all', null, [['', 'invalid-type']]],
    ['a list', [], [['', 'invalid-type']]],
  ])('and is told all that is wrong with %s', (_, given, errors) => {
    expect(errorsIn(given)).toEqual(errors);
  });

  it.each(['0254 3852 101', '1900 1234', '0912.345.678', '113'])('the number %s to ring', (hotline) => {
    expect(errorsIn({ office: 'X', hotline })).toEqual([]);
  });
});
