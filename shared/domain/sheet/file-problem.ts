/** Why a whole file is not readable: one sentence that says what it is and what to do. */

export const fileProblems = {
  'old-xls': {
    vi: 'Đây là tệp Excel kiểu cũ (.xls, trước 2007). Xin mở bằng Excel, chọn Lưu thành (Save As) kiểu “Excel Workbook (*.xlsx)” rồi gửi lại.',
    en: 'This is an Excel file of the old kind (.xls, before 2007). Open it in Excel, save it as “Excel Workbook (*.xlsx)” and send that.',
  },
  password: {
    vi: 'Tệp này có mật khẩu. Xin mở bằng Excel, vào Tệp › Thông tin › Bảo vệ sổ làm việc, bỏ mật khẩu, lưu rồi gửi lại.',
    en: 'This file has a password. Open it in Excel, remove it under File › Info › Protect Workbook, save and send it again.',
  },
  'binary-workbook': {
    vi: 'Đây là tệp .xlsb. Xin mở bằng Excel, lưu thành kiểu “Excel Workbook (*.xlsx)” rồi gửi lại.',
    en: 'This is an .xlsb file. Open it in Excel, save it as “Excel Workbook (*.xlsx)” and send that.',
  },
  opendocument: {
    vi: 'Đây là tệp LibreOffice (.ods). Xin mở bằng LibreOffice, lưu thành kiểu “Excel 2007-365 (.xlsx)” rồi gửi lại.',
    en: 'This is a LibreOffice file (.ods). Open it there, save it as “Excel 2007-365 (.xlsx)” and send that.',
  },
  'word-file': {
    vi: 'Đây là tệp Word. Xin chép bảng sang Excel, lưu thành .xlsx rồi gửi lại.',
    en: 'This is a Word file. Copy the table to Excel, save it as .xlsx and send that.',
  },
  'zip-of-files': {
    vi: 'Đây là tệp nén chứa tệp khác. Xin giải nén rồi gửi từng tệp .xlsx hoặc .csv.',
    en: 'This is a zip of other files. Unpack it and send each .xlsx or .csv by itself.',
  },
  'zip-suspicious': {
    vi: 'Tệp nén này không giống tệp do Excel lưu (quá nhiều phần, phần quá lớn hoặc tên lạ) nên không mở. Xin mở bằng Excel, lưu thành tệp .xlsx mới rồi gửi lại.',
    en: 'This zip is not like one that Excel saves (too many parts, parts too large, or strange names), so it was not opened. Open it in Excel, save it as a new .xlsx and send that.',
  },
  'zip-broken': {
    vi: 'Tệp bị hỏng hoặc tải lên chưa trọn. Xin mở thử bằng Excel, lưu lại rồi gửi lại.',
    en: 'The file is broken or was not uploaded whole. Try to open it in Excel, save it again and send that.',
  },
  'web-archive': {
    vi: 'Đây là trang web lưu thành một tệp (.mht). Xin mở bằng Excel, lưu thành .xlsx rồi gửi lại.',
    en: 'This is a web page saved as one file (.mht). Open it in Excel, save it as .xlsx and send that.',
  },
  'no-table': {
    vi: 'Đây không phải bảng tính (có thể là PDF, ảnh hoặc chương trình). Xin gửi tệp .xlsx hoặc .csv.',
    en: 'This is no table (perhaps a PDF, a picture or a program). Please send an .xlsx or .csv file.',
  },
  empty: {
    vi: 'Tệp không có dòng nào. Xin kiểm tra lại đã chọn đúng tệp chưa.',
    en: 'The file has no rows. Please check that it is the right file.',
  },
  'too-long': {
    vi: 'Tệp có hơn 50.000 dòng. Xin chia thành nhiều tệp, mỗi tệp một tháng chẳng hạn.',
    en: 'The file has more than 50,000 rows. Please divide it, for instance month by month.',
  },
  'torn-quotes': {
    vi: 'Quá nhiều dòng mở ngoặc kép (") mà không đóng nên không biết ô nào ở đâu. Xin lưu lại từ Excel kiểu “CSV UTF-8” rồi gửi lại.',
    en: 'Too many rows open a quote (") and never close it, so cells cannot be told apart. Save it again from Excel as “CSV UTF-8”.',
  },
  encoding: {
    vi: 'Chữ trong tệp theo bảng mã cũ. Xin xem tên nào dưới đây đọc đúng, rồi chọn bảng mã ấy',
    en: 'The letters of this file are of an old code page. See which names below read right, and choose that one',
  },
  'no-headings': {
    vi: 'Không tìm thấy dòng tiêu đề có cột mã hồ sơ. Xin đặt tên cột như “Mã hồ sơ”, “Trạng thái”, “Số điện thoại”, hoặc cho biết cột nào là gì',
    en: 'No row of headings with a column of dossier codes was found. Name the columns like “Mã hồ sơ”, “Trạng thái”, “Số điện thoại”, or say which column is what',
  },
  'no-status': {
    vi: 'Không có cột trạng thái, cũng không có cột ngày nào cho biết hồ sơ đang ở bước nào. Xin thêm cột “Trạng thái”, hoặc cho biết cột nào là trạng thái',
    en: 'There is no column of statuses, nor one of dates that shows how far each dossier is. Add a column “Trạng thái”, or say which column has it',
  },
  'same-twice': {
    vi: 'Có hai cột cùng nghĩa nên không biết lấy cột nào. Xin cho biết cột nào dùng, cột nào bỏ',
    en: 'Two columns mean the same, so nobody knows which to take. Say which one counts and which one to leave out',
  },
  'several-sheets': {
    vi: 'Sổ có nhiều trang tính đều là danh sách hồ sơ. Xin chọn một trang',
    en: 'The workbook has several sheets with dossiers. Please choose one',
  },
  'no-such-sheet': {
    vi: 'Sổ không có trang tính tên này. Các trang đang có',
    en: 'The workbook has no sheet of this name. There are',
  },
  'not-arrived': {
    vi: 'Chưa nhận được tệp nào. Xin tải tệp lên trước rồi mới yêu cầu đọc.',
    en: 'No file has arrived. Upload it first and then ask for it to be read.',
  },
  'never-ended': {
    vi: 'Hệ thống đã đọc tệp này ba lần mà lần nào cũng phải dừng giữa chừng. Xin mở bằng Excel, chép danh sách sang sổ mới, lưu thành .xlsx rồi gửi lại, hoặc chia nhỏ tệp.',
    en: 'This file was begun three times and never read to its end. Copy the list to a new workbook in Excel and send that as .xlsx, or divide it.',
  },
} as const;

export type FileProblemCode = keyof typeof fileProblems;

/** `of` names what the sentence is about: sheets, headings, or readings of three names. */
export type FileProblem = { code: FileProblemCode; of?: readonly string[] };

export type Language = 'vi' | 'en';

/** The one sentence, with what it is about behind it. */
export const sentenceOfFile = ({ code, of }: FileProblem, language: Language = 'vi'): string => {
  const sentence = fileProblems[code][language];
  return of === undefined ? sentence : `${sentence}: ${of.join('; ')}.`;
};

/** A file that stays shut. */
export type Shut = { ok: false; problem: FileProblem };
export const shut = (code: FileProblemCode, of?: readonly string[]): Shut => ({
  ok: false,
  problem: { code, ...(of !== undefined && { of }) },
});
