/**
 * The hand-over list as a table, for print and for spreadsheets: it works with no partner interface at all. Columns
 * follow the hand-over slips in use (number, count, two signatures; QĐ 45/2016/QĐ-TTg).
 */
import { placeLine } from './address.ts';
import { amountInFigures } from './amount-in-words.ts';
import type { DispatchJob } from './dispatch-job.ts';
import type { Manifest } from './manifest.ts';
import type { PlaceCatalogue } from './places.ts';
import { spacedNumber } from './s10.ts';

export type HandoverList = {
  heading: string;
  columns: string[];
  rows: string[][];
  total: { items: number; cash: string };
  signatures: [string, string];
  seal?: string;
};

/** The list in the order in which it was sealed; names are those of the jobs now. */
export const handoverListOf = (
  { manifestId, lines, hash }: Manifest,
  jobs: readonly DispatchJob[],
  places: PlaceCatalogue,
): HandoverList => {
  const byId = new Map(jobs.map((job) => [job.jobId, job]));
  const rows = lines.map((line, at) => {
    const recipient = byId.get(line.jobId)?.recipient;
    return [
      String(at + 1),
      line.dossierCode,
      spacedNumber(line.trackingNumber),
      recipient?.name ?? '',
      recipient ? placeLine(recipient.address, places) : '',
      amountInFigures(line.codDue),
    ];
  });
  return {
    heading: `Phiếu bàn giao kết quả ${manifestId}`,
    columns: ['STT', 'Mã hồ sơ', 'Số hiệu bưu gửi', 'Người nhận', 'Nơi nhận', 'Thu hộ'],
    rows,
    total: {
      items: lines.length,
      cash: amountInFigures(lines.reduce((sum, { codDue }) => sum + codDue, 0)),
    },
    signatures: ['Người giao', 'Người nhận'],
    ...(hash && { seal: hash }),
  };
};

/** As CSV with a byte order mark, so that spreadsheets read the accents. No cell can begin a formula. */
export const csvOf = ({ columns, rows }: HandoverList): string =>
  `\uFEFF${[columns, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;

const cell = (text: string): string => `"${text.replace(/^(?=[=+\-@\t\r])/, "'").replaceAll('"', '""')}"`;
