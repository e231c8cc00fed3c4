import type { Worklist } from '../../../../domain/api/work-by-state.ts';
import type { LetterState } from '../../../../domain/letter/moves.ts';
import { letterKindWords, letterStateWords } from './states.ts';
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

const said = (part: string): string => words[part] ?? subjects[part] ?? part;

/** Why something is on a list, for a clerk: what we have a word for in our words, what a citizen or carrier said as it is. */
export const causeInWords = (list: Worklist, because: string): string => {
  if (list === 'letters') {
    const [kind = '', rest = ''] = because.split(/ (.*)/s);
    const [state = '', why] = rest.split(/: (.*)/s);
    const stands = Object.hasOwn(letterStateWords, state)
      ? letterStateWords[state as LetterState][0]
      : undefined;
    if (stands !== undefined) return `${said(kind)}: ${stands}${why === undefined ? '' : ` (${said(why)})`}`;
  }
  return because.split(': ').map(said).join(': ');
};
