import * as z from 'zod';
import { readWords } from '../../text/field-values.ts';
import { cleanText } from '../../values/writing/clean-text.ts';

/** Words that everybody reads under the office's name: one line, no link, and no number to ring or to pay to. */
export const publicWords = (most: number) =>
  z
    .string()
    .transform(cleanText)
    .pipe(
      z
        .string()
        .min(1)
        .max(most)
        .refine(
          (words) => 'text' in readWords(words, true),
          'Chỗ này ai cũng đọc: xin viết một dòng, không có đường link, số điện thoại hay số tài khoản.',
        ),
    );
