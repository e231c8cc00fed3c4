import type { ImportState } from '../../../../domain/sheet/imports/import-moves.ts';
import type { RowOutcome } from '../../../../domain/sheet/report/row-report.ts';
import type { Notice } from '../frame/layout.ts';

type Said = readonly [word: string, tone: '' | 'late' | 'warn' | 'ok' | 'doubt'];

export const importStateWords: Readonly<Record<ImportState, Said>> = {
  uploaded: ['đang đọc', ''],
  read: ['đang tính thử', ''],
  checked: ['chờ bắt đầu', 'warn'],
  started: ['đang gửi', ''],
  done: ['xong', 'ok'],
  refused: ['không đọc được', 'late'],
};

export const rowOutcomeWords: Readonly<Record<RowOutcome, Said>> = {
  accepted: ['đã nhận', 'ok'],
  duplicate: ['đã có', ''],
  ready: ['sẽ gửi', ''],
  rejected: ['lỗi', 'late'],
  skipped: ['bỏ qua', ''],
};

/** What the pages of files say of what was just done. */
export const importNotices = {
  'file-taken': { tone: 'ok', words: 'Đã nhận tệp, đang đọc. Chưa ai nhận tin nào.' },
  'file-asked': { tone: 'ok', words: 'Đang đọc lại theo lựa chọn mới. Chưa ai nhận tin nào.' },
  'file-started': { tone: 'ok', words: 'Đã bắt đầu. Có thể đóng trang này; việc vẫn chạy tiếp.' },
  'file-missing': { tone: 'late', words: 'Chưa chọn tệp nào. Bấm “Chọn tệp”, chọn danh sách rồi tải lên.' },
  'file-too-large': {
    tone: 'late',
    words: 'Tệp lớn hơn 4 MB nên chưa nhận. Lưu thành .xlsx cho gọn, hoặc chia theo tháng rồi gửi từng tệp.',
  },
} as const satisfies Record<string, Notice>;
