import { isProblemType, problem, type ProblemType } from '../../../../domain/api/problem.ts';
import { chosenNotices } from '../words/chosen.ts';
import { importNotices } from '../words/imports.ts';
import { postNotices } from '../words/post-notices.ts';
import { personNotices } from '../words/persons.ts';
import type { Notice } from './layout.ts';

/** What a page says of what was just done. The address carries the word alone, never a name or a number. */
const notices = {
  ...chosenNotices,
  ...importNotices,
  ...postNotices,
  ...personNotices,
  'sent-before': {
    tone: 'warn',
    words: 'Nút này đã bấm rồi nên không làm lại lần nữa. Trang này là tình trạng hiện nay.',
  },
  'not-done': { tone: 'late', words: 'Chưa làm được. Xem chỗ ghi lỗi bên dưới.' },
  'not-here': { tone: 'late', words: 'Không thấy việc này ở phường mình. Có thể đã có người làm xong.' },
  reached: { tone: 'ok', words: 'Đã ghi: đã báo cho người dân. Cuộc tiếp theo ở dưới.' },
  'no-answer': {
    tone: 'ok',
    words: 'Đã ghi: không nghe máy. Ba giờ nữa gọi lại; sau ba lần, việc về danh sách.',
  },
  'wrong-number': { tone: 'ok', words: 'Đã ghi: nhầm số. Hỏi số đúng rồi sửa trong hồ sơ.' },
  resent: { tone: 'ok', words: 'Đã cho gửi lại, một lần. Kết quả hiện ở dòng thời gian.' },
  'text-settled': { tone: 'ok', words: 'Đã ghi: cán bộ đã lo xong. Tin không còn trong danh sách việc.' },
  cancelled: { tone: 'ok', words: 'Đã hủy tin chưa gửi. Người dân không nhận tin này.' },
  entered: { tone: 'ok', words: 'Đã ghi. Nếu bước này có báo thì người dân nhận tin trong giờ gửi tin.' },
  exists: {
    tone: 'late',
    words: 'Chưa ghi. Phường mình đã có hồ sơ mang mã này; tìm mã ở trang Hồ sơ rồi ghi bước tiếp.',
  },
  corrected: { tone: 'ok', words: 'Đã sửa. Tin, thư và bưu gửi chưa đi thì theo thông tin mới.' },
  unchanged: { tone: 'warn', words: 'Hồ sơ đã ghi đúng như vậy từ trước, nên không có gì thay đổi.' },
  voided: { tone: 'ok', words: 'Đã rút bước ghi nhầm. Tin chưa đi thì hủy.' },
  settled: { tone: 'ok', words: 'Đã ghi: việc báo nhầm đã xong. Hồ sơ ra khỏi danh sách này.' },
  'event-added': { tone: 'ok', words: 'Đã ghi sự kiện hộ tịch. Thư của nó, nếu có, hiện ở dòng thời gian.' },
  released: { tone: 'ok', words: 'Đã ký. Thư mang ngày in; cán bộ in được ngay.' },
  held: { tone: 'ok', words: 'Đã giữ thư lại. Không ai in được đến khi lãnh đạo ký.' },
  withdrawn: { tone: 'ok', words: 'Đã hủy thư. Gia đình không nhận thư này.' },
  'handed-over': { tone: 'ok', words: 'Đã ghi: thư đã trao tận tay.' },
  printed: { tone: 'ok', words: 'Đã in. Tệp ở trang này; trao xong thì bấm ở từng thư.' },
  'nothing-to-print': { tone: 'warn', words: 'Không có thư nào đã ký để in.' },
  'officer-saved': { tone: 'ok', words: 'Đã ghi. Người này phải đăng nhập lại để dùng quyền mới.' },
  'officer-off': { tone: 'ok', words: 'Đã cho thôi. Người này ra khỏi hệ thống ngay.' },
  'own-rights': {
    tone: 'late',
    words: 'Chưa làm được. Không ai cho thôi chính mình; nhờ lãnh đạo khác hoặc người điều hành.',
  },
  'operators-only': {
    tone: 'late',
    words: 'Chưa làm được. Chỉ người điều hành cho thôi được người điều hành.',
  },
  'last-operator': {
    tone: 'late',
    words: 'Chưa làm được. Đây là người điều hành cuối cùng; ghi người thay trước.',
  },
  conflict: {
    tone: 'warn',
    words: 'Có người vừa sửa trước. Trang này là tình trạng mới; xem lại rồi làm tiếp.',
  },
} as const satisfies Record<string, Notice>;

/** One of our words, or why a flow refused: that has its words already. */
export type Word = keyof typeof notices | ProblemType;

const isOurs = (word: string): word is keyof typeof notices => Object.hasOwn(notices, word);

export const noticeIn = (word: string | undefined): Notice | undefined => {
  if (word === undefined) return undefined;
  if (isOurs(word)) return notices[word];
  return isProblemType(word)
    ? { tone: 'late', words: `Chưa làm được. ${problem(word, 'vi').title}.` }
    : undefined;
};
