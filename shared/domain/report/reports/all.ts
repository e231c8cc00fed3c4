import type { MakeReport } from '../report.ts';
import { criteriaReport } from './criteria.ts';
import { filingReport } from './filing.ts';
import { form06aReport } from './form-06a.ts';
import { messagesReport, unreachableReport, waitsReport } from './messages.ts';
import { modelsReport } from './models.ts';
import { journeysReport, lettersReport } from './papers.ts';
import { promisesReport } from './promises.ts';

/** Every report there is, by its name in the address, in the order of the list. */
export const reports = {
  'tin-nhan': { title: 'Tin nhắn và chi phí', make: messagesReport },
  'khong-bao-duoc': { title: 'Không báo được', make: unreachableReport },
  'thoi-gian-bao': { title: 'Thời gian báo tin', make: waitsReport },
  'dung-hen': { title: 'Đúng hẹn và xin lỗi', make: promisesReport },
  'cach-nop': { title: 'Cách nộp và số hóa', make: filingReport },
  thu: { title: 'Thư', make: lettersReport },
  'buu-gui': { title: 'Bưu gửi và ngày đường', make: journeysReport },
  'bieu-06a': { title: 'Biểu II.06a (tham khảo)', make: form06aReport },
  'mo-hinh': { title: 'Mô hình cải cách', make: modelsReport },
  'tieu-chi': { title: 'Tiêu chí khắc phục', make: criteriaReport },
} as const satisfies Record<string, { title: string; make: MakeReport }>;
export type ReportName = keyof typeof reports;

export const isReport = (name: string): name is ReportName => Object.hasOwn(reports, name);
