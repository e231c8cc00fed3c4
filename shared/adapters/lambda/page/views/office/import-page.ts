import { may } from '../../../../../domain/people/may.ts';
import type { Officer } from '../../../../../domain/people/officer.ts';
import type { ImportSeen } from '../../../../../domain/sheet/imports/api-shapes.ts';
import type { ImportRow } from '../../../../../domain/sheet/imports/import-rows.ts';
import { formatMoment } from '../../../../../domain/values/day.ts';
import { postForm } from '../../frame/form.ts';
import { address, html, type Html } from '../../frame/html.ts';
import { type AtDesk, deskPage, type Notice } from '../../frame/layout.ts';
import { importStateWords, rowOutcomeWords } from '../../words/imports.ts';
import { tag } from '../../words/states.ts';
import { columnsForm } from './import-columns.ts';

export type ImportShown = {
  import: ImportSeen;
  rows: readonly ImportRow[];
  next?: number | undefined;
  newForm: () => string;
  notice?: Notice | undefined;
};

const dong = (amount: number): string => Math.round(amount).toLocaleString('vi-VN');

const foreseen = ({ foreseen: f, counts }: ImportSeen): Html | undefined =>
  f &&
  html`<div class="sum">
    <p>
      <b>${f.texts} tin</b>${f.parts}
      phần${
        f.pricePerPart !== undefined && `, khoảng ${dong(f.parts * f.pricePerPart)} đ`
      }${f.calls > 0 && `; thêm ${f.calls} cuộc gọi`}
    </p>
    <p><b>${f.letters} thư</b>chờ lãnh đạo ký</p>
    <p><b>${f.journeys} bưu gửi</b></p>
    <p><b>${counts?.duplicate ?? 0} dòng im</b>đã báo rồi, hoặc trùng trong tệp</p>
    <p><b>${counts?.rejected ?? 0} dòng lỗi</b>không đọc được, sửa ở dưới</p>
  </div>`;

const button = (at: AtDesk, one: ImportSeen, form: string, what: string, words: string): Html =>
  postForm(
    at,
    { action: address`/nhap/${one.importId}`, form, className: 'pad acts' },
    html`<button class="go big" name="buoc" value="${what}">${words}</button>`,
  );

const checked = (at: AtDesk, one: ImportSeen, mayAct: boolean, form: string): Html =>
  html`<section class="card" aria-labelledby="neu">
    <div class="pad">
      <h2 id="neu">Nếu bắt đầu, ${one.foreseen?.citizens ?? 0} người dân sẽ nhận tin</h2>
      <p class="q">Tính thử theo lựa chọn hiện nay của phường; chưa ai nhận gì.</p>
    </div>
    ${foreseen(one)}
    ${mayAct && button(at, one, form, 'bat-dau', `Bắt đầu: nhận ${one.counts?.ready ?? 0} dòng`)}
  </section>`;

const going = (at: AtDesk, one: ImportSeen, mayAct: boolean, form: string): Html =>
  html`<section class="card pad">
    <h2>Đang gửi: ${one.answered} trên ${one.rows} dòng</h2>
    <p>
      <meter aria-label="Đã xong" min="0" max="${Math.max(1, one.rows)}" value="${one.answered}"></meter>
    </p>
    <p class="q">Trang tự tải lại. Đóng trang cũng được, việc vẫn chạy.</p>
    ${
      mayAct &&
      html`<details>
        <summary>Lâu không nhích?</summary>
        ${button(at, one, form, 'bat-dau', 'Tiếp tục')}
      </details>`
    }
  </section>`;

const ended = ({ counts, endedAt }: ImportSeen): Html =>
  html`<section class="card" aria-labelledby="xong">
    <div class="pad"><h2 id="xong">Xong ${endedAt !== undefined && `lúc ${formatMoment(endedAt)}`}</h2></div>
    <div class="sum">
      <p><b>${counts?.accepted ?? 0} dòng</b>đã nhận</p>
      <p><b>${counts?.duplicate ?? 0} dòng</b>đã có, không báo lại</p>
      <p><b>${counts?.rejected ?? 0} dòng</b>lỗi, sửa ở dưới</p>
      <p><b>${counts?.skipped ?? 0} dòng</b>không phải hồ sơ</p>
    </div>
  </section>`;

const waiting = (): Html =>
  html`<section class="card pad">
    <h2>Đang đọc tệp</h2>
    <p>Thường dưới một phút. Trang tự tải lại.</p>
  </section>`;

const refusedBox = ({ problem }: ImportSeen): Html =>
  html`<section class="card pad">
    <h2>Tệp này chưa đọc được</h2>
    <p class="no">${problem?.sentence ?? ''}</p>
  </section>`;

const standing = (at: AtDesk, one: ImportSeen, mayAct: boolean, form: string): Html => {
  if (one.state === 'checked') return checked(at, one, mayAct, form);
  if (one.state === 'started') return going(at, one, mayAct, form);
  if (one.state === 'done') return ended(one);
  return one.state === 'refused' ? refusedBox(one) : waiting();
};

const mend = ({ row, dossierCode, outcome, troubles }: ImportRow): Html =>
  html`<tr>
    <td class="n">${row}</td>
    <td class="c">${dossierCode ?? ''}</td>
    <td>${tag(rowOutcomeWords[outcome])}</td>
    <td>
      ${troubles.map(
        ({ column, value, sentence }) =>
          html`<p>
            ${column !== undefined && html`<b>${column}</b> `}${value !== undefined && `“${value}” `}${sentence}
          </p>`,
      )}
    </td>
  </tr>`;

const mending = ({ import: { importId }, rows, next }: ImportShown): Html | false =>
  rows.length > 0 &&
  html`<section class="card" aria-labelledby="loi">
    <div class="h"><h2 id="loi">Dòng cần xem lại</h2></div>
    <div class="x" tabindex="0" role="group" aria-label="Bảng các dòng">
      <table>
        <thead>
          <tr>
            <th scope="col" class="n">Dòng</th>
            <th scope="col">Mã hồ sơ</th>
            <th scope="col">Kết quả</th>
            <th scope="col">Vì sao, cần làm gì</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(mend)}
        </tbody>
      </table>
    </div>
    ${
      next !== undefined &&
      html`<p class="pad"><a href="${address`/nhap/${importId}?sau=${String(next)}`}">Các dòng sau</a></p>`
    }
  </section>`;

/** One file: what it would come to, its columns, its rows to mend; and once it is started, how far it has come. */
export const importPage = (at: AtDesk & { officer: Officer }, shown: ImportShown): Html => {
  const { import: one, newForm, notice } = shown;
  const mayAct = may(at.officer, 'import-file');
  const hasReport = ['checked', 'started', 'done'].includes(one.state);
  const isOpen = ['checked', 'refused'].includes(one.state);
  return deskPage(at, {
    place: '/nhap',
    title: 'Tệp danh sách',
    notice,
    body: html`<p>
        ${tag(importStateWords[one.state])} <b>${one.fileName}</b>
        <span class="q"
          >${one.rows > 0 && `${one.rows} dòng, `}tải lên ${formatMoment(one.at)} bởi
          ${one.by}${one.startedBy !== undefined && `; ${one.startedBy} bắt đầu`}</span
        >
      </p>
      ${standing(at, one, mayAct, newForm())}
      <p class="acts">
        ${hasReport && html`<a class="b" href="${address`/nhap/${one.importId}/bao-cao`}">Tải báo cáo dòng</a>`}
        <a class="b" href="${address`/nhap/${one.importId}/tep`}">Tải lại tệp gốc</a>
        <a href="/nhap">Các tệp khác</a>
      </p>
      ${mending(shown)} ${isOpen && mayAct && columnsForm(at, one, newForm())}`,
  });
};
