/** What a schema found wrong in an officer's file, in the officer's words: no pattern and no type of ours is shown. */
import type * as z from 'zod';

const types: Readonly<Record<string, string>> = {
  string: 'chữ',
  number: 'số',
  int: 'số nguyên',
  boolean: 'true hoặc false',
  array: 'một danh sách [ ]',
  object: 'một nhóm { }',
  record: 'một nhóm { }',
};

/** The sentence for one issue; what a schema says in words of its own stays. */
export const plainIssue = (issue: z.core.$ZodRawIssue): string | undefined => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'Chưa điền mục này'
        : `Mục này phải là ${types[issue.expected] ?? 'một giá trị khác'}`;
    case 'invalid_format':
      return 'Viết chưa đúng cách; xin xem mục này trong tệp mẫu (ward letters … --draft)';
    case 'invalid_value':
      return `Chỉ được chọn: ${issue.values.map(String).join(', ')}`;
    case 'invalid_union':
      return 'Không phải là một trong các cách viết của tệp mẫu';
    case 'unrecognized_keys':
      return `Không có mục tên là ${issue.keys.join(', ')}; xin kiểm tra chính tả`;
    case 'too_small':
      return issue.origin === 'string' && issue.minimum === 1
        ? 'Chưa điền mục này'
        : `Ít nhất phải là ${String(issue.minimum)}`;
    case 'too_big':
      return `Nhiều nhất là ${String(issue.maximum)}`;
    default:
      return undefined;
  }
};
