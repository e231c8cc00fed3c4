import type { Deed } from '../../../../../domain/people/audit.ts';
import { formatMoment } from '../../../../../domain/values/day.ts';
import { field } from '../../frame/form.ts';
import { html, type Html } from '../../frame/html.ts';
import { type AtDesk, deskPage } from '../../frame/layout.ts';
import { deedInWords, deedWords, outcomeInWords } from '../../words/deeds.ts';

/** What of the audit is looked for: one kind of deed, one dossier or letter. */
export type AuditSearch = { what?: string | undefined; about?: string | undefined };

const searchForm = ({ what, about }: AuditSearch): Html =>
  html`<form method="get" action="/nhat-ky" class="card pad acts">
    <div>
      <div class="f">
        <label for="viec">Việc</label>
        <select id="viec" name="viec">
          <option value="">Mọi việc</option>
          ${Object.entries(deedWords).map(
            ([name, words]) =>
              html`<option value="${name}" ${what === name && html`selected`}>${words}</option>`,
          )}
        </select>
      </div>
    </div>
    <div>${field({ name: 've', label: 'Mã hồ sơ hoặc mã thư', value: about ?? '' })}</div>
    <p class="acts">
      <button class="go">Tìm</button>
      <a href="/bao-cao/ds-nhat-ky/tep?dang=xlsx">Tải Excel</a>
      <a href="/bao-cao/ds-nhat-ky/tep?dang=csv">Tải CSV</a>
    </p>
  </form>`;

const row = ({ at: when, by, what, about, outcome, words }: Deed): Html =>
  html`<tr>
    <td class="c">${formatMoment(when)}</td>
    <td>${by}</td>
    <td>${deedInWords(what)}</td>
    <td>${about}</td>
    <td>
      ${outcomeInWords(outcome)}${words !== undefined && words !== '' && html`<br /><span class="s q">${words}</span>`}
    </td>
  </tr>`;

const older = ({ what, about }: AuditSearch, cursor: string): string =>
  `/nhat-ky?${new URLSearchParams({ ...(what && { viec: what }), ...(about && { ve: about }), truoc: cursor }).toString()}`;

/** Who did and read what, newest first. */
export const auditPage = (
  at: AtDesk,
  { deeds, cursor }: { deeds: readonly Deed[]; cursor?: string },
  search: AuditSearch,
): Html =>
  deskPage(at, {
    place: '/nhat-ky',
    title: 'Nhật ký',
    purpose: 'Ai đã làm và đã xem gì ở phường này, mới nhất ở trên. Không ai sửa hay xóa được; giữ năm năm.',
    body: html`${searchForm(search)}
    ${
      deeds.length === 0
        ? html`<section class="card pad">
            <h2>Không có dòng nào</h2>
            <p>Việc làm và việc xem ở bàn làm việc được ghi ở đây. Đang tìm thì thử bỏ bớt điều kiện.</p>
          </section>`
        : html`<section class="card x" tabindex="0" aria-label="Nhật ký">
            <table>
              <thead>
                <tr>
                  <th scope="col">Lúc</th>
                  <th scope="col">Ai</th>
                  <th scope="col">Việc</th>
                  <th scope="col">Về</th>
                  <th scope="col">Kết quả</th>
                </tr>
              </thead>
              <tbody>
                ${deeds.map(row)}
              </tbody>
            </table>
          </section>`
    }
    ${cursor !== undefined && html`<p><a class="b" href="${older(search, cursor)}">Xem cũ hơn</a></p>`}`,
  });
