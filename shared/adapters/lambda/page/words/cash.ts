import type { OpenAccount } from '../../../../domain/post/money/cash-book.ts';

/** Where money of a journey stands. */
export const accountWords: Readonly<Record<OpenAccount, string>> = {
  due: 'chưa thu',
  collected: 'bưu điện đã thu',
  remitted: 'đã nộp, chờ khớp',
  disputed: 'chưa khớp',
};
