import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readInboundSms } from '../../../shared/domain/inbound/read-wish.ts';
import { toAscii } from '../../../shared/domain/text/ascii.ts';

const asks = (text: string) => readInboundSms(text).asks;

/** People's own ways to say it, collected by somebody else than whoever wrote the rule. */
const refusals = `
NGUNG TIN|Ngừng tin|ngưng tin|Ngưng nhắn tin|Ngừng gửi tin|ngung gui tin nhan|ngưng gởi tin|Từ chối nhận tin|Stop tin nhan|HUY TIN
Hủy nhận tin|Hủy đăng ký tin nhắn|khong nhan tin nua|Không nhận tin nhắn nữa|Tôi không muốn nhận tin nữa|Toi khong muon nhan tin nhan nua
Đừng nhắn tin nữa|đừng nhắn nữa|Đừng gửi tin cho tôi nữa|dung gui tin nhan nua|Dừng nhắn tin|Thôi đừng nhắn nữa|Thôi khỏi nhắn
khỏi nhắn tin|Khỏi gởi tin nữa|đừng có nhắn nữa|Làm ơn đừng nhắn tin nữa|Cho tôi ngừng nhận tin|Đề nghị không nhắn tin vào số này
dừng lại đi đừng nhắn nữa|k nhan tin nua|ko nhắn tin nữa|hok nhan tin nua|kg nhan tin nua|Ngug tin|ngừg tin|NGUNGTIN|tui hổng muốn nhận tin nữa
Bà không cần nhắn tin nữa đâu|Xóa số này đi|Xóa số tôi khỏi danh sách|Phiền quá, đừng nhắn nữa|Ngưng giùm tin nhắn|Đừng nhắn cho tôi nữa
Bỏ tin nhắn|Tắt tin nhắn|xin ngung gui tin|hủy nhận tin nhắn|stop sms|mệt quá đừng gửi nữa|Thôi không nhận tin nữa|Nhầm số rồi, đừng nhắn nữa
Please stop texting me|no more messages|do not text me anymore|huyr tin|duwngf nhawns tin nuwax|khoong nhaanj tin nuwax|d9u7ng2 nha81n tin nu7a4`
  .trim()
  .split(/[|\n]/);

/** Commands, which count where nothing else is said. */
const commands =
  'STOP|UNSUBSCRIBE|CANCEL|TC|TU CHOI|tuchoi|HUY|Hủy|huỷ|huyr|Dừng|duwngf|Ngừng|ngưng|HUY DK|Hủy đăng ký'.split(
    '|',
  );

const innocent = `
Dừng xe ở đâu khi đến lấy hồ sơ?|dừng lại ở bước nào rồi?|Đúng|dung|Đúng rồi|Dung roi|Đúng, nhắn tin cho tôi|Dừng hồ sơ|Hủy hồ sơ|HUY HS|Huy ho so
Tôi muốn hủy hồ sơ|hủy hồ sơ giúp tôi|Hủy hẹn|huy hen giup toi|Hủy đăng ký kết hôn|Hủy đăng ký tạm trú|Rút hồ sơ|Từ chối nhận kết quả|tu choi ho so
tra cuu|không tin|Không tin nhắn này là thật|Toi khong nhan duoc tin|Tôi chưa nhận được tin nhắn|Không nhận được kết quả|Không nhận được tin nhắn nào
Sao không nhắn tin cho tôi|Đừng hủy hồ sơ của tôi|Đừng ngừng nhắn tin cho tôi|Tin nhắn này đúng không|Ngừng giải quyết hồ sơ là sao|Thôi được|Thôi|Ok
Cảm ơn|Anh Huy|Huy Nguyen|Huy ơi|em huy a|Cảm ơn. Huy|Tôi là Huy|nhan tin|Nhắn tin lại cho tôi|Không muốn đến nhận|khong can giay hen ha
Dừng nhận ở bưu điện, tôi tự đến lấy|Đừng giao thứ 6, tôi vắng nhà|dung gui ve dia chi cu|đừng gửi bưu điện, tôi tự đến lấy|Tôi đã nhận tin
Đã nhận|nhan roi|chưa nhận được|không nhận tiền|không gọi được|Đừng gọi nữa, tôi đến lấy rồi|không gửi bưu điện nữa, tôi đến lấy
Hủy lịch hẹn ngày 5|tôi không đồng ý|Làm sao để ngừng nhận tin?|Hủy yêu cầu giao bưu điện|tôi muốn dừng|Bỏ sót giấy tờ thì sao|Số này của ai vậy
Không ai nhận hồ sơ thì gọi ai|Mai tôi không đến nhận được|Đừng quên hồ sơ của tôi nhé|Hết giờ rồi có nhận hồ sơ không|Tắt máy nên không nghe được
Gửi lại tin giúp tôi|Tôi không biết chữ, nhờ gọi|Thôi để mai tôi ra|Xóa nợ thuế cần giấy gì|Cấm đỗ xe ở cổng phải không|Khỏi bệnh rồi tôi sẽ ra lấy
Stop at which counter?|cancel my application|I did not receive any message|Dung la ho so cua toi|chị Dung ơi|Không đến được, gửi bưu điện giúp`
  .trim()
  .split(/[|\n]/);

const before = ['', 'Dạ ', 'dạ em chào anh chị, ', 'Xin ', 'Em ơi ', 'làm ơn ', 'Vui lòng ', 'da '];
const behind = [
  '',
  ' ạ',
  ' nhé',
  ' nha',
  ' với',
  ' đi',
  ' giùm',
  ' em ơi',
  ' giúp tôi với ạ',
  ' nha em, cảm ơn',
  ' được không ạ',
  ' a',
];
const noise = ['', '.', '!!!', ' 🙏', '...', ' \u200b', '?!'.slice(1), '  '];
const ends = [
  '',
  '\nNguyễn Văn Nam',
  ' - Trần Thị Bích',
  '\n--\nSent from my iPhone',
  '\nĐã gửi từ iPhone của tôi',
  '\n> UBND P. Vung Tau: Ho so H29.26-260302-0001 da co ket qua. Khong nhan tin: soan NGUNG TIN.',
  '\nVào 09:00 2/3/2026 UBND đã viết:\nHo so da co ket qua',
  ' 0912 345 678'.replaceAll(' ', ' ').replace('0912 345 678', '0912345678'),
];
const ways: ((text: string) => string)[] = [
  (text) => text,
  (text) => toAscii(text).text,
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
  (text) => text.normalize('NFD'),
];
const any = <T>(from: readonly T[]) => fc.constantFrom(...from);

describe('whoever says no is heard', () => {
  it.each([
    ...refusals,
    ...commands,
    'không muốn nhận',
    'Tôi không nhận tin',
    'không nhắn',
    'Huy dum e',
    'H U Y',
    'H.U.Y.',
  ])('%s', (text) => {
    expect(asks(text)).toBe('opt-out');
  });

  it('however it is wrapped: courtesy, particles, capitals, no accents, emoji, signatures, what was answered', () => {
    fc.assert(
      fc.property(
        any(before),
        any(refusals),
        any(behind),
        any(noise),
        any(ends),
        any(ways),
        (dear, no, particle, sign, end, way) => {
          const text = dear + no + particle + sign;
          expect(asks(way(text) + end), way(text) + end).toBe('opt-out');
        },
      ),
      { seed: 20261201, numRuns: 4000 },
    );
  });

  it('and a command too, by itself', () => {
    const gentle = behind.filter((particle) => particle !== ' em ơi');
    fc.assert(
      fc.property(any(commands), any(gentle), any(noise), any(ends), (no, particle, sign, end) => {
        expect(asks(no + particle + sign + end), no + particle + sign + end).toBe('opt-out');
      }),
      { seed: 20261201, numRuns: 1500 },
    );
  });
});

describe('whoever says something else is told as before', () => {
  it.each(innocent)('%s', (text) => {
    for (const way of ways) expect(asks(way(text)), way(text)).not.toBe('opt-out');
  });

  it('also with courtesy around it', () => {
    fc.assert(
      fc.property(any(before), any(innocent), any(noise), any(ends), (dear, text, sign, end) => {
        expect(asks(dear + text + sign + end), dear + text + sign + end).not.toBe('opt-out');
      }),
      { seed: 20261201, numRuns: 3000 },
    );
    expect(innocent.length).toBeGreaterThan(60);
  });

  it.each([
    'Hủy hồ sơ giúp tôi',
    'HUY HS',
    'rút hồ sơ',
    'đừng gửi bưu điện, tôi tự đến lấy',
    'Đừng gọi nữa',
    'Đừng ngừng nhắn tin',
    'tôi muốn hủy',
    'em huy a',
    'Hủy hồ sơ H29.26-260302-0001',
    'Chặn',
    'END',
    'Sai số rồi ạ',
    'nham so roi',
    'Chị nhắn nhầm rồi',
    'Không phải của tôi',
    'Wrong number',
  ])('but what may be a wish is for a person: %s', (text) => {
    expect(asks(text)).toBe('unclear-stop');
  });
});

describe('whoever wants to be told again', () => {
  it.each([
    'DK',
    'Đăng ký',
    'START',
    'NHAN TIN',
    'nhận tin',
    'Nhận lại',
    'Đăng ký lại ạ',
    'dk lai',
    'tôi muốn đăng ký lại',
    'D K',
    'cho nhan lai tin',
    'Dang ky nhan tin',
    'DK ạ',
    'Cho tôi nhận tin lại với em ơi',
    'tôi muốn nhận tin',
  ])('is: %s', (text) => {
    expect(asks(text)).toBe('opt-in');
  });

  it.each([
    'DK kết hôn',
    'đăng ký lại khai sinh',
    'Đăng ký lại?',
    'đăng ký tạm trú',
    'da nhan tin',
    'Đã nhận tin',
    'Nhận tin?',
    'DK xe',
    'mở cửa lúc mấy giờ',
  ])('is not meant by: %s', (text) => {
    expect(asks(text)).not.toBe('opt-in');
  });
});
