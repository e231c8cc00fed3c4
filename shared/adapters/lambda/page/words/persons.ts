import type { Notice } from '../frame/layout.ts';

/** What is said of a citizen's request about their own data. */
export const personNotices = {
  'person-asked': {
    tone: 'ok',
    words: 'Đã ghi yêu cầu. Vài phút nữa có kết quả ở dòng đầu; trang này tự mở lại.',
  },
} as const satisfies Record<string, Notice>;
