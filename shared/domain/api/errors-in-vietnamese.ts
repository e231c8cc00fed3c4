/**
 * What is wrong with a request, for officers. Schemas speak English to whoever writes a program; whoever asked in Vietnamese
 * reads the same of each field in the office's words, its own name behind them.
 */
import { factInWords } from '../dossier/event/fact-words.ts';
import type { ProblemError } from '../values/problem-error.ts';

/** What the office's own choices are called; facts of dossiers have their words already. */
const words: Readonly<Record<string, string>> = {
  office: 'tên cơ quan trong tin',
  hotline: 'đường dây hỏi',
  inbox: 'số nhận tin',
  returnPlace: 'nơi nhận kết quả',
  tells: 'những việc được báo',
  sendWindow: 'giờ nhắn tin',
  holdBack: 'số phút chờ trước khi báo',
  officeHours: 'giờ làm việc',
  localDays: 'ngày nghỉ, ngày làm bù của địa phương',
  limits: 'hạn mức',
  messagesPerPhonePerDay: 'số tin mỗi ngày cho một số điện thoại',
  messagesPerWardPerDay: 'số tin mỗi ngày của cả phường, xã',
  partsPerWardPerMonth: 'số phần tin mỗi tháng',
  accents: 'tin có dấu',
  shortTexts: 'dùng lời ngắn',
  offers: 'ngày viết giúp, ngày không hẹn',
  board: 'lời trên bảng ở quầy',
  phone: 'số điện thoại',
  choice: 'lựa chọn',
  channel: 'kênh',
  purpose: 'việc được chọn',
  evidence: 'bằng chứng',
  when: 'thời điểm',
  reason: 'lý do',
  note: 'ghi chú',
  outcome: 'kết quả',
};

const nameOf = (pointer: string): string => {
  const name = pointer.split('/').findLast((step) => step !== '' && !/^\d+$/.test(step));
  if (name === undefined) return 'nội dung gửi lên';
  const own = Object.hasOwn(words, name) ? words[name] : undefined;
  return own === undefined ? factInWords(name) : `${own} (${name})`;
};

const kinds: Readonly<Record<string, string>> = {
  string: 'chữ',
  number: 'số',
  int: 'số nguyên',
  boolean: 'true hoặc false',
  array: 'danh sách',
  object: 'một nhóm trường',
  record: 'một nhóm trường',
};

const byCode: Readonly<Record<string, string>> = {
  'unknown-field': 'không có trường này; xin kiểm tra lại tên trường hoặc bỏ đi',
  'unrecognized-keys': 'không có trường này; xin kiểm tra lại tên trường hoặc bỏ đi',
  'invalid-type': 'sai kiểu',
  'invalid-format': 'viết chưa đúng dạng',
  'invalid-value': 'không phải giá trị được nhận',
  'invalid-union': 'không theo dạng nào được nhận',
  'invalid-key': 'có tên không được nhận',
  'invalid-element': 'có phần chưa đúng',
  'not-multiple-of': 'không phải số được nhận',
  'too-small': 'ít quá hoặc ngắn quá',
  'too-big': 'nhiều quá hoặc dài quá',
  'in-the-future': 'thời điểm này chưa tới',
  implausible: 'không có việc gì xảy ra vào ngày này',
  'letters-only': 'một hồ sơ chỉ chọn được về thư',
};

/** What the sentence of a schema asks for, said in Vietnamese as far as it names it. */
const asked = ({ code, message }: ProblemError): string => {
  if (message.endsWith('received undefined')) return 'còn thiếu';
  const kind = /expected (\w+)/.exec(message)?.[1] ?? '';
  if (code === 'invalid-type' && Object.hasOwn(kinds, kind)) return `phải là ${kinds[kind]}`;
  const bound = /(>=?|<=?)(-?\d+)/.exec(message);
  if (bound !== null) {
    const most = bound[1]!.startsWith('<');
    return `${most ? 'nhiều nhất' : 'ít nhất'} ${bound[1]!.endsWith('=') ? '' : 'và không bằng '}${bound[2]}`;
  }
  const choices = [...message.matchAll(/"([^"]+)"/g)].map(([, choice]) => choice);
  if (code === 'invalid-value' && choices.length > 0) return `phải là ${choices.join(', ')}`;
  return byCode[code] ?? 'chưa đúng';
};

/** Words of Vietnam have marks that no English sentence has. */
const isVietnamese = (sentence: string): boolean => /[ăâđêôơưà-ãè-êìíò-õùúýĩũạ-ỹ]/i.test(sentence);

/** The same error, said in Vietnamese and with its field's name; what is said so already stays. */
export const inVietnamese = (error: ProblemError): ProblemError => {
  // Whoever wrote the program is answered before the mark, and the clerk behind it.
  const [program = '', clerk] = error.message.split(' · ');
  if (clerk !== undefined && !isVietnamese(program)) return { ...error, message: clerk };
  const isSchemas = /^(?:Invalid|Too|Unrecognized) /.test(error.message);
  if (isVietnamese(error.message) && !isSchemas) return error;
  return { ...error, message: `${nameOf(error.pointer)}: ${asked(error)}.` };
};
