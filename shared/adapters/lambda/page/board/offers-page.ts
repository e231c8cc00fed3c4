import { may } from '../../../../domain/people/may.ts';
import { choosable } from '../forms/board-form.ts';
import { weekdays, type Wrong } from '../forms/settings-form.ts';
import { field, type FormFields, postForm } from '../frame/form.ts';
import { address, html, type Html } from '../frame/html.ts';
import { type AtDesk, deskPage, type Notice } from '../frame/layout.ts';
import { settingsNav } from '../views/settings-nav.ts';
import { dayWords } from '../views/settings-page.ts';

type Shown = {
  typed: FormFields;
  wrong?: Wrong;
  form: string;
  basis: string;
  ward: string;
  /** What is spread now or was, and on how many days it was on the board. */
  spread: readonly { title: string; days: number }[];
  notice?: Notice | undefined;
};

const area = (
  { typed, wrong = {} }: Shown,
  { name, label, hint, rows }: { name: string; label: string; hint: string; rows: number },
): Html => {
  const error = wrong[name];
  return html`<div class="f">
    <label for="${name}">${label}</label>
    <p class="s q" id="${name}-y">${hint}</p>
    <textarea
      id="${name}"
      name="${name}"
      rows="${rows}"
      aria-describedby="${name}-y${error !== undefined && ` ${name}-loi`}"
      ${error !== undefined && html` aria-invalid="true"`}
    >
${typed[name] ?? ''}</textarea>
    ${error !== undefined && html`<p class="no" id="${name}-loi">${error}</p>`}
  </div>`;
};

const check = (typed: FormFields, name: string, words: string): Html =>
  html`<label
    ><input type="checkbox" name="${name}" value="co" ${typed[name] !== undefined && html` checked`} />
    ${words}</label
  >`;

const helping = (shown: Shown): Html =>
  html`<section class="card pad">
    <h2>Ngày không viết, viết giúp</h2>
    <p class="s q">
      Giờ và ai giúp người dân viết đơn. Viết như 08:00-10:30 Đoàn thanh niên; ngày không có thì để trống.
    </p>
    ${weekdays.map((day) =>
      field({
        name: `giup-${day}`,
        label: dayWords[day - 1]!,
        value: shown.typed[`giup-${day}`],
        error: shown.wrong?.[`giup-${day}`],
      }),
    )}
    ${area(shown, {
      name: 'giup-ngay',
      label: 'Lịch luân phiên theo ngày',
      hint: 'Mỗi dòng một lượt, như 02/12/2026 08:00-10:30 Hội phụ nữ.',
      rows: 4,
    })}
  </section>`;

const noAppointment = ({ typed, wrong = {} }: Shown): Html =>
  html`<section class="card pad">
    <h2>Ngày không hẹn</h2>
    <p class="s q">
      Thủ tục trả kết quả ngay trong ngày, vào những thứ nào. Tin “đã tiếp nhận” của hồ sơ này chờ đến cuối
      buổi: trả xong trước đó thì không nhắn.
    </p>
    ${wrong['khong-hen'] !== undefined && html`<p class="no">${wrong['khong-hen']}</p>`}
    <fieldset class="f acts">
      <legend>Thứ</legend>
      ${weekdays.map((day) => check(typed, `khong-hen-${day}`, dayWords[day - 1]!))}
    </fieldset>
    <details>
      <summary>Thủ tục</summary>
      <fieldset class="f">
        <legend>Thủ tục trả ngay</legend>
        ${choosable.map(({ code, name }) => html`<p>${check(typed, `tt-${code}`, `${name} (${code})`)}</p>`)}
      </fieldset>
    </details>
  </section>`;

const theBoard = (shown: Shown): Html =>
  html`<section class="card pad">
    <h2>Bảng ở quầy</h2>
    <p>
      Mở <a href="${address`/bang/${shown.ward}`}">/bang/${shown.ward}</a> trên tivi ở quầy, một lần. Người
      khác duyệt lời mới rồi bảng mới đổi.
    </p>
    ${area(shown, {
      name: 'trang',
      label: 'Trang hướng dẫn',
      hint: 'Dòng đầu là tiêu đề, rồi 1 đến 5 dòng ngắn; các trang cách nhau một dòng trống. Để trống thì dùng hai trang có sẵn.',
      rows: 10,
    })}
    ${area(shown, {
      name: 'tin',
      label: 'Tin tuyên truyền',
      hint: 'Tiêu đề; lời; dòng “Cùng với: Mặt trận Tổ quốc phường” nếu có; dòng cuối là ngày, như 01/12/2026 - 31/12/2026.',
      rows: 8,
    })}
    ${
      shown.spread.length > 0 &&
      html`<p class="s">
        Đã chiếu: ${shown.spread.map(({ title, days }) => `${title} ${days} ngày`).join('; ')}.
      </p>`
    }
  </section>`;

const readOnly = ({ typed }: Shown): Html =>
  html`<section class="card pad">
    <h2>Đang có</h2>
    <dl class="dl">
      ${weekdays.map(
        (day) =>
          html`<dt>Viết giúp, ${dayWords[day - 1]}</dt>
            <dd>${typed[`giup-${day}`] === '' ? 'không có' : typed[`giup-${day}`]}</dd>`,
      )}
      <dt>Không hẹn</dt>
      <dd>
        ${
          weekdays
            .filter((day) => typed[`khong-hen-${day}`] !== undefined)
            .map((day) => dayWords[day - 1]!)
            .join(', ') || 'không có'
        }
      </dd>
    </dl>
  </section>`;

/** What the office offers and what its board says: a form for a leader, to be read by all others. */
export const offersPage = (at: AtDesk, shown: Shown): Html => {
  const leads = may(at.officer, 'choose-settings');
  const { wrong = {}, notice, form, basis } = shown;
  return deskPage(at, {
    place: '/cai-dat',
    title: 'Ngày phục vụ và bảng ở quầy',
    purpose: leads
      ? 'Ngày viết giúp, ngày không hẹn và lời trên bảng cho người đang chờ.'
      : 'Chỉ lãnh đạo đổi được.',
    notice,
    body: html`${settingsNav(at, '/cai-dat/bang')}
    ${wrong['chung'] !== undefined && html`<p class="note late">${wrong['chung']}</p>`}
    ${
      leads
        ? postForm(
            at,
            { action: '/cai-dat/bang', form, className: 'stack' },
            html`<input type="hidden" name="truoc" value="${basis}" />
              ${helping(shown)} ${noAppointment(shown)} ${theBoard(shown)}
              <p class="acts"><button class="go big">Ghi</button></p>`,
          )
        : readOnly(shown)
    }`,
  });
};
