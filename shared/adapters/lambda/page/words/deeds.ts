import type { Deskwork } from '../../../../domain/people/may.ts';
import { noticeIn } from '../frame/notices.ts';

/** What somebody did or read, in words. */
export const deedWords = {
  'read-work': 'xem việc hôm nay',
  'read-calls': 'xem danh sách gọi',
  'read-imports': 'xem tệp nhập',
  'import-file': 'nhập tệp',
  'read-settings': 'xem cài đặt',
  'read-proposals': 'xem đề nghị',
  'read-province': 'xem cả tỉnh',
  cancel: 'hủy tin',
  'read-dossier': 'xem hồ sơ',
  'read-letter': 'xem thư',
  'read-audit': 'xem nhật ký',
  export: 'tải tệp',
  'read-report': 'xem báo cáo',
  call: 'gọi điện',
  resend: 'gửi lại hoặc hủy tin',
  'enter-step': 'ghi hồ sơ hoặc bước bằng tay',
  correct: 'sửa hồ sơ',
  void: 'rút bước ghi nhầm',
  settle: 'xử lý xong việc báo nhầm',
  'person-event': 'ghi sự kiện hộ tịch',
  'release-letter': 'ký thư',
  'hold-letter': 'giữ thư',
  'withdraw-letter': 'hủy thư',
  'print-letters': 'in thư',
  'hand-over-letter': 'trao thư',
  'read-post': 'xem bưu gửi',
  'steer-journey': 'đổi bưu gửi',
  'hand-over-papers': 'giao giấy tờ theo bảng kê',
  'print-label': 'in nhãn',
  'note-visit': 'phát tại nhà',
  'confirm-cash': 'xác nhận tiền thu hộ',
  'choose-settings': 'đổi cài đặt',
  'publish-text': 'đổi câu chữ',
  'decide-proposal': 'duyệt đề nghị',
  'manage-clients': 'sửa khóa của máy',
  'manage-officers': 'sửa danh sách cán bộ',
  'rights-of-person': 'ghi yêu cầu về dữ liệu cá nhân',
} as const satisfies Record<Deskwork, string>;

/** What is done in a citizen's name, by a machine or by the clock. */
const doneForPersons: Readonly<Record<string, string>> = {
  'person-export-asked': 'ghi yêu cầu xem dữ liệu cá nhân',
  'person-erase-asked': 'ghi yêu cầu xóa dữ liệu cá nhân',
  'person-exported': 'xuất dữ liệu cá nhân',
  'person-export-read': 'tải dữ liệu cá nhân',
  'person-erased': 'xóa dữ liệu cá nhân',
};

export const deedInWords = (what: string): string =>
  (deedWords as Readonly<Record<string, string>>)[what] ?? doneForPersons[what] ?? what;

const outcomeWords: Readonly<Record<string, string>> = { done: 'Đã xem', 'not-allowed': 'Không được phép' };

/** What it came to, in the first words of what the page said then: what was refused or only tried is not done. */
export const outcomeInWords = (outcome: string): string =>
  outcomeWords[outcome] ?? noticeIn(outcome)?.words.split(/[.;]/)[0] ?? outcome;
