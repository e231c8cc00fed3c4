import { may } from '../../../../../domain/people/may.ts';
import { monthInWords } from '../../../../../domain/report/month.ts';
import type { MonthRead } from '../../../../../domain/report/report.ts';
import { type ReportName, reports } from '../../../../../domain/report/reports/all.ts';
import { inWords } from '../../../../../domain/report/table/listing.ts';
import type { Instant } from '../../../../../domain/values/instant.ts';
import { address, html, type Html } from '../../frame/html.ts';
import { type AtDesk, deskPage } from '../../frame/layout.ts';
import { fileLists } from '../../lists/names.ts';
import { sinceLastMonth } from './headlines.ts';
import { inWhichTime, type Looking, monthForm, queryOf } from './report-page.ts';

const aReport = (name: ReportName, { basis }: MonthRead, looking: Looking): Html => {
  const { title, make } = reports[name];
  const [first] = make(basis).headlines;
  return html`<tr>
    <th scope="row"><a href="${address`/bao-cao/${name}` + queryOf(looking)}">${title}</a></th>
    <td>${first?.words}</td>
    <td class="n"><b>${first && inWords(first.is, first.now)}</b></td>
    <td class="s q">${first && sinceLastMonth(first)}</td>
  </tr>`;
};

const aFile = (name: string, title: string): Html =>
  html`<tr>
    <th scope="row">${title}</th>
    <td class="n">
      <a class="b" href="${address`/bao-cao/${name}/tep` + '?dang=csv'}"
        >CSV<span class="off"> ${title}</span></a
      >
      <a class="b" href="${address`/bao-cao/${name}/tep` + '?dang=xlsx'}"
        >Excel<span class="off"> ${title}</span></a
      >
    </td>
  </tr>`;

/** All reports of a month, each with its first figure, and every list as a file. */
export const reportsPage = (
  at: AtDesk,
  { read, looking, now }: { read: MonthRead; looking: Looking; now: Instant },
): Html =>
  deskPage(at, {
    place: '/bao-cao',
    title: looking.province
      ? `Báo cáo toàn tỉnh, ${monthInWords(looking.month)}`
      : `Báo cáo ${monthInWords(looking.month)}`,
    purpose: inWhichTime(read, looking),
    body: html`<div class="acts">
        ${monthForm('/bao-cao', looking, now)}
        ${
          may(at.officer, 'read-province') &&
          (looking.province
            ? html`<a class="b" href="${address`/bao-cao?thang=${looking.month}`}">Chỉ phường này</a>`
            : html`<a class="b" href="${address`/bao-cao?thang=${looking.month}` + '&noi=tinh'}"
                >Toàn tỉnh</a
              >`)
        }
      </div>
      <section class="card x" tabindex="0" aria-labelledby="bao-cao">
        <div class="h">
          <h2 id="bao-cao">Báo cáo</h2>
          <span class="s q">Bảng, hình và tệp để gửi lên</span>
        </div>
        <table>
          <thead>
            <tr>
              <th scope="col">Báo cáo</th>
              <th scope="col">Số chính</th>
              <th scope="col" class="n">Kỳ này</th>
              <th scope="col">So với tháng trước</th>
            </tr>
          </thead>
          <tbody>
            ${(Object.keys(reports) as ReportName[]).map((name) => aReport(name, read, looking))}
          </tbody>
        </table>
      </section>
      ${
        !looking.province &&
        html`<section class="card wide" aria-labelledby="danh-sach">
          <div class="h">
            <h2 id="danh-sach">Tải danh sách</h2>
            <span class="s q">Như lúc này, của phường mình; mỗi lần tải được ghi vào nhật ký</span>
          </div>
          <table>
            <thead class="off">
              <tr>
                <th scope="col">Danh sách</th>
                <th scope="col">Tệp</th>
              </tr>
            </thead>
            <tbody>
              ${Object.entries(fileLists)
                .filter(([, { needs }]) => may(at.officer, needs))
                .map(([name, { title }]) => aFile(name, title))}
            </tbody>
          </table>
        </section>`
      }`,
  });
