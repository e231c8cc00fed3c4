import { describe, expect, it } from 'vitest';
import { Day } from '../../../shared/domain/values/day.ts';
import { placeAndDate } from '../../../shared/domain/letter/wording/agency.ts';
import { compose } from '../../../shared/domain/letter/compose.ts';
import { LetterContent } from '../../../shared/domain/letter/content.ts';
import { PrintedText } from '../../../shared/domain/letter/wording/printed-text.ts';
import { Sheet } from '../../../shared/domain/letter/sheet.ts';
import { draftInserts, draftWordings, Wordings } from '../../../shared/domain/letter/wording/wording.ts';
import {
  anApology,
  aBirthLetter,
  aCondolence,
  aFuneralLeaflet,
  aMarriageLetter,
} from '../../support/builders/letters.ts';

describe('what a letter says', () => {
  it.each([aBirthLetter(), aMarriageLetter(), aCondolence(), anApology(), aFuneralLeaflet()])(
    'has every fact of a $kind letter in its place and no brace left',
    (content) => {
      const sheet = compose(content);
      expect(Sheet.parse(sheet)).toEqual(sheet);
      expect(JSON.stringify(sheet.paragraphs.concat(sheet.heading))).not.toMatch(/[{}]|undefined/);
    },
  );

  it('follows Nghị định 30/2020: number, capitals, zero before days below ten and months 1 and 2', () => {
    expect(compose(aBirthLetter()).head).toEqual({
      parent: 'ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH',
      agency: 'ỦY BAN NHÂN DÂN PHƯỜNG VŨNG TÀU',
      number: 'Số: 12/UBND',
      nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      motto: 'Độc lập - Tự do - Hạnh phúc',
      placeAndDate: 'Vũng Tàu, ngày 02 tháng 3 năm 2026',
    });
    expect(placeAndDate('Vũng Tàu', Day.parse('2026-01-09'))).toBe('Vũng Tàu, ngày 09 tháng 01 năm 2026');
    expect(placeAndDate('Vũng Tàu', Day.parse('2026-11-21'))).toBe('Vũng Tàu, ngày 21 tháng 11 năm 2026');
  });

  it('tells the old and the new time of a late dossier, the unit and the reason', () => {
    expect(compose(anApology())).toMatchObject({
      standard: 'a-2a',
      heading: 'VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT',
      facts: [
        { label: 'Mã hồ sơ', value: 'H29.26-260302-0001' },
        { label: 'Thủ tục' },
        { label: 'Ngày tiếp nhận', value: '09/02/2026' },
        { label: 'Ngày hẹn trả trước đây', value: '17 giờ 00, ngày 02/03/2026' },
        { label: 'Đơn vị chậm giải quyết' },
        { label: 'Lý do' },
        { label: 'Ngày hẹn trả mới', value: '17 giờ 00, ngày 09/03/2026' },
        { label: 'Nơi trả kết quả' },
      ],
    });
  });

  it('gives a family its sessions in words, and the health station where there is no day', () => {
    const plan = compose(aBirthLetter()).plan!;
    expect(plan.rows[0]).toEqual(['Hỏi Trạm Y tế', 'Trong 24 giờ đầu', 'Viêm gan B sơ sinh', '1']);
    expect(plan.rows[2]![0]).toBe('Thứ Bảy, 25/04/2026');
    expect(plan.places[0]!.text).toContain('Ngày 5 và 25 hằng tháng, từ 7 giờ 30 đến 11 giờ');
  });

  it('leaves a sentence out whole when the ward has not given its fact', () => {
    const items = compose(aBirthLetter({ healthStationPhone: undefined })).inserts!.items;
    expect(items.map(({ title }) => title)).toEqual(['Thẻ bảo hiểm y tế', 'Đăng ký thường trú']);
  });
});

describe('what a condolence does not say', () => {
  it('has no field for a cause of death', () => {
    const { kind, ...more } = aCondolence();
    expect(LetterContent.safeParse({ kind, ...more, cause: 'bệnh' }).success).toBe(false);
  });

  it.each([
    ...draftWordings.wordings.condolence.paragraphs,
    ...draftWordings.wordings['funeral-support'].paragraphs,
  ])('keeps religion, promotion and haste out of “%s”', (text) => {
    expect(text).not.toMatch(
      /cầu nguyện|siêu thoát|linh hồn|Chúa|Phật|cõi|khuyến mãi|dịch vụ|nguyên nhân|do bệnh|hạn chót/i,
    );
  });
});

describe('the wordings that ship', () => {
  const said = (kind: keyof typeof draftWordings.wordings): string => {
    const { paragraphs, afterFacts, help, closing, heading, subheading } = draftWordings.wordings[kind];
    return [heading, subheading, ...paragraphs, ...afterFacts, help, closing].join(' ');
  };

  it.each([
    ['birth', /cha mẹ|bố mẹ|ông bà|công dân mới|con trai|con gái|mẹ tròn|mũm mĩm|đầu lòng/i],
    ['marriage', /anh chị|đôi trẻ|từ hôm nay|về nhà chồng|sinh con|quý tử|đầu bạc|lần đầu/i],
    [
      'condolence',
      /bù đắp|hưởng thọ|hưởng dương|số phận|mạnh mẽ|xoa dịu|thời gian sẽ|tiền|chúc|nhân dịp|xóa/i,
    ],
    ['apology', /thông cảm|khách quan|ngoài ý muốn|đúng quy trình|kính mong|yêu cầu/i],
    ['funeral-support', /đối tượng|trường hợp|diện được|khẩn trương|chấp hành/i],
  ] as const)('suppose and ask nothing that may hurt: %s', (kind, hurtful) => {
    expect(said(kind)).not.toMatch(hurtful);
  });

  it('speak of no person as a case in their advice', () => {
    for (const { text } of draftInserts.inserts) expect(text).not.toMatch(/đối tượng|trường hợp|thuộc diện/i);
  });
});

describe('wordings', () => {
  it('go out as drafts that no ward has approved', () => {
    expect(Object.values(draftWordings.wordings).every(({ approved }) => !approved)).toBe(true);
    expect(draftInserts.inserts.every(({ approved }) => !approved)).toBe(true);
  });

  it('are refused when they name a fact that the letter does not have', () => {
    const slip = structuredClone(draftWordings);
    slip.wordings.condolence.paragraphs[0] = 'Được tin {childName} từ trần';
    expect(Wordings.safeParse(slip).error?.issues[0]?.message).toBe(
      'Thư chia buồn không có {childName}; dùng được: {agency}, {desk}, {phone}, {recipient}, {deceased}, {diedOn}',
    );
  });
});

describe('text at the door', () => {
  it.each([
    ['composes letters typed apart', 'Nguyễn Thị Hằng'.normalize('NFD'), 'Nguyễn Thị Hằng'],
    ['drops what nobody can see', 'Hằng\u200B\u00AD \uFEFFNga', 'Hằng Nga'],
    ['makes one space of many', '  Trần \n\t Văn\u00A0Minh ', 'Trần Văn Minh'],
  ])('%s', (_, typed, printed) => {
    expect(PrintedText.parse(typed)).toBe(printed);
  });

  it('refuses a blank', () => {
    expect(PrintedText.safeParse(' \u200B ').success).toBe(false);
  });
});
