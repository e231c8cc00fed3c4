import type { Deskwork } from '../../../../domain/people/may.ts';

/** The lists that can be taken home as a file, by the word in the address, and with which right. */
export const fileLists = {
  'ds-viec': { title: 'Việc chờ người', needs: 'read-work' },
  'ds-goi': { title: 'Danh sách gọi', needs: 'read-calls' },
  'ds-qua-han': { title: 'Hồ sơ quá hạn chưa xin lỗi kịp', needs: 'read-dossier' },
  'ds-thu': { title: 'Thư', needs: 'read-letter' },
  'ds-buu-gui': { title: 'Bưu gửi đang mở', needs: 'read-post' },
  'ds-nhat-ky': { title: 'Nhật ký: ai đã làm và đã xem gì', needs: 'read-audit' },
  'ds-tien': { title: 'Tiền thu hộ chưa khớp', needs: 'read-post' },
} as const satisfies Record<string, { title: string; needs: Deskwork }>;
export type FileList = keyof typeof fileLists;

export const isFileList = (name: string): name is FileList => Object.hasOwn(fileLists, name);
