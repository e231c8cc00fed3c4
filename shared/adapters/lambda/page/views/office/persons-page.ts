import type { PersonRequest } from '../../../../../domain/rights/person-request.ts';
import { type KeptName, whatIsKept } from '../../../../../domain/rights/what-is-kept.ts';
import { type Day, formatDay, formatMoment } from '../../../../../domain/values/day.ts';
import { field, type FormFields, postForm } from '../../frame/form.ts';
import { address, html, type Html } from '../../frame/html.ts';
import { type AtDesk, deskPage, type Notice } from '../../frame/layout.ts';
import { tag } from '../../words/states.ts';

/** What was typed, and what is wrong beside which field. */
export type PersonMistake = { typed: FormFields; errors: Readonly<Record<string, string>> };

const whatInWords = { export: 'Xem dữ liệu', erase: 'Xóa dữ liệu' } as const;

const standing = ({ state, answerBy }: PersonRequest, today: Day): Html => {
  if (state === 'done') return tag(['đã trả lời', 'ok']);
  return today > answerBy ? tag(['quá hạn', 'late']) : tag(['đang làm', 'warn']);
};

const answer = (one: PersonRequest): Html => {
  if (one.state !== 'done')
    return html`<span class="s q">Hạn trả lời ${formatDay(one.answerBy)}. Đang đọc toàn bộ dữ liệu.</span>`;
  if (one.what === 'export')
    return html`<span
      >${String(one.found ?? 0)} mục.
      <a href="${address`/quyen/${one.id}/du-lieu.pdf`}"
        >Tải bản giấy<span class="off"> ${one.request}</span></a
      >
      ·
      <a href="${address`/quyen/${one.id}/du-lieu.json`}">Tải JSON<span class="off"> ${one.request}</span></a>
      <br /><span class="s q">Tệp tự mất sau 14 ngày.</span></span
    >`;
  const { erased = {}, kept = {}, files = 0 } = one.erasure ?? {};
  const count = Object.values(erased).reduce((sum, each) => sum + each, 0);
  return html`<span
    >Đã xóa tên khỏi ${String(count)} mục, ${String(files)} tệp.
    ${
      Object.keys(kept).length > 0 &&
      html`<details>
        <summary>Còn giữ theo luật</summary>
        <ul>
          ${Object.entries(kept).map(
            ([name, many]) => html`<li>${whatIsKept[name as KeptName].vi} (${String(many)})</li>`,
          )}
        </ul>
      </details>`
    }</span
  >`;
};

const row = (one: PersonRequest, today: Day): Html =>
  html`<li class="row">
    <span>${standing(one, today)}</span>
    <span
      ><b>${whatInWords[one.what]}</b> · <span class="c">${one.request}</span><br /><span class="s q"
        >Nhận ${formatDay(one.receivedOn)}, ${one.by} ghi ${formatMoment(one.askedAt)}</span
      ></span
    >
    ${answer(one)}
  </li>`;

const form = (
  at: AtDesk,
  id: string,
  today: Day,
  { typed = {}, errors = {} }: Partial<PersonMistake>,
): Html => {
  const of = (name: string, label: string, more: { hint?: string; type?: 'text' | 'tel' | 'date' } = {}) =>
    field({ name, label, value: typed[name], error: errors[name], ...more });
  return postForm(
    at,
    { action: '/quyen', form: id, className: 'pad' },
    html`${of('dien-thoai', 'Số điện thoại của người dân', { type: 'tel' })}
      ${of('ho-so', 'Hoặc mã một hồ sơ', { hint: 'Khi người dân không có số di động. Chỉ ghi một trong hai.' })}
      ${of('so', 'Số yêu cầu của người dân', { hint: 'Như ghi trong sổ tiếp nhận, ví dụ YC-12.' })}
      ${field({ name: 'ngay', label: 'Ngày nhận', type: 'date', value: typed['ngay'] ?? today, error: errors['ngay'] })}
      ${of('ly-do', 'Lý do', { hint: 'Giữ kín trong nhật ký của phường.' })}
      <fieldset class="f">
        <legend>Người dân muốn gì</legend>
        <label><input type="radio" name="viec" value="export" checked /> Xem dữ liệu của mình</label>
        <label><input type="radio" name="viec" value="erase" /> Xóa dữ liệu của mình</label>
        <label
          ><input type="checkbox" name="chac" value="co" /> Xóa thì không lấy lại được; tôi đã kiểm tra giấy
          tờ của người yêu cầu</label
        >
        ${errors['chac'] !== undefined && html`<p class="no">${errors['chac']}</p>`}
      </fieldset>
      <p class="acts"><button class="go">Ghi yêu cầu</button></p>
      <p class="s q">
        Sửa số điện thoại hay tên: tìm ở trang <a href="/ho-so">Hồ sơ</a> rồi bấm Sửa ở từng hồ sơ.
      </p>`,
  );
};

/** What citizens ask about their own data: written down, and what became of it. */
export const personsPage = (
  at: AtDesk,
  {
    requests,
    today,
    newForm,
    notice,
    mistake,
  }: {
    requests: readonly PersonRequest[];
    today: Day;
    newForm: () => string;
    notice?: Notice | undefined;
    mistake?: PersonMistake | undefined;
  },
): Html =>
  deskPage(at, {
    place: '/quyen',
    title: 'Quyền của người dân',
    purpose:
      'Người dân xin xem hoặc xin xóa dữ liệu của mình. Mọi mục lưu về người đó được tìm; luật giữ gì thì ghi rõ.',
    notice: mistake ? { tone: 'late', words: 'Chưa ghi được. Xem chỗ ghi lỗi bên dưới.' } : notice,
    body: html`<section class="card" aria-labelledby="yeu-cau">
        <div class="h">
          <h2 id="yeu-cau">Yêu cầu</h2>
          <b>${requests.length}</b>
        </div>
        ${
          requests.length === 0
            ? html`<p class="pad">Chưa có yêu cầu nào.</p>`
            : html`<ul>
                ${requests.map((one) => row(one, today))}
              </ul>`
        }
      </section>
      <section class="card wide" aria-labelledby="ghi">
        <div class="h"><h2 id="ghi">Ghi yêu cầu mới</h2></div>
        ${form(at, newForm(), today, mistake ?? {})}
      </section>`,
  });
