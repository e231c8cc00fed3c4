/** What may be wrong with a cell, for the clerk who has the sheet open: a sentence that repeats nothing of the content. */
import { statusesToWrite } from '../cells/status-words.ts';
import { factOf, type SheetField } from '../columns/fields.ts';
import { type Warning, warningsAtMost } from '../../values/warning.ts';
import type { Language } from '../file-problem.ts';

/** Those of the first group keep a row out; with the others it is read, and the cell left out where the sentence says so. */
export const troubles = {
  'code-missing': {
    vi: 'Ô mã hồ sơ trống. Xin ghi mã in trên giấy hẹn.',
    en: 'There is no dossier code. Write the one on the receipt.',
  },
  'code-unreadable': {
    vi: 'Đây không phải mã hồ sơ. Xin ghi đúng mã in trên giấy hẹn, ví dụ H29.26-260302-0001.',
    en: 'This is no dossier code. Write the one on the receipt, such as H29.26-260302-0001.',
  },
  'code-rounded': {
    vi: 'Excel đã làm tròn mã này thành số nên mất chữ số. Xin đặt kiểu ô là Văn bản (Text) rồi gõ lại mã.',
    en: 'Excel has rounded this code as a number, and digits are lost. Make the cell Text and type the code again.',
  },
  'code-became-date': {
    vi: 'Excel đã đổi mã này thành ngày. Xin đặt kiểu ô là Văn bản (Text) rồi gõ lại mã.',
    en: 'Excel has made a date of this code. Make the cell Text and type the code again.',
  },
  'status-missing': {
    vi: `Ô trạng thái trống. Xin ghi một trong: ${statusesToWrite}; hoặc số từ 1 đến 10.`,
    en: 'There is no status. Write one of the ten of the national portal, or its number, 1 to 10.',
  },
  'status-unknown': {
    vi: `Không hiểu trạng thái này. Xin ghi một trong: ${statusesToWrite}; hoặc số từ 1 đến 10; hoặc cho biết một lần chữ này nghĩa là trạng thái nào.`,
    en: 'This status is not understood. Write one of the ten of the national portal or its number, or say once what this word means.',
  },
  'time-missing': {
    vi: 'Không biết hồ sơ vào trạng thái này lúc nào. Xin ghi ngày vào cột này, hoặc cho biết danh sách lập lúc nào.',
    en: 'Nobody knows since when the dossier is in this status. Write the day, or say when the list was made.',
  },
  'time-unreadable': {
    vi: 'Không đọc được ngày này. Xin ghi như 02/03/2026 hoặc 02/03/2026 09:15.',
    en: 'This day cannot be read. Write it like 02/03/2026 or 02/03/2026 09:15.',
  },
  'time-doubtful': {
    vi: 'Không biết đâu là ngày, đâu là tháng: trong cột này có ô đã bị Excel đảo ngày với tháng. Xin đặt lại kiểu ngày dd/MM/yyyy cho cả cột rồi kiểm tra từng ô.',
    en: 'Day and month cannot be told apart: Excel has exchanged them in some cells of this column. Format it dd/MM/yyyy and check each cell.',
  },
  'letters-lost': {
    vi: 'Dòng này có chữ bị mất (hiện thành �). Xin lưu lại tệp kiểu “CSV UTF-8” hoặc .xlsx rồi gửi lại.',
    en: 'Letters of this row are lost (they show as �). Save the file as “CSV UTF-8” or .xlsx and send it again.',
  },
  'quote-open': {
    vi: 'Dòng này mở ngoặc kép (") mà không đóng nên không biết ô nào ở đâu. Xin sửa ngoặc kép ở dòng này.',
    en: 'This row opens a quote (") and never closes it, so its cells cannot be told apart. Mend the quote.',
  },
  'due-unreadable': {
    vi: 'Không đọc được ngày hẹn nên bỏ qua ô này; tin sẽ không nói ngày hẹn. Xin ghi như 02/03/2026 17:00.',
    en: 'The promised day cannot be read and is left out; no text will name it. Write it like 02/03/2026 17:00.',
  },
  'due-doubtful': {
    vi: 'Bỏ qua ngày hẹn này vì không biết đâu là ngày, đâu là tháng: trong cột có ô đã bị Excel đảo ngày với tháng. Xin đặt lại kiểu dd/MM/yyyy cho cả cột.',
    en: 'The promised day is left out, since day and month cannot be told apart: Excel has exchanged them in some cells of this column.',
  },
  'phone-rounded': {
    vi: 'Excel đã làm tròn số điện thoại này nên mất chữ số; bỏ qua ô này, không nhắn cho ai. Xin đặt kiểu ô là Văn bản (Text) rồi gõ lại số.',
    en: 'Excel has rounded this phone number and digits are lost; it is left out and nobody is texted. Make the cell Text and type it again.',
  },
  'phone-two': {
    vi: 'Ô này có hai số điện thoại; không biết số nào của người nộp nên chưa nhắn cho ai. Xin để lại một số.',
    en: 'There are two phone numbers here; nobody is texted, since nobody knows which one is the applicant’s. Leave one.',
  },
  'phone-unreadable': {
    vi: 'Không gọi hay nhắn được số này. Xin kiểm tra lại số.',
    en: 'This number can be neither texted nor rung. Please check it.',
  },
  'formula-without-value': {
    vi: 'Công thức ở ô này bị lỗi hoặc chưa có kết quả nên bỏ qua ô. Xin mở bằng Excel, sửa, lưu rồi gửi lại.',
    en: 'The formula of this cell failed or has no saved result; the cell is left out. Open it in Excel, mend and save it.',
  },
  'choice-unknown': {
    vi: 'Không hiểu chữ trong ô này nên bỏ qua ô.',
    en: 'What stands here is not understood; the cell is left out.',
  },
  'amount-unreadable': {
    vi: 'Không đọc được số tiền nên bỏ qua ô. Xin ghi như 30000 hoặc 30.000.',
    en: 'This sum cannot be read; the cell is left out. Write it like 30000 or 30.000.',
  },
} as const satisfies Record<string, Record<Language, string>>;

export type Trouble = keyof typeof troubles;

/** What is wrong with one cell: the heading of its column, what stands there, and why. */
export type Note = { field?: SheetField; column: string; value: string; trouble: Trouble };

/** Troubles of cells whose content is taken all the same: the desk meets them where it meets the dossier. */
const keeps: readonly Trouble[] = ['phone-two', 'phone-unreadable'];

/** What the office has to mend in an event that was taken without some of its cells. */
export const warningsOf = (notes: readonly Note[]): Warning[] =>
  notes
    .filter(({ trouble }) => !keeps.includes(trouble))
    .map(({ field, column, trouble }) => ({
      field: field === undefined ? column : factOf(field),
      sentence: `${column}: ${troubles[trouble].vi}`.slice(0, 300),
    }))
    .slice(0, warningsAtMost);

/** Rows that are no dossier, and those that nobody saw. */
export const skips = {
  hidden: {
    vi: 'Dòng đang bị ẩn hoặc bị lọc nên không đọc. Xin bỏ lọc rồi gửi lại nếu cần.',
    en: 'The row is hidden or filtered away, so it was not read. Show it and send the file again if it counts.',
  },
  'no-dossier': {
    vi: 'Không phải dòng hồ sơ (dòng tổng, tiêu đề nhóm, chữ ký) nên bỏ qua.',
    en: 'This is no dossier (a total, the title of a group, a signature), so it was left out.',
  },
} as const satisfies Record<string, Record<Language, string>>;
export type Skip = keyof typeof skips;
