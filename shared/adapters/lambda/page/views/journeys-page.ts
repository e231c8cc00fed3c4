import type { DispatchJob } from '../../../../domain/post/job/dispatch-job.ts';
import { formatMoment } from '../../../../domain/values/day.ts';
import { address, html, type Html } from '../frame/html.ts';
import { type AtDesk, deskPage, type Notice } from '../frame/layout.ts';
import { gapsInWords, type JourneyList, journeyLists } from '../words/journeys.ts';
import { postNav } from '../post/post-nav.ts';
import { jobWords } from '../words/states.ts';

const aRow = ({ jobId, dossierCode, state, changedAt, waitsFor = [] }: DispatchJob): Html =>
  html`<tr>
    <th scope="row"><a class="c" href="${address`/hanh-trinh/${jobId}`}">${dossierCode}</a></th>
    <td>${jobWords[state]}${waitsFor.length > 0 && html`: ${gapsInWords(waitsFor)}`}</td>
    <td class="c">${formatMoment(changedAt)}</td>
  </tr>`;

/** The journeys of the office's papers, one list at a time. */
export const journeysPage = (
  at: AtDesk,
  shown: {
    list: JourneyList;
    items: readonly DispatchJob[];
    cursor?: string | undefined;
    notice?: Notice | undefined;
  },
): Html => {
  const { list, items, cursor, notice } = shown;
  return deskPage(at, {
    place: '/buu-gui',
    title: `Bưu gửi: ${journeyLists[list].title.toLowerCase()}`,
    purpose:
      'Giấy tờ đi và về bằng bưu điện hay cán bộ của phường. Bấm mã hồ sơ để xem cả chuyến và làm tiếp.',
    notice,
    body: html`${postNav('/buu-gui')}
      <div class="two">
        <nav class="card list" aria-label="Các danh sách bưu gửi">
          ${Object.entries(journeyLists).map(([name, { title }]) =>
            name === list
              ? html`<a href="${address`/buu-gui?xem=${name}`}" aria-current="page">${title}</a>`
              : html`<a href="${address`/buu-gui?xem=${name}`}">${title}</a>`,
          )}
        </nav>
        <div class="stack">
          ${
            items.length === 0
              ? html`<section class="card pad">
                  <h2>Không có chuyến nào</h2>
                  <p>Danh sách này trống. Chuyến mới tự hiện khi hồ sơ cần gửi.</p>
                </section>`
              : html`<div class="card x">
                  <table>
                    <thead>
                      <tr>
                        <th scope="col">Hồ sơ</th>
                        <th scope="col">Tình trạng</th>
                        <th scope="col">Từ lúc</th>
                      </tr>
                    </thead>
                    <tbody>
                      ${items.map(aRow)}
                    </tbody>
                  </table>
                </div>`
          }
          ${cursor !== undefined && html`<p><a class="b" href="${address`/buu-gui?xem=${list}&tiep=${cursor}`}">Xem tiếp</a></p>`}
        </div>
      </div>`,
  });
};
