import type { Worklist } from '../../../../domain/api/work-by-state.ts';

type ListWords = {
  title: string;
  /** What the button of a row says. */
  act: string;
  tag: string;
  tone: '' | 'late' | 'warn' | 'doubt';
};

/** How each list is called on the page, and what its rows ask for. */
export const listWords: Readonly<Record<Worklist, ListWords>> = {
  'call-list': { title: 'Cuộc gọi phải gọi', act: 'Gọi', tag: 'Gọi', tone: 'late' },
  wishes: { title: 'Người dân nhắn lại', act: 'Gọi hỏi', tag: 'Có lời nhắn', tone: 'late' },
  unknown: { title: 'Tin chưa rõ đã đi chưa', act: 'Xem tin', tag: 'Chưa rõ', tone: 'doubt' },
  failed: { title: 'Tin nhà mạng từ chối', act: 'Xem tin', tag: 'Không đi', tone: 'late' },
  undelivered: { title: 'Tin không đến máy', act: 'Xem tin', tag: 'Không đến', tone: 'late' },
  'told-wrongly': { title: 'Đã báo nhầm', act: 'Xem hồ sơ', tag: 'Báo nhầm', tone: 'late' },
  unconfirmed: { title: 'Tin không có báo cáo', act: 'Xem tin', tag: 'Chưa rõ', tone: 'doubt' },
  'held-back': { title: 'Tin chờ hạn mức', act: 'Xem tin', tag: 'Hoãn', tone: 'warn' },
  carriers: { title: 'Tin chờ nhà mạng', act: 'Xem tin', tag: 'Hoãn', tone: 'warn' },
  unreachable: { title: 'Không báo được cho ai', act: 'Sửa số', tag: 'Không có số', tone: 'late' },
  'not-sayable': { title: 'Thiếu thông tin để viết tin', act: 'Xem hồ sơ', tag: 'Thiếu', tone: 'warn' },
  undecided: { title: 'Đang xử lý lâu', act: 'Xem hồ sơ', tag: 'Chờ', tone: 'warn' },
  'dossier-code': { title: 'Mã hồ sơ lạ', act: 'Xem hồ sơ', tag: 'Mã lạ', tone: '' },
  letters: { title: 'Thư chờ người xem', act: 'Mở thư', tag: 'Thư', tone: 'warn' },
  'persons-missing': { title: 'Chưa có tên người', act: 'Ghi tên', tag: 'Thiếu tên', tone: 'warn' },
  journeys: { title: 'Giấy tờ chờ gửi', act: 'Xem hồ sơ', tag: 'Bưu gửi', tone: 'warn' },
  cash: { title: 'Tiền thu hộ chưa khớp', act: 'Xem hồ sơ', tag: 'Tiền', tone: 'warn' },
  changes: { title: 'Thay đổi chờ duyệt, vừa đổi', act: 'Xem', tag: 'Thay đổi', tone: 'warn' },
  rows: { title: 'Dòng nhập cần sửa', act: 'Xem hồ sơ', tag: 'Dòng lỗi', tone: 'warn' },
  warnings: { title: 'Thông tin đọc không được', act: 'Xem hồ sơ', tag: 'Sai', tone: '' },
};
