import * as z from 'zod';

/** What was wrong with a part of a row that was taken all the same: the field, and a sentence for the officer. */
export const Warning = z.strictObject({
  field: z.string().max(100).describe('The field by its name, such as `applicant.phone` or `NgayHenTra`'),
  sentence: z.string().max(300).describe('In Vietnamese; it repeats nothing of the content'),
});
export type Warning = z.infer<typeof Warning>;

/** How many troubles of one row are told; whoever mends those sees the rest. */
export const warningsAtMost = 20;

export const warnings = {
  unreadable: (field: string): Warning => ({
    field,
    sentence: `Không đọc được ${field} nên bỏ qua trường này; các trường khác vẫn được nhận. Xin sửa ở phần mềm gửi rồi gửi lại.`,
  }),
  unknown: (field: string): Warning => ({
    field,
    sentence: `Không có trường ${field} nên bỏ qua; xin kiểm tra lại tên trường.`,
  }),
  cut: (field: string, most: number): Warning => ({
    field,
    sentence: `${field} dài quá ${most} ký tự nên chỉ giữ phần đầu; xin rút gọn nếu phần sau cũng cần nói với người dân.`,
  }),
  implausible: (field: string): Warning => ({
    field,
    sentence: `${field} không phải là ngày hợp lý nên bỏ qua; xin kiểm tra lại ngày.`,
  }),
  garbled: (field: string): Warning => ({
    field,
    sentence: `${field} có vẻ bị lỗi phông chữ; xin sửa lại trước khi in thư hoặc nhãn.`,
  }),
} as const;
