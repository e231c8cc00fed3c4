import { type Month, monthBefore, monthInWords, monthOf } from '../../../../../domain/report/month.ts';
import type { MonthRead, Report } from '../../../../../domain/report/report.ts';
import { type ReportName, reports } from '../../../../../domain/report/reports/all.ts';
import { inWords, type Listing } from '../../../../../domain/report/table/listing.ts';
import { dayOf, formatDay, formatMoment } from '../../../../../domain/values/day.ts';
import type { Instant } from '../../../../../domain/values/instant.ts';
import { address, html, type Html } from '../../frame/html.ts';
import { type AtDesk, deskPage } from '../../frame/layout.ts';
import { chartFigure } from './chart.ts';
import { headlineCards } from './headlines.ts';

/** What is looked at: a month of this office, or of all offices of the province. */
export type Looking = { month: Month; province: boolean };

export const queryOf = ({ month, province }: Looking): string =>
  address`?thang=${month}` + (province ? '&noi=tinh' : '');

/** From when the figures are, and what they are compared with. */
export const inWhichTime = (
  { countedAt, since, basis, offices }: MonthRead,
  { month, province }: Looking,
): string => {
  const { days, before } = basis.stretch;
  const whose = province ? `Cộng ${offices} phường, xã. ` : '';
  const of = `${whose}Từ ${formatDay(days[0]!)} đến ${formatDay(days.at(-1)!)}, so với ${before.length} ngày đầu ${monthInWords(monthBefore(month))}.`;
  if (countedAt === undefined || since === undefined) return `${of} Chưa có số liệu nào.`;
  return `${of} Đếm đến ${formatMoment(countedAt)}; có số từ ngày ${formatDay(since)}.`;
};

const lastMonths = (now: Instant): Month[] => {
  const months = [monthOf(dayOf(now))];
  while (months.length < 25) months.push(monthBefore(months.at(-1)!));
  return months;
};

/** Choosing another month, without a script. */
export const monthForm = (action: string, { month, province }: Looking, now: Instant): Html =>
  html`<form class="acts" action="${action}">
    ${province && html`<input type="hidden" name="noi" value="tinh" />`}
    <label for="thang" class="off">Tháng</label>
    <select id="thang" name="thang">
      ${lastMonths(now).map(
        (one) =>
          html`<option value="${one}" ${one === month && html`selected`}>${monthInWords(one)}</option>`,
      )}
    </select>
    <button>Xem tháng này</button>
  </form>`;

export const tableOf = ({ title, columns, rows, total }: Listing): Html =>
  html`<section class="card x" tabindex="0" aria-label="${`Bảng số: ${title}`}">
    <table>
      <thead>
        <tr>
          ${columns.map(({ words, is }) =>
            is === 'text'
              ? html`<th scope="col">${words}</th>`
              : html`<th scope="col" class="n">${words}</th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map((cell, index) => {
                const { is } = columns[index]!;
                if (index === 0) return html`<th scope="row">${inWords(is, cell)}</th>`;
                return is === 'text'
                  ? html`<td>${inWords(is, cell)}</td>`
                  : html`<td class="n">${inWords(is, cell)}</td>`;
              })}
            </tr>`,
        )}
      </tbody>
      ${
        total !== undefined &&
        html`<tfoot>
          <tr>
            ${total.map((cell, index) =>
              index === 0
                ? html`<th scope="row">${cell}</th>`
                : html`<td class="n"><b>${inWords(columns[index]!.is, cell)}</b></td>`,
            )}
          </tr>
        </tfoot>`
      }
    </table>
  </section>`;

/** One report: headline figures, a picture, the table, and what has to be known about them. */
export const reportPage = (
  at: AtDesk,
  name: ReportName,
  { headlines, chart, listing, notes }: Report,
  { read, looking, now }: { read: MonthRead; looking: Looking; now: Instant },
): Html => {
  const file = address`/bao-cao/${name}/tep` + queryOf(looking);
  return deskPage(at, {
    place: '/bao-cao',
    title: reports[name].title,
    purpose: inWhichTime(read, looking),
    body: html`<div class="acts">
        ${monthForm(address`/bao-cao/${name}`, looking, now)}
        <a class="b" href="${`${file}&dang=csv`}">Tải CSV</a>
        <a class="b" href="${`${file}&dang=xlsx`}">Tải Excel</a>
        <a class="b" href="${`/bao-cao${queryOf(looking)}`}">Các báo cáo</a>
      </div>
      ${headlineCards(headlines)} ${chart && chartFigure(chart)} ${tableOf(listing)}
      <div class="s q">${notes.map((note) => html`<p>${note}</p>`)}</div>`,
  });
};
