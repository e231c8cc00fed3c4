/** What entries and their parts are called for the citizen whom they are about. */
import { factWord } from '../dossier/event/fact-words.ts';

const kinds: Readonly<Record<string, string>> = {
  dossier: 'Hồ sơ',
  'status-event': 'Lần cập nhật hồ sơ',
  notification: 'Tin nhắn, cuộc gọi',
  letter: 'Thư của cơ quan',
  audit: 'Việc cán bộ đã làm với thư',
  'dispatch-job': 'Bưu gửi',
  scan: 'Chặng đường của bưu gửi',
  evidence: 'Ảnh giao nhận',
  'carrier-word': 'Lời báo của bưu điện',
  manifest: 'Bảng kê bưu gửi',
  confirmation: 'Xác nhận tiền thu hộ',
  receipt: 'Báo phát của nhà mạng',
  consent: 'Lựa chọn nhận tin, nhận thư',
  rating: 'Đánh giá của ông/bà',
  'phone-check': 'Số điện thoại đang chờ xác nhận',
  'phone-card': 'Số tin đã gửi trong ngày',
  conversation: 'Số lần đã trả lời tin của ông/bà',
  calendar: 'Lịch tiêm chủng',
  person: 'Dấu vết để thư không gửi nhầm',
  import: 'Danh sách đã nhập',
  session: 'Nội dung cán bộ đang gõ dở',
  deed: 'Nhật ký: ai đã xem, đã làm gì',
  'person-request': 'Yêu cầu về dữ liệu cá nhân',
};

/** In which order a citizen reads them; what is not named here comes last. */
const order = Object.keys(kinds);

export const kindInWords = (kind: string): string => kinds[kind] ?? kind;
export const placeInOrder = (kind: string): number =>
  order.includes(kind) ? order.indexOf(kind) : order.length;

const parts: Readonly<Record<string, string>> = {
  id: 'Mã',
  code: 'Mã hồ sơ',
  facts: 'Thông tin của hồ sơ',
  name: 'Họ tên',
  phone: 'Điện thoại',
  relativePhone: 'Điện thoại người thân',
  to: 'Gửi đến',
  text: 'Nội dung',
  words: 'Lời ghi',
  address: 'Địa chỉ',
  street: 'Số nhà, đường',
  commune: 'Phường, xã',
  province: 'Tỉnh, thành phố',
  state: 'Tình trạng',
  outcome: 'Kết quả',
  channel: 'Kênh',
  at: 'Lúc',
  by: 'Người thực hiện',
  what: 'Việc',
  when: 'Lúc',
  choice: 'Lựa chọn',
  purpose: 'Việc được chọn',
  evidence: 'Bằng chứng',
  reason: 'Lý do',
  acceptedAt: 'Nhận lúc',
  decidedAt: 'Quyết định lúc',
  sentAt: 'Gửi lúc',
  createdAt: 'Lập lúc',
  deliveredAt: 'Giao lúc',
  kind: 'Loại',
  content: 'Nội dung thư',
  sheet: 'Trang thư',
  leaflet: 'Tờ rơi',
  recipient: 'Người nhận',
  citizen: 'Người dân',
  pickup: 'Nơi lấy',
  partner: 'Đơn vị chuyển phát',
  trackingNumber: 'Mã bưu gửi',
  acts: 'Việc đã làm',
  note: 'Ghi chú',
  line: 'Lời nhận xét',
  score: 'Điểm',
  detail: 'Chi tiết',
  language: 'Ngôn ngữ',
  told: 'Đã báo',
  officer: 'Mã cán bộ',
  about: 'Về',
  request: 'Số yêu cầu',
  fields: 'Các ô đã gõ',
  draft: 'Đang gõ dở',
};

/** A part in a citizen's words; what we have no word for goes by its own name, since nothing is to be left out. */
export const partInWords = (name: string): string => {
  const said = (Object.hasOwn(parts, name) ? parts[name] : undefined) ?? factWord(name);
  return said === undefined ? name : said.charAt(0).toUpperCase() + said.slice(1);
};

const values: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  choice: { in: 'nhận', out: 'không nhận' },
  purpose: { status: 'tin báo tình trạng hồ sơ', letters: 'thư của cơ quan' },
  channel: {
    sms: 'tin nhắn SMS',
    zalo: 'Zalo',
    letter: 'thư',
    post: 'bưu điện',
    'call-list': 'cán bộ gọi điện',
  },
  what: { call: 'gọi điện', resend: 'gửi lại', cancel: 'hủy', correct: 'sửa', void: 'rút bước ghi nhầm' },
  language: { vi: 'tiếng Việt', en: 'tiếng Anh' },
  state: {
    queued: 'chờ gửi',
    sending: 'đang gửi',
    sent: 'nhà mạng đã nhận',
    unknown: 'chưa rõ đã gửi hay chưa',
    delivered: 'đã đến',
    undelivered: 'không đến',
    failed: 'nhà mạng từ chối',
    suppressed: 'không gửi',
    cancelled: 'đã hủy',
    settled: 'cán bộ đã lo xong',
  },
};

/** What a part says, where it is one of our own words. */
export const valueInWords = (name: string, value: string): string => values[name]?.[value] ?? value;
