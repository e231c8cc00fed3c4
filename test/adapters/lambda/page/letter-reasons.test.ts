import { expect, it } from 'vitest';
import { causeInWords } from '../../../../shared/adapters/lambda/page/words/causes.ts';
import { letterReasonInWords } from '../../../../shared/adapters/lambda/page/words/letter-reasons.ts';

it.each([
  ['perhaps-bereaved', /người nhà/],
  ['perhaps-a-child', /trẻ em/],
  ['words-for-a-newborn', /mới sinh/],
  ['garbled-name: personEvent.childName', /lỗi phông chữ.*personEvent\.childName/],
  ['garbled-name: applicant.name; perhaps-bereaved', /lỗi phông chữ.*; Người vừa mất/],
  ['garbled-name, words-for-a-newborn', /lỗi phông chữ.*; Lời thư/],
  ['declined', /không muốn nhận thư/],
])('an officer reads why a letter waits in Vietnamese, not as %s', (reason, words) => {
  expect(letterReasonInWords(reason)).toMatch(words);
  expect(causeInWords('letters', `birth held: ${reason}`)).toMatch(words);
});

it.each(['Phông chữ không có ① (U+2460); xin sửa: tên bé', 'chờ ký, gọi lại sau'])(
  'what somebody wrote stays as it is: %s',
  (reason) => {
    expect(letterReasonInWords(reason)).toBe(reason);
  },
);
