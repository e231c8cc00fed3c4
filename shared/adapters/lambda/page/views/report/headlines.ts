import { aimInWords } from '../../../../../domain/report/aim.ts';
import type { Headline } from '../../../../../domain/report/report.ts';
import { inWords } from '../../../../../domain/report/table/listing.ts';
import { html, type Html } from '../../frame/html.ts';

const direction = (difference: number): string => (difference > 0 ? 'tăng' : 'giảm');
const points = (difference: number): string => (Math.abs(difference) * 100).toFixed(1).replace('.', ',');

/** `tháng trước 31, tăng 4 %`: a share changes by points, a count by a part of what it was. */
export const sinceLastMonth = ({ is, now, before }: Headline): string => {
  if (before === undefined) return 'tháng trước chưa có số';
  const was = `tháng trước ${inWords(is, before)}`;
  if (now === undefined) return was;
  const difference = now - before;
  if (is === 'share') {
    return Math.abs(difference) < 0.0005
      ? `${was}, không đổi`
      : `${was}, ${direction(difference)} ${points(difference)} điểm`;
  }
  if (difference === 0) return `${was}, không đổi`;
  if (before === 0) return was;
  return `${was}, ${direction(difference)} ${Math.round((Math.abs(difference) / before) * 100)} %`;
};

const target = (line: Headline): string => {
  const aim = aimInWords(line);
  return aim === '' ? '' : `; mục tiêu ${aim}`;
};

/** The figures that a report begins with, each beside the month before. */
export const headlineCards = (headlines: readonly Headline[]): Html =>
  html`<section class="card sum" aria-label="Số chính">
    ${headlines.map(
      (line) =>
        html`<p>
          <span class="s q">${line.words}</span> <b>${inWords(line.is, line.now)}</b
          ><span class="s">${sinceLastMonth(line)}${target(line)}</span>
        </p>`,
    )}
  </section>`;
