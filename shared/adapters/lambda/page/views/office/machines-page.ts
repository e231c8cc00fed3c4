import type { Scope } from '../../../../../domain/office/client.ts';
import type { Credentials, ListedClient } from '../../../../../flows/office/manage-clients.ts';
import { formatMoment } from '../../../../../domain/values/day.ts';
import { postForm } from '../../frame/form.ts';
import { address, html, type Html } from '../../frame/html.ts';
import { type AtDesk, deskPage, type Notice } from '../../frame/layout.ts';
import { tag } from '../../words/states.ts';
import { settingsNav } from '../settings-nav.ts';

const scopeWords: Readonly<Record<Scope, string>> = {
  'ward:read': 'đọc hồ sơ, tin và thư',
  'ward:write': 'báo trạng thái và làm việc thay cán bộ',
  'ward:persons': 'xuất và xóa dữ liệu của một người dân',
  'ward:operate': 'chuyển hồ sơ sang nơi khác',
  'partner:jobs': 'nhận và báo bưu gửi',
};

type Shown = {
  machines: readonly ListedClient[];
  choices: readonly Scope[];
  newForm: () => string;
  notice?: Notice | undefined;
  error?: string | undefined;
};

const aMachine = (at: AtDesk, machine: ListedClient, { choices, newForm }: Shown): Html => {
  const { clientId, scopes, createdAt, secrets, revokedAt, lastUsedAt } = machine;
  const isOurs = scopes.every((scope) => choices.includes(scope));
  return html`<li class="row">
    <span>${revokedAt === undefined ? tag(['đang dùng', 'ok']) : tag(['đã thu', ''])}</span>
    <span><b class="c">${clientId}</b><br /><span class="s q">Cấp ${formatMoment(createdAt)}</span></span>
    <span
      >${scopes.map((scope) => scopeWords[scope]).join('; ')}<br /><span class="s q"
        >${lastUsedAt === undefined ? 'Chưa vào lần nào' : `Vào lần cuối ${formatMoment(lastUsedAt)}`}.
        ${
          revokedAt === undefined
            ? secrets.length > 1
              ? 'Khóa cũ và khóa mới cùng dùng được.'
              : ''
            : `Thu ${formatMoment(revokedAt)}.`
        }</span
      ></span
    >
    ${
      revokedAt === undefined &&
      isOurs &&
      postForm(
        at,
        { action: address`/cai-dat/may/${clientId}`, form: newForm(), className: 'acts' },
        html`<button name="lam" value="doi">Đổi khóa<span class="off"> ${clientId}</span></button>
          <button class="no" name="lam" value="thu">Thu khóa<span class="off"> ${clientId}</span></button>`,
      )
    }
  </li>`;
};

const newMachine = (at: AtDesk, { choices, newForm, error }: Shown): Html =>
  postForm(
    at,
    { action: '/cai-dat/may', form: newForm(), className: 'pad' },
    html`<fieldset class="f" ${error !== undefined && html`aria-describedby="quyen-loi"`}>
        <legend>Máy được làm gì</legend>
        ${choices.map(
          (scope) =>
            html`<p>
              <label><input type="checkbox" name="quyen-${scope}" value="co" /> ${scopeWords[scope]}</label>
            </p>`,
        )}
        ${error !== undefined && html`<p class="no" id="quyen-loi">${error}</p>`}
      </fieldset>
      <p class="acts"><button class="go">Cấp khóa cho một máy</button></p>`,
  );

/** The machines of this office: what each may do, when it last came, a new secret, the end of it. */
export const machinesPage = (at: AtDesk, shown: Shown): Html =>
  deskPage(at, {
    place: '/cai-dat',
    title: 'Máy vào hệ thống',
    purpose:
      'Phần mềm nào của phường được vào đây và làm được gì. Đổi khóa thì khóa cũ còn dùng đến lần đổi sau; thu khóa thì năm phút nữa hết vào.',
    notice:
      shown.error === undefined
        ? shown.notice
        : { tone: 'late', words: 'Chưa cấp. Xem chỗ ghi lỗi bên dưới.' },
    body: html`${settingsNav(at, '/cai-dat/may')}
      ${
        shown.machines.length === 0
          ? html`<section class="card pad">
              <h2>Chưa có máy nào</h2>
              <p>Cấp khóa cho phần mềm một cửa của phường ở dưới; máy và lần vào cuối của nó hiện ở đây.</p>
            </section>`
          : html`<section class="card" aria-labelledby="may">
              <div class="h">
                <h2 id="may">Đang có</h2>
                <b>${shown.machines.length}</b>
              </div>
              <ul>
                ${shown.machines.map((machine) => aMachine(at, machine, shown))}
              </ul>
            </section>`
      }
      <section class="card wide" aria-labelledby="cap">
        <div class="h"><h2 id="cap">Cấp khóa mới</h2></div>
        ${newMachine(at, shown)}
      </section>`,
  });

/** A secret, this one time. */
export const secretPage = (at: AtDesk, { clientId, clientSecret }: Credentials): Html =>
  deskPage(at, {
    place: '/cai-dat',
    title: 'Khóa của máy, chỉ hiện một lần',
    purpose: 'Chép hai dòng này vào phần mềm ngay. Hệ thống không giữ khóa nên không ai xem lại được.',
    body: html`<section class="card pad">
        <dl class="dl">
          <dt>Tên máy (client id)</dt>
          <dd><code>${clientId}</code></dd>
          <dt>Khóa (client secret)</dt>
          <dd><code>${clientSecret}</code></dd>
        </dl>
      </section>
      <p><a class="b" href="/cai-dat/may">Đã chép, về danh sách máy</a></p>`,
  });
