/**
 * The hand-over list as it stands on paper, every word of it: it works with no partner interface at all, as list, count
 * and two signatures. Its fields are those of the slips in use (number, count, money, both sides, time and signature of
 * the hand-over; QĐ 45/2016/QĐ-TTg, as we know it from the slips, confidence B).
 */
import { type Day, dayOf, formatMoment } from '../../values/day.ts';
import { placeLine } from '../../values/places/address.ts';
import { amountInFigures, amountInWords } from '../../values/writing/amount-in-words.ts';
import type { DispatchJob } from '../job/dispatch-job.ts';
import { differencesOf } from './handover-differences.ts';
import type { Manifest } from './manifest.ts';
import type { PlaceCatalogue } from '../../values/places/places.ts';
import { spacedNumber } from '../tracking/s10.ts';

type Side = { role: string; who: string; counted?: string };

export type HandoverList = {
  title: string;
  number: string;
  /** The ward's day of sealing (of opening, before that), for the file's own date. */
  day: Day;
  agency: string;
  facts: { label: string; value: string }[];
  columns: string[];
  rows: string[][];
  total: { items: string; cash: string; words: string };
  /** SHA-256 of the sealed lines, see `manifestText`. */
  seal?: string;
  differences?: { heading: string; lines: string[] };
  /** Said where names are no longer kept. */
  remark?: string;
  sides: [Side, Side];
};

/** Who hands over and who takes, in the names that they go by. */
export type HandoverParties = { office: string; address?: string; phone?: string; partner: string };

/** The list in the order in which it was sealed; names are those of the jobs now. */
export const handoverListOf = (
  manifest: Manifest,
  jobs: readonly DispatchJob[],
  places: PlaceCatalogue,
  { office, address, phone, partner }: HandoverParties,
): HandoverList => {
  const { manifestId, lines, hash, openedAt, sealedAt } = manifest;
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
  const cash = lines.reduce((sum, { codDue }) => sum + codDue, 0);
  const differences = differencesOf(manifest);
  const side = (role: string, who: string, count: Manifest['office']): Side => ({
    role,
    who,
    ...(count && { counted: `${count.countedBy}, ${formatMoment(count.at)}` }),
  });
  return {
    title: 'Phiếu bàn giao kết quả',
    number: manifestId,
    day: dayOf(sealedAt ?? openedAt),
    agency: office,
    facts: [
      { label: 'Bên giao', value: [office, address, phone && `ĐT ${phone}`].filter(Boolean).join(', ') },
      { label: 'Bên nhận', value: partner },
      ...(sealedAt ? [{ label: 'Chốt phiếu lúc', value: formatMoment(sealedAt) }] : []),
    ],
    columns: ['STT', 'Mã hồ sơ', 'Số hiệu bưu gửi', 'Người nhận', 'Nơi nhận', 'Thu hộ'],
    rows,
    total: { items: `${lines.length} bưu gửi`, cash: amountInFigures(cash), words: amountInWords(cash) },
    ...(hash && { seal: hash }),
    ...(differences && { differences }),
    ...(jobs.some(({ recipient }) => recipient.name === '') && {
      remark: 'Tên người nhận để trống là tên đã xóa khi hết thời hạn lưu.',
    }),
    sides: [
      side('Đại diện bên giao', office, manifest.office),
      side('Đại diện bên nhận', partner, manifest.postman),
    ],
  };
};
