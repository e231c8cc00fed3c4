import type { Account, OpenAccount } from '../../../../domain/post/money/cash-book.ts';

/** Where money of a journey stands. */
export const accountWords: Readonly<Record<OpenAccount, string>> = {
  due: 'chưa thu',
  collected: 'bưu điện đã thu',
  remitted: 'đã nộp, chờ khớp',
  disputed: 'chưa khớp',
};

/** What money of a journey came to on a day. */
export const movementWords: Readonly<Record<Account, string>> = {
  ...accountWords,
  due: 'phải thu thêm',
  collected: 'bưu tá đã thu ở cửa',
  remitted: 'bưu điện đã nộp',
  reconciled: 'phường đã xác nhận',
  waived: 'không thu nữa',
};
