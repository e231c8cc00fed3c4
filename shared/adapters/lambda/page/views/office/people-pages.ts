import type { Deed } from '../../../../../domain/people/audit.ts';
import type { Officer, Role } from '../../../../../domain/people/officer.ts';
import { mayTouchOperators, operates } from '../../../../../domain/people/officer-change.ts';
import { formatMoment } from '../../../../../domain/values/day.ts';
import { field, type FormFields, postForm } from '../../frame/form.ts';
import { address, html, type Html } from '../../frame/html.ts';
import { type AtDesk, deskPage, type Notice, rolesInWords } from '../../frame/layout.ts';
import { noticeIn } from '../../frame/notices.ts';
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

const deedWords: Readonly<Record<string, string>> = {
  'read-calls': 'xem danh sách gọi',
  'read-dossier': 'xem hồ sơ',
  'read-letter': 'xem thư',
  'read-audit': 'xem nhật ký',
  export: 'tải tệp',
  'read-report': 'xem báo cáo',
  call: 'gọi điện',
  resend: 'gửi lại hoặc hủy tin',
  'enter-step': 'ghi hồ sơ hoặc bước bằng tay',
  correct: 'sửa hồ sơ',
  void: 'rút bước ghi nhầm',
  settle: 'xử lý xong việc báo nhầm',
  'person-event': 'ghi sự kiện hộ tịch',
  'release-letter': 'ký thư',
  'hold-letter': 'giữ thư',
  'withdraw-letter': 'hủy thư',
  'print-letters': 'in thư',
  'hand-over-letter': 'trao thư',
  'read-post': 'xem bưu gửi',
  'steer-journey': 'đổi bưu gửi',
  'choose-settings': 'đổi cài đặt',
  'publish-text': 'đổi câu chữ',
  'decide-proposal': 'duyệt đề nghị',
  'manage-clients': 'sửa khóa của máy',
  'manage-officers': 'sửa danh sách cán bộ',
};

const outcomeWords: Readonly<Record<string, string>> = { done: 'Đã xem', 'not-allowed': 'Không được phép' };

/** What it came to, in the first words of what the page said then: what was refused or only tried is not done. */
const outcomeInWords = (outcome: string): string =>
  outcomeWords[outcome] ?? noticeIn(outcome)?.words.split(/[.;]/)[0] ?? outcome;

/** Who did and read what, newest first. */
export const auditPage = (at: AtDesk, { deeds, cursor }: { deeds: readonly Deed[]; cursor?: string }): Html =>
  deskPage(at, {
    place: '/nhat-ky',
    title: 'Nhật ký',
    purpose: 'Ai đã làm và đã xem gì ở phường này, mới nhất ở trên. Không ai sửa hay xóa được; giữ năm năm.',
    body:
      deeds.length === 0
        ? html`<section class="card pad">
            <h2>Chưa có gì</h2>
            <p>Từ việc đầu tiên ở bàn làm việc, nhật ký ghi ở đây.</p>
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
                  ${deeds.map(
                    ({ at: when, by, what, about, outcome }) =>
                      html`<tr>
                        <td class="c">${formatMoment(when)}</td>
                        <td>${by}</td>
                        <td>${deedWords[what] ?? what}</td>
                        <td>${about}</td>
                        <td>${outcomeInWords(outcome)}</td>
                      </tr>`,
                  )}
                </tbody>
              </table>
            </section>
            ${cursor !== undefined && html`<p><a class="b" href="${address`/nhat-ky?truoc=${cursor}`}">Xem cũ hơn</a></p>`}`,
  });
