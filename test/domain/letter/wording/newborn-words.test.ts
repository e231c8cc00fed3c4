import { expect, it } from 'vitest';
import { compose } from '../../../../shared/domain/letter/compose.ts';
import { doubtOfWords } from '../../../../shared/domain/letter/wording/newborn-words.ts';
import { draftInserts, draftWordings } from '../../../../shared/domain/letter/wording/wording.ts';
import type { Day } from '../../../../shared/domain/values/day.ts';
import { aBirthLetter } from '../../../support/builders/letters.ts';

const today = '2026-03-02' as Day;
const doubt = (sentence: string | undefined, bornOn: string, name = 'Lê Minh An') => {
  const content = aBirthLetter({
    child: { name, bornOn },
    inserts: draftInserts.inserts.map(({ id }) => id),
  });
  const birth = draftWordings.wordings.birth;
  const paragraphs = [...birth.paragraphs, ...(sentence === undefined ? [] : [sentence])];
  const wordings = { ...draftWordings.wordings, birth: { ...birth, paragraphs } };
  return doubtOfWords(content, compose(content, { ...draftWordings, wordings }), today);
};

it.each([
  'Chúc mừng gia đình có em bé chào đời.',
  'Mừng bé CHÀO ĐỜI mạnh khỏe.',
  'Chào mừng công dân mới của phường.',
  'Phường ta vừa có thêm một thành viên.',
  'Mừng mẹ tròn con vuông.',
  'Chăm sóc trẻ sơ sinh trong những ngày đầu đời.',
  'Gia đình mới sinh bé xin giữ ấm cho bé.',
  'Chào đón bé đến với gia đình.',
])('a child of seventeen months is not written to with “%s”, and a newborn is', (sentence) => {
  expect(doubt(sentence, '2024-10-01')).toBe('words-for-a-newborn');
  expect(doubt(sentence, '2026-02-01')).toBeUndefined();
});

it('whose birth is registered on the sixtieth day is still written to as a newborn', () => {
  expect(doubt('Mừng bé chào đời.', '2026-01-01')).toBeUndefined();
  expect(doubt('Mừng bé chào đời.', '2025-12-31')).toBe('words-for-a-newborn');
});

it.each([undefined, 'Chúc mừng bé và cả nhà.', 'Khám xong mới có thể tiêm.', 'Chúc bé lớn lên mạnh khỏe.'])(
  'a child of any age may read the words that ship, and “%s”',
  (sentence) => {
    expect(doubt(sentence, '2024-10-01')).toBeUndefined();
  },
);

it('a name is no word of the letter', () => {
  expect(doubt(undefined, '2024-10-01', 'Đầy Tháng Mới Sinh')).toBeUndefined();
});
