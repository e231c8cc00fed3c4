import { statuses, type Status } from '../../../../domain/dossier/statuses.ts';
import type { LetterKind } from '../../../../domain/letter/content.ts';
import type { LetterState } from '../../../../domain/letter/moves.ts';
import type { NotificationState } from '../../../../domain/notification/notification.ts';
import type { JobState } from '../../../../domain/post/job/dispatch-moves.ts';
import { html, type Html } from '../frame/html.ts';

type Tone = '' | 'late' | 'warn' | 'ok' | 'doubt';
type Said = readonly [word: string, tone: Tone];

export const tag = ([word, tone]: Said): Html => html`<span class="t ${tone}">${word}</span>`;

export const statusWords = (status: Status): string => statuses[status].words.vi;

export const notificationWords: Readonly<Record<NotificationState, Said>> = {
  queued: ['chờ gửi', ''],
  sending: ['đang gửi', ''],
  sent: ['nhà mạng đã nhận', ''],
  unknown: ['chưa rõ', 'doubt'],
  unconfirmed: ['không có báo cáo', 'doubt'],
  delivered: ['đến máy', 'ok'],
  undelivered: ['không đến', 'late'],
  failed: ['nhà mạng từ chối', 'late'],
  suppressed: ['hoãn vì hạn mức', 'warn'],
  cancelled: ['đã hủy', ''],
  settled: ['cán bộ đã lo xong', 'ok'],
};

/** A call is made by a person, so it is not sent, and no carrier says what became of it. */
export const callWords: Readonly<Record<NotificationState, Said>> = {
  ...notificationWords,
  queued: ['chờ gọi', ''],
  sending: ['đang gọi', ''],
  delivered: ['đã báo', 'ok'],
  undelivered: ['không gặp', 'late'],
};

export const letterStateWords: Readonly<Record<LetterState, Said>> = {
  drafted: ['đang viết', ''],
  stopped: ['dừng, cần sửa', 'late'],
  rendered: ['chờ ký', 'warn'],
  held: ['đang giữ', 'warn'],
  released: ['đã ký, chờ in', 'ok'],
  withdrawn: ['đã hủy', ''],
  printed: ['đã in, chờ trao', ''],
  'handed-over': ['đã trao', 'ok'],
  posted: ['gửi bưu điện', 'ok'],
};

export const letterKindWords: Readonly<Record<LetterKind, string>> = {
  birth: 'Thư chúc mừng sinh',
  marriage: 'Thư chúc mừng cưới',
  condolence: 'Thư chia buồn',
  apology: 'Thư xin lỗi trễ hẹn',
  'funeral-support': 'Thư hỗ trợ mai táng',
};

export const jobWords: Readonly<Record<JobState, string>> = {
  draft: 'thiếu thông tin để gửi',
  ready: 'chờ bưu điện nhận',
  leased: 'bưu điện đang xem',
  accepted: 'bưu điện đã nhận việc',
  'label-printed': 'đã in nhãn',
  manifested: 'đã vào bảng kê',
  'handed-over': 'đã giao cho bưu điện',
  'in-transit': 'đang trên đường',
  'out-for-delivery': 'đang đi phát',
  'delivery-attempted': 'không gặp người nhận',
  'held-for-pickup': 'chờ nhận tại bưu cục',
  'on-hold': 'tạm dừng',
  delivered: 'đã trao',
  'partly-delivered': 'trao một phần',
  returning: 'đang trả về',
  returned: 'bưu điện báo đã trả về',
  'return-received': 'phường đã nhận lại',
  closed: 'đã xong',
  redispatched: 'đã gửi lại',
  lost: 'mất',
  damaged: 'hỏng',
  rejected: 'bưu điện không nhận',
  'needs-attention': 'cần người xem',
  'cancel-requested': 'đang xin hủy',
  cancelled: 'đã hủy',
  'dead-letter': 'không xử lý được',
};

/** Why nothing was said, as an officer may say it to a citizen who asks. */
export const silenceWords: Readonly<Record<string, string>> = {
  'already-decided': 'đã xử lý trước đó',
  'already-told': 'đã báo rồi',
  'not-worth-telling': 'bước này phường chọn không báo',
  overtaken: 'đã có bước mới hơn',
  'too-old-to-tell': 'quá cũ để báo',
  'nothing-to-pay': 'không có gì phải nộp',
  'no-phone': 'hồ sơ không có số điện thoại',
  'phone-unreadable': 'số điện thoại không đọc được',
  'opted-out': 'người dân xin không nhắn tin',
  'bundle-spoke-already': 'đã báo cùng hồ sơ liên thông',
  'waits-for-bundle': 'chờ báo chung các hồ sơ liên thông',
  'text-not-sayable': 'thiếu thông tin để viết tin',
  moved: 'hồ sơ đã chuyển nơi khác',
};
