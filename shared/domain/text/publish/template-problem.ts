import * as z from 'zod';
import { SmsLanguage } from '../sms-template.ts';

/** What an officer has to mend before a template can be used; `language`, `field` and `detail` say where. */
export const TemplateProblem = z.object({
  problem: z.enum([
    'broken-brackets',
    'unknown-field',
    'unused-field',
    'flag-shown',
    'fields-differ',
    'field-touches-text',
    'lost-characters',
    'costly-characters',
    'link',
    'empty',
    'too-many-flags',
    'too-many-parts',
    'example-refused',
    'unknown-parameter',
    'parameter-missing',
    'field-left-out',
    'ambiguous-words',
    'unfinished',
    'number',
  ]),
  language: SmsLanguage.optional(),
  field: z.string().optional(),
  detail: z.string().optional(),
});
export type TemplateProblem = z.infer<typeof TemplateProblem>;

/** Each problem as a sentence for the officer who wrote the draft. */
const sentences: Record<TemplateProblem['problem'], string> = {
  'broken-brackets': 'Còn dấu ngoặc (( hoặc )) thừa, hoặc chưa đóng',
  'unknown-field': 'Lời nhắn này không có trường đó; các trường dùng được xem ở docs/texts.md',
  'unused-field': 'Trường này không được dùng trong lời nào',
  'flag-shown': 'Trường này chỉ để bật, tắt một đoạn lời, không in ra được',
  'fields-differ': 'Bản tiếng kia có trường này, bản này thì không',
  'field-touches-text': 'Trường đứng sát một chữ, một dấu chấm hoặc một trường khác; xin cách ra',
  'lost-characters': 'Các ký tự này không gửi được bằng tin nhắn',
  'costly-characters': 'Các ký tự này tính tiền gấp đôi',
  link: 'Tin nhắn không được có đường dẫn, hoặc chữ trông như đường dẫn',
  empty: 'Chưa có lời nào',
  'too-many-flags': 'Quá nhiều đoạn bật, tắt nên không kiểm tra hết được',
  'too-many-parts': 'Với các giá trị dài nhất, tin dài hơn số phần được phép',
  'example-refused': 'Ví dụ không đúng loại của trường',
  'unknown-parameter': 'Mẫu đăng ký với cổng gửi tin có trường mà lời nhắn không có',
  'parameter-missing': 'Mẫu đăng ký với cổng gửi tin thiếu trường mà người dân cần đọc',
  'field-left-out': 'Người dân phải biết điều này, nên cả hai bản đều cần trường này',
  'ambiguous-words': 'Chữ này không có dấu thì đọc được hai cách',
  unfinished: 'Lời chưa viết xong',
  number: 'Lời nhắn không có số điện thoại, số tài khoản viết sẵn; số để gọi là trường ((hotline))',
};

/** The problem in a sentence, with what it is about; where a field has to be named, as it is written in the draft. */
export const wordsOfTemplateProblem = ({ problem, field, detail }: TemplateProblem): string =>
  [
    field === undefined ? sentences[problem] : `${sentences[problem]} – ((${field}))`,
    ...(detail === undefined ? [] : [detail]),
  ].join(': ');
