/** What is said of a part of a row that was left out or cut: in the words of an office, repeating nothing of the content. */
import type { Warning } from '../../values/warning.ts';
import { factInWords } from './fact-words.ts';

const begun = (text: string): string => `${text[0]!.toUpperCase()}${text.slice(1)}`;

/** A name that nobody gave a field is as long as somebody likes; its beginning finds it. */
const nameAtMost = 100;
const about =
  (say: (field: string) => string) =>
  (named: string): Warning => {
    const field = named.slice(0, nameAtMost);
    return { field, sentence: say(field) };
  };

export const warnings = {
  unreadable: about(
    (field) =>
      `Không đọc được ${factInWords(field)} nên bỏ qua ô này; các ô khác vẫn được nhận. Xin sửa ở phần mềm gửi rồi gửi lại.`,
  ),
  unknown: about((field) => `Không có ô nào tên ${field} nên bỏ qua; xin kiểm tra lại tên ô ở phần mềm gửi.`),
  cut: (named: string, most: number): Warning =>
    about(
      (field) =>
        `${begun(factInWords(field))} dài quá ${most} ký tự nên chỉ giữ phần đầu; xin rút gọn nếu phần sau cũng cần nói với người dân.`,
    )(named),
  implausible: about(
    (field) => `${begun(factInWords(field))} không phải là ngày hợp lý nên bỏ qua; xin kiểm tra lại ngày.`,
  ),
  garbled: about(
    (field) => `${begun(factInWords(field))} có vẻ bị lỗi phông chữ; xin sửa lại trước khi in thư hoặc nhãn.`,
  ),
} as const;
