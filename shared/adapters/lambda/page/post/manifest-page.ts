import { may } from '../../../../domain/people/may.ts';
import type { DispatchJob } from '../../../../domain/post/job/dispatch-job.ts';
import type { Manifest } from '../../../../domain/post/paper/manifest.ts';
import { formatMoment } from '../../../../domain/values/day.ts';
import { field, type FormFields, postForm } from '../frame/form.ts';
import { address, html, type Html } from '../frame/html.ts';
import { type AtDesk, deskPage, type Notice } from '../frame/layout.ts';
import { carrierInWords } from '../words/journeys.ts';
import { tag } from '../words/states.ts';
import { postNav } from './post-nav.ts';
import { manifestWords } from '../words/manifests.ts';

type Shown = {
  manifest: Manifest;
  jobs: readonly DispatchJob[];
  /** The partner has no program: the office writes down what the postman counted and signed. */
  onPaper: boolean;
  newForm: () => string;
  typed?: FormFields;
  wrong?: Readonly<Record<string, string>>;
  notice?: Notice | undefined;
};

const seal = (at: AtDesk, { manifest, newForm }: Shown): Html =>
  html`<section class="card pad">
    <h2>Khóa bảng kê</h2>
    <p>Khóa rồi thì không thêm bớt được. Bưu gửi thiếu nhãn mới hay chờ đổi địa chỉ tự ở lại lần sau.</p>
    ${postForm(
      at,
      { action: address`/bang-ke/${manifest.manifestId}`, form: newForm() },
      html`<p class="acts"><button class="go" name="buoc" value="khoa">Khóa bảng kê</button></p>`,
    )}
  </section>`;

const side = (who: 'office' | 'postman', { manifest, typed = {}, wrong = {} }: Shown): Html => {
  const prefix = who === 'office' ? 'phuong' : 'buu-ta';
  return html`<fieldset class="f">
    <legend>${who === 'office' ? 'Phường đếm' : 'Bưu tá đếm, theo bản đã ký'}</legend>
    ${field({
      name: `${prefix}-ten`,
      label: 'Ai đếm',
      value: typed[`${prefix}-ten`],
      error: wrong[`${prefix}-ten`],
    })}
    <p class="s q">Đánh dấu bưu gửi không thấy:</p>
    ${manifest.lines.map(
      ({ jobId, trackingNumber, dossierCode }, index) =>
        html`<p>
          <input
            type="checkbox"
            id="${`${prefix}-${index}`}"
            name="${`${prefix}-${jobId}`}"
            value="co"
            ${typed[`${prefix}-${jobId}`] === 'co' && html`checked`}
          />
          <label class="s" for="${`${prefix}-${index}`}">${trackingNumber}, ${dossierCode}</label>
        </p>`,
    )}
    ${field({
      name: `${prefix}-thua`,
      label: 'Thấy mà không có trong bảng (số bưu gửi, cách nhau bằng dấu phẩy)',
      value: typed[`${prefix}-thua`],
    })}
  </fieldset>`;
};

const counts = (at: AtDesk, shown: Shown): Html => {
  const { manifest, newForm, onPaper } = shown;
  return html`<section class="card pad">
    <h2>Hai bên cùng đếm</h2>
    ${
      manifest.office
        ? html`<p>Phường đã đếm: ${manifest.office.countedBy}. Chờ bưu điện ghi số đếm của họ.</p>`
        : postForm(
            at,
            { action: address`/bang-ke/${manifest.manifestId}`, form: newForm() },
            html`${side('office', shown)} ${onPaper && side('postman', shown)}
              <p class="acts"><button class="go" name="buoc" value="dem">Ghi số đếm</button></p>`,
          )
    }
  </section>`;
};

const after = ({ manifest: { office, postman } }: Shown): Html =>
  html`<section class="card pad">
    <h2>Đã giao</h2>
    <dl class="dl">
      ${[
        ['Phường', office],
        ['Bưu tá', postman],
      ].map(
        ([who, count]) =>
          typeof count === 'object' &&
          html`<dt>${who as string}</dt>
            <dd>
              ${count.countedBy}, ${formatMoment(count.at)}; thiếu ${count.missing.length}, thừa
              ${count.extra.length}
            </dd>`,
      )}
    </dl>
  </section>`;

/** One hand-over list: what is on it, and its next step. */
export const manifestPage = (at: AtDesk, shown: Shown): Html => {
  const { manifest, jobs, notice } = shown;
  const { manifestId, state, partner } = manifest;
  const mayAct = may(at.officer, 'hand-over-papers');
  return deskPage(at, {
    place: '/buu-gui',
    title: `Bảng kê cho ${carrierInWords(partner)}`,
    purpose: `${manifestId}: ${jobs.length} bưu gửi.`,
    notice,
    body: html`${postNav('/bang-ke')}
      <p>
        ${tag(manifestWords[state])}
        ${state !== 'open' && html`<a class="b go" href="${address`/bang-ke/${manifestId}/in`}">In bảng kê</a>`}
      </p>
      <div class="two half">
        <div class="card x" tabindex="0" role="region" aria-label="Bưu gửi trong bảng kê">
          <table>
            <thead>
              <tr>
                <th scope="col">Số bưu gửi</th>
                <th scope="col">Hồ sơ</th>
                <th scope="col" class="n">Thu hộ</th>
              </tr>
            </thead>
            <tbody>
              ${jobs.map(
                ({ jobId, trackingNumber, dossierCode, cod }) =>
                  html`<tr>
                    <td class="c">${trackingNumber ?? 'chưa có số'}</td>
                    <th scope="row">
                      <a class="c" href="${address`/hanh-trinh/${jobId}`}">${dossierCode}</a>
                    </th>
                    <td class="n">${cod.due === 0 ? '–' : `${cod.due.toLocaleString('vi-VN')} đ`}</td>
                  </tr>`,
              )}
            </tbody>
          </table>
        </div>
        <div class="stack">
          ${mayAct && state === 'open' && seal(at, shown)}
          ${mayAct && state === 'sealed' && counts(at, shown)}
          ${state.startsWith('handed-over') && after(shown)}
        </div>
      </div>`,
  });
};
