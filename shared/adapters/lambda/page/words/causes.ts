import type { Worklist } from '../../../../domain/api/work-by-state.ts';
import type { LetterState } from '../../../../domain/letter/moves.ts';
import type { PhoneRefusal } from '../../../../domain/phone/read-phone.ts';
import type { JobState } from '../../../../domain/post/job/dispatch-moves.ts';
import { changeInWords } from './choices.ts';
import { letterReasonInWords } from './letter-reasons.ts';
import { jobWords, letterKindWords, letterStateWords } from './states.ts';
import { statuses } from '../../../../domain/dossier/statuses.ts';

/** Plain words for reasons as they are kept; what stands here is the start of the reason or the whole of it. */
const words: Readonly<Record<string, string>> = {
  'no-phone': 'Hồ sơ không có số điện thoại',
  'phone-unreadable': 'Số điện thoại ghi không đọc được',
  'text-not-sayable': 'Tin thiếu thông tin bắt buộc',
  'persons-missing': 'Hồ sơ hộ tịch đến mà không có tên người',
  'name-missing': 'Sự kiện hộ tịch chưa có tên',
  'date-incomplete': 'Ngày trong sự kiện hộ tịch chưa đủ',
  'date-impossible': 'Ngày trong sự kiện hộ tịch không có thật',
  'cannot-be-written': 'Tên có chữ mà máy in không có',
  'facts-missing': 'Thiếu thông tin để viết thư',
  'not decided yet': 'Hệ thống chưa xử lý xong',
  'unknown form of code': 'Mã không đúng dạng nào đã biết',
  'no-answer': 'Lần trước không nghe máy',
  'called-lately': 'Vừa gọi chưa lâu',
  'wrong-number': 'Nhầm số',
};

const stateCauses: Readonly<Record<string, string>> = {
  overtaken: 'đã có tin mới hơn thay',
  'opted-out': 'người dân không muốn nhận tin',
};

/** What is wrong with a phone as it was written, in words that a clerk can say to the citizen. */
const phoneWords: Readonly<Record<PhoneRefusal, string>> = {
  empty: 'để trống',
  not_text: 'không phải chữ số',
  bad_character: 'có ký tự lạ',
  multiple: 'ghi nhiều số trong một ô',
  too_short: 'thiếu chữ số',
  too_long: 'thừa chữ số',
  foreign: 'số nước ngoài',
  fixed_line: 'số bàn, không nhận được tin nhắn',
  old_landline: 'số bàn mã vùng cũ',
  service_number: 'số tổng đài',
  short_code: 'đầu số ngắn',
  special_range: 'số dịch vụ',
  m2m_or_truncated: 'số của máy, hoặc thiếu chữ số',
  invalid: 'không phải số điện thoại',
};

/** What a text that a status names is about: what the citizen was to hear. */
const textSubjects = Object.values(statuses).flatMap(({ telling: { text }, words: { vi } }) =>
  (typeof text === 'string' ? [text] : Object.values(text ?? {})).map((name) => [name, `Hồ sơ ${vi}`]),
);

/** What the reason is about, where it begins with a text, a status or a kind of letter. */
const subjects: Readonly<Record<string, string>> = {
  ...Object.fromEntries(textSubjects),
  ...Object.fromEntries(
    Object.entries(statuses).map(
      ([
        name,
        {
          words: { vi },
        },
      ]) => [name, `Hồ sơ ${vi}`],
    ),
  ),
  ...letterKindWords,
};

const isCode = (part: string): boolean => /^[a-z0-9_-]+$/.test(part);

/** Our word for a part of a reason; a code that has none is for programs and not shown, a sentence of somebody is. */
const said = (part: string): string | undefined => {
  const known = words[part] ?? subjects[part] ?? (phoneWords as Readonly<Record<string, string>>)[part];
  if (known !== undefined || !isCode(part)) return known ?? part;
  if (part.startsWith('post-')) return 'Tin về giấy tờ gửi bưu điện';
  return part.startsWith('home-') ? 'Tin về giấy tờ mang đến nhà' : undefined;
};

const together = (parts: readonly string[]): string => {
  const shown = parts.map(said).filter((part) => part !== undefined);
  return shown.length === 0 ? 'Mở ra để xem' : shown.join(': ');
};

/** Why something is on a list, for a clerk: what we have a word for in our words, what a citizen or carrier said as it is. */
export const causeInWords = (list: Worklist, because: string): string => {
  // The field's name before the sentence is for programs; the sentence says it in words.
  if (list === 'warnings') return because.replace(/^[\w.]+: /, '');
  if (list === 'changes') return changeInWords(because);
  if (list === 'letters') {
    const [kind = '', rest = ''] = because.split(/ (.*)/s);
    const [state = '', why] = rest.split(/: (.*)/s);
    const stands = Object.hasOwn(letterStateWords, state)
      ? letterStateWords[state as LetterState][0]
      : undefined;
    if (stands !== undefined)
      return [together([kind]), stands, why && together([letterReasonInWords(why)])]
        .filter(Boolean)
        .join(': ');
  }
  if (list === 'journeys') {
    const [state = '', ...wants] = because.split(', ');
    const stands = Object.hasOwn(jobWords, state) ? jobWords[state as JobState] : undefined;
    if (stands !== undefined)
      return [`Bưu gửi ${stands}`, ...wants.flatMap((want) => said(want) ?? [])].join(', ');
  }
  return together(because.split(': '));
};

/** Why a text stands as it does; what a carrier said of it is shown as it was said. */
export const causeOfState = (reason: string): string => stateCauses[reason] ?? together([reason]);
