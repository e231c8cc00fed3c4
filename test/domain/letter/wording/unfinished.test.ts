import { expect, it } from 'vitest';
import {
  gapsIn,
  settingsOf,
  WardLetters,
  whatIsMissing,
} from '../../../../shared/domain/letter/ward-letters.ts';
import { compose } from '../../../../shared/domain/letter/compose.ts';
import { gapsOnSheet, unfinishedIn } from '../../../../shared/domain/letter/wording/unfinished.ts';
import {
  WardWordings,
  draftWordings,
  draftInserts,
} from '../../../../shared/domain/letter/wording/wording.ts';
import { aBirthLetter } from '../../../support/builders/letters.ts';
import { aWardWithLetters } from '../../../support/builders/family-day.ts';

it.each([
  'Ủy ban nhân dân …',
  'Ủy ban nhân dân ...',
  'Chủ tịch ____',
  'Kính gửi [tên gia đình]',
  'hẹn lại {newDueAt',
  'sẽ trả kết quả trong vòng ngày làm việc',
  'số tiền là đồng',
  'xin gọi điện thoại .',
])('a wording that says "%s" is not finished', (text) => {
  expect(unfinishedIn({ text })).toMatchObject([{ pointer: '/text' }]);
});

it.each([
  'trong vòng 5 ngày làm việc',
  'giải quyết trong ngày',
  'số tiền 8.000 đồng',
  'điện thoại {phone}.',
  'xin gọi số {phone} khi cần',
  'Sau khi tiêm, gia đình ở lại 30 phút.',
])('a wording that says "%s" is', (text) => {
  expect(unfinishedIn(text)).toEqual([]);
});

it('the wordings that ship are finished', () => {
  expect(unfinishedIn([draftWordings, draftInserts])).toEqual([]);
});

it('a letterhead with a gap keeps every letter back, and the check names the gap', () => {
  const { letterhead } = aWardWithLetters();
  const ward = aWardWithLetters({ letterhead: { ...letterhead, signer: '…' } });
  expect(gapsIn(ward)).toMatchObject([{ pointer: '/letterhead/signer' }]);
  expect(settingsOf(ward).approvedWordings).toEqual([]);
  expect(whatIsMissing(ward).marriage).toEqual([expect.stringContaining('letterhead.signer')]);
});

it.each([
  ['a fact that its letters do not have', 'birth', 'Chào {childNmae}, {childName}'],
  ['no child', 'birth', 'Chúc mừng gia đình'],
  ['a promise without its date', 'apology', 'Hồ sơ {dossierCode} xin hẹn lại.'],
] as const)('a wording with %s is refused', (_, kind, text) => {
  const wording = {
    ...draftWordings.wordings[kind],
    subheading: undefined,
    facts: {},
    afterFacts: [],
    paragraphs: [text],
  };
  expect(WardWordings.safeParse({ [kind]: wording }).success).toBe(false);
  expect(WardLetters.safeParse({ ward: '26506', wordings: { [kind]: wording } }).success).toBe(false);
});

it('looks for gaps in the words of a page, not in its id or in the address of its calendar', () => {
  const sheet = compose(
    aBirthLetter({ id: 'a__b', calendarUrl: 'https://baotin.example.vn/lich/x___y.ics' }),
  );
  expect(gapsOnSheet(sheet)).toEqual([]);
  expect(gapsOnSheet({ ...sheet, heading: 'Thư …' })).toMatchObject([{ pointer: '/heading' }]);
});
