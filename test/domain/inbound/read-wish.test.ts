import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answerTo,
  inboundLimits,
  mayAnswer,
  readInboundSms,
} from '../../../shared/domain/inbound/read-wish.ts';
import { type Instant, hours, minutes, plus } from '../../../shared/domain/values/instant.ts';

const code = 'H29.26-260302-0001';

describe('a citizen asks how a dossier stands', () => {
  it.each([
    `HS ${code}`,
    `hs ${code}`,
    `Hs: ${code}.`,
    `HS${code}`,
    `HS - ${code}`,
    `HO SO ${code}`,
    `Hồ sơ: ${code}`,
    `Hồ sơ: ${code}`.normalize('NFD'),
    `hoso ${code}`,
    `mã hồ sơ ${code}`,
    `TC ${code}`,
    `tra cứu ${code}`,
    `Tra cứu hồ sơ ${code}?`,
    `TRACUU HS ${code}`,
    `xem ${code}`,
    code,
    code.toLowerCase(),
    `"${code}"`,
    `HS "${code}"`,
    `HS <${code}>`,
    `HS (${code})`,
    `  ${code}\n`,
    'HS H29.26 - 260302 - 0001',
    'HS H29.26 260302 0001',
    'HS H29.26–260302–0001',
    'HS H29.26-26O3O2-OOO1',
    'hs h29.26-260302-ooo1',
    `HS \u200b${code}\u00a0`,
  ])('%j', (text) => {
    expect(readInboundSms(text)).toEqual({ asks: 'status', code });
  });

  it.each([
    ['HS 000.00.15.H03-190515-0001', '000.00.15.H03-190515-0001'],
    ['HS OOO.OO.15.HO3-19O515-OOO1', '000.00.15.H03-190515-0001'],
    ['HS G09.20-20260609-0092637', 'G09.20-20260609-0092637'],
    ['HS 12345', '12345'],
    ['TC BN/2026-77', 'BN/2026-77'],
    ['HS H29.26-26O3O2-OOlI', 'H29.26-260302-0011'],
    ['ＨＳ Ｈ２９.２６－２６０３０２－０００１', code],
    [`hồ sơ ${code} của em sao chưa thấy gì ạ`, code],
    [`Không nhận được tin về hồ sơ ${code}`, code],
  ])('also by a code of another form: %j', (text, other) => {
    expect(readInboundSms(text)).toEqual({ asks: 'status', code: other });
  });
});

describe('a citizen asks for several dossiers', () => {
  const other = 'H29.26-260302-0002';
  it.each([`HS ${code} va HS ${other}`, `HS ${code}, ${other}`, `HS ${code} ${other} ${code}`])(
    '%j, and each is answered once',
    (text) => {
      expect(readInboundSms(text)).toEqual({ asks: 'status', code, more: [other] });
    },
  );
});

describe('a citizen asks something else', () => {
  it.each([
    ['STOP', 'opt-out'],
    ['stop.', 'opt-out'],
    ['Hủy', 'opt-out'],
    ['HUY HS', 'unclear-stop'],
    ['từ chối', 'opt-out'],
    ['TC', 'opt-out'],
    ['Hủy đăng ký', 'opt-out'],
    ['HUY DK', 'opt-out'],
    ['TUCHOI', 'opt-out'],
    ['Từ chối nhận tin', 'opt-out'],
    ['không nhận tin nhắn nữa', 'opt-out'],
    ['Đừng nhắn tin nữa', 'opt-out'],
    ['không tin', 'help'],
    ['hủy đăng ký kết hôn', 'help'],
    ['DK', 'opt-in'],
    ['Đăng ký', 'opt-in'],
    ['START', 'opt-in'],
    ['', 'help'],
    ['HS', 'help'],
    ['HS 12', 'help'],
    ['HS cua toi dau roi', 'help'],
    ['HS nop ngay 12/03', 'help'],
    ['hủy hẹn giúp tôi', 'help'],
    ['Cảm ơn!', 'help'],
    ['HELLO 12345', 'help'],
    ['👍', 'help'],
    [`HS ${'1'.repeat(40)}`, 'help'],
    [`HS ${code}${' '.repeat(400)}`, 'help'],
  ])('%j is %s', (text, asks) => {
    expect(readInboundSms(text)).toEqual({ asks });
  });

  /** As fast-check's own `binary` unit, which lists all of a million characters before the first text. */
  const anyCharacter = fc
    .integer({ min: 0, max: 0x10_ff_ff })
    .filter((point) => point < 0xd8_00 || point > 0xdf_ff)
    .map((point) => String.fromCodePoint(point));

  it('and whatever it is, gets one of five answers', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: anyCharacter }),
          fc.string().map((text) => `HS ${text}`),
        ),
        (text) => {
          const question = readInboundSms(text);
          expect(['status', 'opt-out', 'opt-in', 'unclear-stop', 'help']).toContain(question.asks);
          expect('code' in question ? question.code : 'H0000').toMatch(/^[A-Z0-9][A-Z0-9./-]{4,29}$/);
        },
      ),
      { seed: 20261121, numRuns: 2000 },
    );
  });
});

describe('machines are not answered', () => {
  it.each(['UBNDDINHYEN', 'Viettel', '8088', '1022', '19001009', '02773851234', '+14155552671', '', null])(
    '%j',
    (from) => {
      expect(answerTo(from)).toBe('ignore');
    },
  );

  it('but people are', () => {
    expect(answerTo('84912345678')).toBe('+84912345678');
  });
});

describe('a number is answered five times an hour and twenty times a day', () => {
  const noon = '2026-03-02T05:00:00.000Z' as Instant;
  const ago = (milliseconds: number): Instant => plus(noon, -milliseconds);

  it.each([
    ['never asked before', [], true],
    ['four in the hour', [1, 2, 3, 59].map((minute) => ago(minutes(minute))), true],
    ['five in the hour', [1, 2, 3, 4, 59].map((minute) => ago(minutes(minute))), false],
    ['the fifth an hour ago', [1, 2, 3, 4, 60].map((minute) => ago(minutes(minute))), true],
    ['twenty in the day', Array.from({ length: 20 }, (_, at) => ago(hours(2 + at))), false],
    ['nineteen in the day', Array.from({ length: 19 }, (_, at) => ago(hours(2 + at))), true],
    ['the twentieth a day ago', Array.from({ length: 20 }, (_, at) => ago(hours(5 + at))), true],
  ])('%s', (_, answered, may) => {
    expect(mayAnswer(answered, noon)).toBe(may);
    expect(inboundLimits).toEqual({ perHour: 5, perDay: 20 });
  });
});
