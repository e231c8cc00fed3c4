import type { TemplateSummary } from '../../../../domain/office/template-summary.ts';
import { may } from '../../../../domain/people/may.ts';
import type { SmsMeasure } from '../../../../domain/text/parts.ts';
import type { SmsPurpose } from '../../../../domain/text/texts/all.ts';
import { type FormFields, postForm } from '../frame/form.ts';
import { address, html, type Html } from '../frame/html.ts';
import { type AtDesk, deskPage, type Notice } from '../frame/layout.ts';
import { fieldInWords, textWords } from '../words/texts.ts';
import { phoneWith } from './phone.ts';
import { settingsNav } from './settings-nav.ts';

const inParts = ({ parts, units }: SmsMeasure): string => `${parts} phần, ${units} chữ`;

/** Every text that the office says. */
export const textsPage = (at: AtDesk, texts: readonly TemplateSummary[], notice?: Notice): Html =>
  deskPage(at, {
    place: '/cai-dat',
    title: 'Câu chữ của tin',
    purpose: 'Mọi câu máy nhắn cho người dân, như người dân đọc. Bấm tên một câu để xem kỹ và sửa.',
    notice,
    body: html`${settingsNav(at, '/cai-dat/cau-chu')}
      <div class="card x">
        <table>
          <thead>
            <tr>
              <th scope="col">Câu</th>
              <th scope="col">Người dân đọc</th>
              <th scope="col">Của ai</th>
              <th scope="col" class="n">Dài nhất</th>
            </tr>
          </thead>
          <tbody>
            ${texts.map(
              ({ key, own, version, example, worst }) =>
                html`<tr>
                  <th scope="row"><a href="${address`/cai-dat/cau-chu/${key}`}">${textWords[key]}</a></th>
                  <td>${example.vi.text}</td>
                  <td>${own ? `Phường, bản ${version}` : 'Có sẵn'}</td>
                  <td class="n">${worst.vi.parts} phần</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>`,
  });

type Shown = {
  key: SmsPurpose;
  /** The office's name, from whom it comes. */
  sender: string;
  text: Pick<TemplateSummary, 'own' | 'version' | 'accents' | 'maxParts' | 'example' | 'worst' | 'fields'>;
  typed: FormFields;
  wrong?: Readonly<Record<string, readonly string[]>>;
  form: string;
  notice?: Notice | undefined;
};

const area = (
  { typed, wrong = {} }: Shown,
  { name, label, rows }: { name: string; label: string; rows: number },
): Html => {
  const errors = wrong[name] ?? [];
  const described = errors.length > 0 ? `cho-trong ${name}-loi` : 'cho-trong';
  return html`<div class="f">
    <label for="${name}">${label}</label>
    <textarea
      id="${name}"
      name="${name}"
      rows="${rows}"
      aria-describedby="${described}"
      ${errors.length > 0 && html` aria-invalid="true"`}
    >
${typed[name] ?? ''}</textarea>
    ${
      errors.length > 0 &&
      html`<ul class="no" id="${name}-loi">
        ${errors.map((error) => html`<li>${error}</li>`)}
      </ul>`
    }
  </div>`;
};

const radio = (typed: FormFields, value: string, label: string): Html =>
  html`<label
    >${
      typed['dau'] === value
        ? html`<input type="radio" name="dau" value="${value}" checked />`
        : html`<input type="radio" name="dau" value="${value}" />`
    }${label}</label
  >`;

const theForm = (at: AtDesk, shown: Shown): Html =>
  postForm(
    at,
    { action: address`/cai-dat/cau-chu/${shown.key}`, form: shown.form, className: 'stack' },
    html`<div class="card pad">
        <p class="s q" id="cho-trong">
          Chữ trong (( )) được điền từ hồ sơ. ((ô?? chữ)) chỉ hiện khi ô ấy có.
        </p>
        ${area(shown, { name: 'vi', label: 'Câu tiếng Việt, viết có dấu', rows: 5 })}
        ${area(shown, { name: 'en', label: 'Câu tiếng Anh', rows: 4 })}
        <fieldset class="f">
          <legend>Gửi cho máy</legend>
          <p>${radio(shown.typed, 'khong', 'Không dấu, mọi máy đọc được')}</p>
          <p>${radio(shown.typed, 'co', 'Có dấu, 70 chữ một phần')}</p>
        </fieldset>
      </div>
      <p class="acts">
        <button class="go big" name="buoc" value="ghi">Ghi bản mới</button
        ><button class="big" name="buoc" value="xem">Xem trước</button>
        <a href="/cai-dat/cau-chu">Bỏ</a>
      </p>`,
  );

const readOnly = ({ typed }: Shown): Html =>
  html`<div class="card pad">
    <h2>Tiếng Việt</h2>
    <p>${typed['vi']}</p>
    <h2>Tiếng Anh</h2>
    <p lang="en">${typed['en']}</p>
  </div>`;

/** One text: how it reads, what it costs at the longest, and the form of its next version for a leader. */
export const textPage = (at: AtDesk, shown: Shown): Html => {
  const { key, sender, text, notice } = shown;
  const leads = may(at.officer, 'publish-text');
  const standing = text.own
    ? `Đang dùng bản ${text.version} của phường.`
    : 'Đang dùng câu có sẵn của hệ thống.';
  return deskPage(at, {
    place: '/cai-dat',
    title: `Tin “${textWords[key]}”`,
    purpose: `${standing} ${leads ? 'Sửa câu, xem trước trên máy người dân, rồi ghi.' : 'Chỉ lãnh đạo sửa được.'}`,
    notice,
    body: html`${settingsNav(at, '/cai-dat/cau-chu')}
      <div class="two end">
        <div class="stack">
          ${leads ? theForm(at, shown) : readOnly(shown)}
          <section class="card pad">
            <h2>Các ô dùng được</h2>
            <dl class="dl">
              ${text.fields.map(
                ({ name, required, maxLength }) =>
                  html`<dt>((${name}))</dt>
                    <dd>
                      ${fieldInWords(name)}, nhiều nhất ${maxLength} chữ${required && ', bắt buộc có'}
                    </dd>`,
              )}
            </dl>
          </section>
        </div>
        <aside class="stack" aria-labelledby="xem">
          <h2 id="xem">Trên máy người dân</h2>
          ${phoneWith(sender, [
            { title: 'Tiếng Việt', text: text.example.vi.text },
            { title: 'Tiếng Anh', text: text.example.en.text },
          ])}
          <section class="card pad" aria-labelledby="dai">
            <h2 id="dai">Dài nhất có thể</h2>
            <dl class="dl">
              <dt>Tiếng Việt</dt>
              <dd>${inParts(text.worst.vi)}</dd>
              <dt>Tiếng Anh</dt>
              <dd>${inParts(text.worst.en)}</dd>
              <dt>Được phép</dt>
              <dd>${text.maxParts} phần</dd>
            </dl>
          </section>
        </aside>
      </div>`,
  });
};
