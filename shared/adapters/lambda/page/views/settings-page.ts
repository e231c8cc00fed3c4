import { statuses } from '../../../../domain/dossier/statuses.ts';
import { may } from '../../../../domain/people/may.ts';
import { tellable, weekdays, type Wrong } from '../forms/settings-form.ts';
import { field, type FormFields, postForm } from '../frame/form.ts';
import { html, type Html } from '../frame/html.ts';
import { type AtDesk, deskPage, type Notice } from '../frame/layout.ts';
import { settingsNav } from './settings-nav.ts';
import { phoneWith } from './phone.ts';

export const dayWords = ['Thứ hai', 'Thứ ba', 'Thứ tư', 'Thứ năm', 'Thứ sáu', 'Thứ bảy', 'Chủ nhật'] as const;

type Part = { heading: string; about?: string; inputs: readonly Input[] };
type Input = { name: string; label: string; hint?: string };

const parts: readonly Part[] = [
  {
    heading: 'Tên và nơi hỏi',
    inputs: [
      {
        name: 'ten',
        label: 'Tên cơ quan trong tin',
        hint: 'Nhiều nhất 31 chữ. Viết có dấu cũng được: dấu được bỏ, chữ dài được viết tắt.',
      },
      {
        name: 'duong-day',
        label: 'Đường dây hỏi',
        hint: 'Số người dân gọi. Để trống thì tin không mời gọi.',
      },
      { name: 'noi-nhan', label: 'Nơi nhận kết quả', hint: 'Nhiều nhất 40 chữ, như người dân vẫn gọi.' },
    ],
  },
  {
    heading: 'Giờ nhắn tin',
    about: 'Ngoài giờ này máy giữ tin lại, đến giờ mới gửi.',
    inputs: [
      { name: 'gui-tu', label: 'Nhắn từ' },
      { name: 'gui-den', label: 'Thôi nhắn lúc' },
    ],
  },
  {
    heading: 'Giờ mở quầy',
    about: 'Viết như 07:30-11:30, 13:30-17:00. Ngày không mở thì để trống.',
    inputs: weekdays.map((day) => ({ name: `gio-${day}`, label: dayWords[day - 1]! })),
  },
  {
    heading: 'Hạn mức',
    about: 'Quá hạn mức thì tin chờ ở danh sách việc, không mất.',
    inputs: [
      { name: 'moi-so', label: 'Số tin mỗi ngày cho một số điện thoại' },
      { name: 'moi-ngay', label: 'Số tin mỗi ngày của cả phường, xã' },
      { name: 'moi-thang', label: 'Số phần tin mỗi tháng', hint: 'Để trống là không giới hạn theo tháng.' },
    ],
  },
];

const checks = (typed: FormFields, wrong: Wrong): Html =>
  html`<fieldset class="f">
    <legend>Báo cho người dân khi hồ sơ</legend>
    ${tellable.map((status) => {
      const name = `bao-${status}`;
      const words = statuses[status].words.vi;
      return html`<p>
        <label
          >${
            typed[name] === undefined
              ? html`<input type="checkbox" name="${name}" value="co" />`
              : html`<input type="checkbox" name="${name}" value="co" checked />`
          }
          ${words}</label
        >${wrong[name] !== undefined && html`<span class="no">${wrong[name]}</span>`}
      </p>`;
    })}
  </fieldset>`;

const theForm = (at: AtDesk, { typed, wrong = {}, form, basis }: Shown): Html =>
  postForm(
    at,
    { action: '/cai-dat', form, className: 'stack' },
    html`<input type="hidden" name="truoc" value="${basis}" />
      ${parts.map(
        ({ heading, about, inputs }) =>
          html`<section class="card pad">
            <h2>${heading}</h2>
            ${about !== undefined && html`<p class="s q">${about}</p>`}
            ${inputs.map((input) => field({ ...input, value: typed[input.name], error: wrong[input.name] }))}
          </section>`,
      )}
      <section class="card pad">
        <h2>Việc được báo</h2>
        ${checks(typed, wrong)}
      </section>
      <p class="acts">
        <button class="go big" name="buoc" value="ghi">Ghi</button
        ><button class="big" name="buoc" value="xem">Xem trước</button>
      </p>`,
  );

const readOnly = ({ typed }: Shown): Html =>
  html`${parts.map(
      ({ heading, inputs }) =>
        html`<section class="card pad">
          <h2>${heading}</h2>
          <dl class="dl">
            ${inputs.map(({ name, label }) => {
              const value = typed[name] ?? '';
              return html`<dt>${label}</dt>
                <dd>${value === '' ? 'không có' : value}</dd>`;
            })}
          </dl>
        </section>`,
    )}
    <section class="card pad">
      <h2>Việc được báo</h2>
      <ul>
        ${tellable
          .filter((status) => typed[`bao-${status}`] !== undefined)
          .map((status) => html`<li>Hồ sơ ${statuses[status].words.vi}</li>`)}
      </ul>
    </section>`;

type Shown = {
  typed: FormFields;
  wrong?: Wrong;
  /** A fresh word for the form. */
  form: string;
  /** What the form was filled from, so that nobody writes over what somebody else chose meanwhile. */
  basis: string;
  /** How citizens read these choices. */
  texts: readonly { title: string; text: string }[];
  /** What a leader opens on the tablet at the counter, once. */
  tablet: string;
  notice?: Notice | undefined;
};

/** What the office has chosen: a form for a leader, to be read by all others. */
export const settingsPage = (at: AtDesk, shown: Shown): Html => {
  const { typed, wrong = {}, texts, notice } = shown;
  const leads = may(at.officer, 'choose-settings');
  return deskPage(at, {
    place: '/cai-dat',
    title: 'Cài đặt của cơ quan',
    purpose: `Tên, giờ và hạn mức mà mọi tin nhắn dựa vào. ${leads ? 'Xem trước tin ở bên cạnh rồi hãy ghi.' : 'Chỉ lãnh đạo đổi được.'}`,
    notice,
    body: html`${settingsNav(at, '/cai-dat')}
      ${wrong['chung'] !== undefined && html`<p class="note late">${wrong['chung']}</p>`}
      <div class="two end">
        <div class="stack">${leads ? theForm(at, shown) : readOnly(shown)}</div>
        <aside class="stack" aria-labelledby="xem">
          <h2 id="xem">Trên máy người dân</h2>
          ${phoneWith(typed['ten'] ?? '', texts)}
          ${
            leads &&
            html`<section class="card pad stack" aria-labelledby="may">
              <h2 id="may">Máy đánh giá ở quầy</h2>
              <p>
                Mở đường dẫn này một lần trên máy tính bảng ở quầy. Từ đó máy hỏi người dân được phục vụ thế
                nào, năm mức, không hỏi tên.
              </p>
              <p class="s"><a href="${shown.tablet}">${shown.tablet}</a></p>
            </section>`
          }
        </aside>
      </div>`,
  });
};
