import type { Officer, Role } from '../../../../../domain/people/officer.ts';
import { mayTouchOperators, operates } from '../../../../../domain/people/officer-change.ts';
import { formatMoment } from '../../../../../domain/values/day.ts';
import { field, type FormFields, postForm } from '../../frame/form.ts';
import { html, type Html } from '../../frame/html.ts';
import { type AtDesk, deskPage, type Notice, rolesInWords } from '../../frame/layout.ts';
import { tag } from '../../words/states.ts';

/** What was typed of a new officer, and what is wrong beside which field. */
export type OfficerMistake = { typed: FormFields; errors: Readonly<Record<string, string>> };

const row = (at: AtDesk, me: Officer, officer: Officer, form: string): Html =>
  html`<li class="row">
    <span>${officer.active ? tag(['đang làm', 'ok']) : tag(['đã thôi', ''])}</span>
    <span><b>${officer.name}</b><br /><span class="s q">${officer.login}</span></span>
    <span>${rolesInWords(officer.roles)}. ${officer.changedBy} ghi ${formatMoment(officer.changedAt)}</span>
    ${
      officer.active &&
      officer.id !== me.id &&
      (!operates(officer) || mayTouchOperators({ name: me.name, officer: me })) &&
      postForm(
        at,
        { action: '/can-bo/thoi', form, className: 'acts' },
        html`<input type="hidden" name="ai" value="${officer.id}" /><button class="no">
            Cho thôi<span class="off"> ${officer.name}</span>
          </button>`,
      )
    }
  </li>`;

const newOfficer = (
  at: AtDesk,
  form: string,
  choices: readonly Role[],
  { typed = {}, errors = {} }: Partial<OfficerMistake>,
): Html =>
  postForm(
    at,
    { action: '/can-bo', form, className: 'pad' },
    html`${field({ name: 'ten', label: 'Họ tên', value: typed['ten'], error: errors['ten'] })}
      ${field({
        name: 'thu-dien-tu',
        label: 'Thư điện tử công vụ',
        type: 'email',
        hint: 'Đúng như tài khoản của tỉnh. Người đã có tên thì vai trò cũ được thay.',
        value: typed['thu-dien-tu'],
        error: errors['thu-dien-tu'],
      })}
      <div class="f">
        <label for="vai-tro">Vai trò</label>
        <select
          id="vai-tro"
          name="vai-tro"
          ${errors['vai-tro'] !== undefined && html` aria-invalid="true" aria-describedby="vai-tro-loi"`}
        >
          ${choices.map(
            (role) =>
              html`<option value="${role}" ${typed['vai-tro'] === role && html`selected`}>
                ${rolesInWords([role])}
              </option>`,
          )}
        </select>
        ${errors['vai-tro'] !== undefined && html`<p class="no" id="vai-tro-loi">${errors['vai-tro']}</p>`}
      </div>
      <p class="acts"><button class="go">Ghi cán bộ</button></p>`,
  );

/** Who may sign in at this office, and putting them on and off. */
export const officersPage = (
  at: AtDesk,
  me: Officer,
  officers: readonly Officer[],
  {
    newForm,
    choices,
    notice,
    mistake,
  }: {
    newForm: () => string;
    choices: readonly Role[];
    notice?: Notice | undefined;
    mistake?: OfficerMistake | undefined;
  },
): Html =>
  deskPage(at, {
    place: '/can-bo',
    title: 'Cán bộ',
    purpose:
      'Ai vào được bàn làm việc của phường và làm được gì. Cho thôi thì người đó ra ngay, kể cả đang làm dở.',
    notice: mistake ? { tone: 'late', words: 'Chưa ghi được. Xem chỗ ghi lỗi bên dưới.' } : notice,
    body: html`<section class="card" aria-labelledby="ai">
        <div class="h">
          <h2 id="ai">Đang có</h2>
          <b>${officers.length}</b>
        </div>
        <ul>
          ${officers
            .toSorted(
              (one, other) =>
                Number(other.active) - Number(one.active) || one.name.localeCompare(other.name, 'vi'),
            )
            .map((officer) => row(at, me, officer, newForm()))}
        </ul>
      </section>
      <section class="card wide" aria-labelledby="them">
        <div class="h"><h2 id="them">Thêm hoặc đổi vai trò</h2></div>
        ${newOfficer(at, newForm(), choices, mistake ?? {})}
      </section>`,
  });
