import { may } from '../../../../domain/people/may.ts';
import { dialled } from '../../../../domain/phone/read-phone.ts';
import { ReturnReason } from '../../../../domain/post/job/ends/returns.ts';
import type { Visit, Visits } from '../../../../domain/post/paper/visit-list.ts';
import { field, type FormFields, postForm } from '../frame/form.ts';
import { address, html, type Html } from '../frame/html.ts';
import { type AtDesk, deskPage, type Notice } from '../frame/layout.ts';
import { returnWords } from '../words/journeys.ts';
import { postNav } from './post-nav.ts';
import { option } from './steer-forms.ts';

type Shown = {
  hamlets: Visits;
  newForm: () => string;
  notice?: Notice | undefined;
  /** Whose form could not be read, what was typed in it, and what is wrong. */
  mistake?: { id: string; typed: FormFields; wrong: Readonly<Record<string, string>> } | undefined;
};

export const takers = [
  ['self', 'Chính người nhận'],
  ['family', 'Người nhà'],
  ['proxy', 'Người được ủy quyền'],
] as const;

const visitForm = (at: AtDesk, { jobId, cash }: Visit, { newForm, mistake }: Shown): Html => {
  const { typed = {}, wrong = {} } = mistake?.id === jobId ? mistake : {};
  const named = (name: string): string => `${name}-${jobId}`;
  return postForm(
    at,
    { action: address`/di-phat/${jobId}`, form: newForm() },
    html`<div class="f">
        <label for="${named('nhan')}">Ai nhận</label>
        <select id="${named('nhan')}" name="nhan">
          ${takers.map(([value, words]) => option(value, words, typed['nhan']))}
        </select>
      </div>
      <p>
        <input type="checkbox" id="${named('da-xem')}" name="da-xem" value="co" />
        <label class="s" for="${named('da-xem')}">Đã xem giấy tờ tùy thân</label>
      </p>
      ${
        cash > 0 &&
        field({
          name: named('thu'),
          label: 'Đã thu (đồng)',
          hint: `Phải thu ${cash.toLocaleString('vi-VN')} đ.`,
          value: typed[named('thu')],
          error: wrong[named('thu')],
        })
      }
      <p class="acts full"><button class="go big" name="buoc" value="da-giao">Đã giao</button></p>
      <p class="acts full"><button class="big" name="buoc" value="khong-gap">Không gặp ai</button></p>
      <details>
        <summary>Mang về quầy</summary>
        <div class="f">
          <label for="${named('vi')}">Vì sao</label>
          <select id="${named('vi')}" name="vi">
            ${ReturnReason.options.map((reason) => option(reason, returnWords[reason], typed['vi']))}
          </select>
        </div>
        <p class="acts full"><button class="big" name="buoc" value="mang-ve">Ghi mang về</button></p>
      </details>`,
  );
};

const phoneLink = (phone: string): Html => html`<a class="c" href="tel:${phone}">${dialled(phone)}</a>`;

const aVisit = (at: AtDesk, visit: Visit, shown: Shown): Html => {
  const { jobId, dossierCode, name, house, note, phone, relativePhone, checkIdentity, proxyAllowed, again } =
    visit;
  return html`<section class="card pad" id="${jobId}" aria-labelledby="v-${jobId}">
    <h3 id="v-${jobId}">${name}</h3>
    <p>${house}${note !== undefined && html`<br /><span class="q">${note}</span>`}</p>
    <p>
      ${phone !== undefined && phoneLink(phone)}
      ${relativePhone !== undefined && html` người nhà ${phoneLink(relativePhone)}`}
    </p>
    <p class="s q">
      ${dossierCode}. ${checkIdentity ? 'Xem giấy tờ tùy thân.' : ''}
      ${proxyAllowed ? 'Người khác nhận thay được.' : 'Chỉ người nhận ký nhận.'}
      ${again ? 'Đã đến một lần.' : ''}
    </p>
    ${may(at.officer, 'note-visit') && visitForm(at, visit, shown)}
  </section>`;
};

/** Whom the office's own people visit, hamlet by hamlet, to be ticked off on a telephone. */
export const visitsPage = (at: AtDesk, shown: Shown): Html => {
  const { hamlets, newForm, notice, mistake } = shown;
  const count = hamlets.reduce((sum, { visits }) => sum + visits.length, 0);
  return deskPage(at, {
    place: '/buu-gui',
    title: 'Phát tại nhà',
    purpose: `Kết quả mà cán bộ của phường mang đến tận nhà. Còn ${count} nhà phải đến.`,
    notice: mistake ? { tone: 'late', words: 'Chưa ghi. Sửa ô có dòng chữ đỏ rồi ghi lại.' } : notice,
    body: html` ${
      may(at.officer, 'note-visit') &&
      postForm(
        at,
        { action: '/di-phat', form: newForm(), className: 'acts full' },
        html`<button class="${count === 0 && 'go'}">Nhận giấy tờ mới và lên đường</button>
          <a class="b" href="/di-phat/in">In danh sách</a>`,
      )
    }
    ${
      count === 0
        ? html`<section class="card pad">
            <h2>Không còn nhà nào phải đến</h2>
            <p>Bấm nút ở trên để nhận giấy tờ đang chờ cán bộ của phường mang đi.</p>
          </section>`
        : hamlets.map(
            ({ hamlet, visits }) =>
              html`<h2>${hamlet === '' ? 'Không ghi thôn, tổ' : hamlet} (${visits.length})</h2>
                <div class="two half">${visits.map((visit) => aVisit(at, visit, shown))}</div>`,
          )
    }
    ${postNav('/di-phat')}`,
  });
};
