import type { ImportSeen } from '../../../../../domain/sheet/imports/api-shapes.ts';
import { formatMoment } from '../../../../../domain/values/day.ts';
import { proof } from '../../frame/form.ts';
import { address, html, type Html } from '../../frame/html.ts';
import { type AtDesk, deskPage, type Notice } from '../../frame/layout.ts';
import { importStateWords } from '../../words/imports.ts';
import { tag } from '../../words/states.ts';

const row = ({ importId, fileName, at, by, state, counts, rows }: ImportSeen): Html =>
  html`<li class="row">
    <span>${tag(importStateWords[state])}</span>
    <span><b>${fileName}</b><br /><span class="s q">${formatMoment(at)}, ${by}</span></span>
    <span
      >${rows}
      dòng${
        counts !== undefined &&
        html`: ${counts.accepted} đã nhận, ${counts.duplicate} đã có, ${counts.rejected} lỗi`
      }</span
    >
    <a class="b" href="${address`/nhap/${importId}`}">Mở<span class="off"> ${fileName}</span></a>
  </li>`;

/** Files of the last month, and the form for the next one. */
export const importsPage = (
  at: AtDesk,
  { imports, form, notice }: { imports: readonly ImportSeen[]; form: string; notice?: Notice | undefined },
): Html =>
  deskPage(at, {
    place: '/nhap',
    title: 'Nhập danh sách',
    purpose:
      'Tải lên danh sách hồ sơ từ Excel hoặc hệ thống của tỉnh. Xem trước sẽ nhắn ai rồi mới bắt đầu; gửi lại đúng tệp cũ không nhắn ai hai lần.',
    notice,
    body: html`<section class="card">
        <form method="post" action="/nhap" enctype="multipart/form-data" class="pad">
          <input type="hidden" name="${proof.token}" value="${at.token}" /><input
            type="hidden"
            name="${proof.form}"
            value="${form}"
          />
          <div class="f">
            <label for="tep">Tệp danh sách</label>
            <p class="s q" id="tep-y">.xlsx, .csv hoặc .xls do hệ thống của tỉnh xuất ra, đến 4 MB.</p>
            <input id="tep" name="tep" type="file" required aria-describedby="tep-y" />
          </div>
          <p class="acts"><button class="go big">Tải lên và xem trước</button></p>
        </form>
      </section>
      ${
        imports.length === 0
          ? html`<section class="card pad">
              <h2>Chưa có tệp nào</h2>
              <p>Tệp của ba mươi ngày qua hiện ở đây, với báo cáo từng dòng.</p>
            </section>`
          : html`<section class="card" aria-labelledby="cu">
              <div class="h">
                <h2 id="cu">Ba mươi ngày qua</h2>
                <b>${imports.length}</b>
              </div>
              <ol>
                ${imports.map(row)}
              </ol>
            </section>`
      }`,
  });
