import type { Notice } from './layout.ts';

/** What a page says of what was just done. The address carries the word alone, never a name or a number. */
const notices = {
  'sent-before': {
    tone: 'warn',
    words: 'Nút này đã bấm rồi nên không làm lại lần nữa. Trang này là tình trạng hiện nay.',
  },
  'signed-in': { tone: 'ok', words: 'Đã vào. Việc gấp nhất ở trên cùng.' },
  'not-done': { tone: 'late', words: 'Chưa làm được. Xem chỗ ghi lỗi bên dưới.' },
  'not-found': { tone: 'late', words: 'Không thấy việc này ở phường mình. Có thể đã có người làm xong.' },
  'moved-on': { tone: 'warn', words: 'Có người vừa làm việc này trước. Trang này là tình trạng mới.' },
  'officer-saved': { tone: 'ok', words: 'Đã ghi. Người này phải đăng nhập lại để dùng quyền mới.' },
  'officer-off': { tone: 'ok', words: 'Đã cho thôi. Người này ra khỏi hệ thống ngay.' },
} as const satisfies Record<string, Notice>;
export type Word = keyof typeof notices;

export const noticeIn = (word: string | undefined): Notice | undefined =>
  word !== undefined && Object.hasOwn(notices, word) ? notices[word as Word] : undefined;
