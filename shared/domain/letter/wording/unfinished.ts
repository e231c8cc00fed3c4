/** Words that nobody has finished: a gap left in a draft, a brace left open, a promise whose figure is missing. */
import type { Sheet } from '../sheet.ts';
import type { ProblemError } from '../../values/problem-error.ts';

const gap = /…|\.{3,}|_{2,}|\[[^\]]*\]/u;
const looseBrace = /\{[^}]*$|^[^{]*\}/u;

/** `trong vòng ngày làm việc`, `số tiền đồng`, `điện thoại .`: a unit, or a full stop, where a figure should be. */
const figureless =
  /(?:trong vòng|sau|trước|thêm)\s+(?:ngày làm việc|tuần(?! này)|giờ làm việc)|số tiền(?: là)?\s+(?:đồng|đ)(?!\p{L})|(?:điện thoại|gọi số|theo số|số máy)\s*(?:[.,;:)]|$)/iu;

const whatIsWrong = (text: string): { code: string; message: string } | undefined => {
  if (gap.test(text)) return { code: 'unfinished', message: 'Còn chỗ trống (…) chưa điền' };
  if (looseBrace.test(text.replaceAll(/\{[^{}]*\}/g, '')))
    return { code: 'unfinished', message: 'Dấu { hoặc } đứng lẻ' };
  return figureless.test(text)
    ? { code: 'figure-missing', message: 'Lời hẹn thiếu con số (số ngày, số tiền, số điện thoại)' }
    : undefined;
};

/** Every text in this value that is not finished, by its place. */
export const unfinishedIn = (value: unknown, pointer = ''): ProblemError[] => {
  if (typeof value === 'string') {
    const wrong = whatIsWrong(value);
    return wrong ? [{ pointer, ...wrong }] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => unfinishedIn(part, `${pointer}/${name}`));
};

/** Gaps on a page that is to be printed: in its words, not in its id nor in the address behind a code. */
export const gapsOnSheet = ({ id: _id, plan, ...words }: Sheet): ProblemError[] =>
  unfinishedIn({ ...words, ...(plan && { plan: { ...plan, link: plan.link?.caption } }) });
