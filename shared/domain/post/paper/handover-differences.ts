/** What the two counts of a hand-over found that the list does not say, in the words of the slip. */
import type { HandoverCount, Manifest, ManifestLine } from './manifest.ts';
import { spacedNumber } from '../tracking/s10.ts';

/** `số 2 (H29.26-260302-0002, RR 000 000 014 VN)`, or what was written where the list has no such item. */
const nameOf = (lines: readonly ManifestLine[], jobId: string): string => {
  const at = lines.findIndex((line) => line.jobId === jobId);
  const line = lines[at];
  return line ? `số ${at + 1} (${line.dossierCode}, ${spacedNumber(line.trackingNumber)})` : jobId;
};

const found = (who: string, { missing, extra }: HandoverCount, lines: readonly ManifestLine[]): string[] => [
  ...(missing.length > 0
    ? [`${who} đếm thiếu ${missing.length}: ${missing.map((jobId) => nameOf(lines, jobId)).join('; ')}.`]
    : []),
  ...(extra.length > 0 ? [`${who} đếm thừa ${extra.length}: ${extra.join('; ')}.`] : []),
];

/** Nothing before both sides have counted and where both agreed with the list. */
export const differencesOf = ({
  state,
  lines,
  office,
  postman,
}: Manifest): { heading: string; lines: string[] } | undefined => {
  if (state !== 'handed-over-with-difference' || !office || !postman) return undefined;
  const missing = new Set([...office.missing, ...postman.missing]);
  const left = lines.filter(({ jobId }) => missing.has(jobId)).length;
  return {
    heading: 'Chênh lệch khi bàn giao',
    lines: [
      ...found('Bên giao', office, lines),
      ...found('Bên nhận', postman, lines),
      `Thực giao ${lines.length - left} bưu gửi; ${left} bưu gửi thiếu ở lại bên giao.`,
    ],
  };
};
