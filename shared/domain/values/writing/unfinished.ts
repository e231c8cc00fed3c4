/** Words that nobody has finished: a gap left in a draft, or a promise whose figure is missing. */

const gap = /…|\.{3,}|_{2,}|\[[^\]]*\]/u;

/** `trong vòng ngày làm việc`, `số tiền đồng`, `điện thoại .`: a unit, or a full stop, where a figure should be. */
const figureless =
  /(?:trong vòng|sau|trước|thêm)\s+(?:ngày làm việc|tuần(?! này)|giờ làm việc)|số tiền(?: là)?\s+(?:đồng|đ)(?!\p{L})|(?:điện thoại|gọi số|theo số|số máy)\s*(?:[.,;:)]|$)/iu;

/** What is not finished in this text, if anything, as a sentence for whoever wrote it. */
export const whatIsUnfinished = (
  text: string,
): { code: 'unfinished' | 'figure-missing'; message: string } | undefined => {
  if (gap.test(text)) return { code: 'unfinished', message: 'Còn chỗ trống (…) chưa điền' };
  return figureless.test(text)
    ? { code: 'figure-missing', message: 'Lời hẹn thiếu con số (số ngày, số tiền, số điện thoại)' }
    : undefined;
};
