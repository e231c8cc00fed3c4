import { type Score, scoreWords } from '../../../../domain/dossier/rating.ts';
import type { CitizenStanding } from '../../../../domain/lookup/standing.ts';
import { html, type Html } from '../frame/html.ts';

/** A form of one page: where it goes, and what proves that it is ours. */
export type CitizenForm = { action: string; proof: string };

/** What a form of a citizen carries: its proof, what is to be done, and what was typed. */
export const citizenFields = {
  proof: 'phieu',
  what: 'viec',
  score: 'muc',
  line: 'y-kien',
  phone: 'so',
  digits: 'ma-so',
  from: 'tu',
  to: 'den',
} as const;

const formOf = ({ action, proof }: CitizenForm, what: string, inside: Html): Html =>
  html`<form method="post" action="${action}" class="f stack">
    <input type="hidden" name="${citizenFields.proof}" value="${proof}" /><input
      type="hidden"
      name="${citizenFields.what}"
      value="${what}"
    />
    ${inside}
  </form>`;

const scores: readonly Score[] = [5, 4, 3, 2, 1];

/** Five steps as five buttons, and one line of words. */
export const ratingForm = (form: CitizenForm): Html =>
  html`<section class="card pad stack" aria-labelledby="danh-gia">
    <h2 id="danh-gia">Ông/bà được phục vụ thế nào?</h2>
    ${formOf(
      form,
      'danh-gia',
      html`<div class="f">
          <label for="y-kien">Một dòng góp ý, nếu muốn</label>
          <p class="s q" id="y-kien-y">Xin đừng ghi tên hay số giấy tờ của ai.</p>
          <input
            id="y-kien"
            name="${citizenFields.line}"
            maxlength="200"
            autocomplete="off"
            aria-describedby="y-kien-y"
          />
        </div>
        <p>Rồi bấm một mức để gửi:</p>
        <div class="steps">
          ${scores.map(
            (score) =>
              html`<button name="${citizenFields.score}" value="${score}">
                ${score}. ${scoreWords[score]}
              </button>`,
          )}
        </div>`,
    )}
  </section>`;

const stopForm = (told: boolean, form: CitizenForm): Html =>
  told
    ? formOf(
        form,
        'thoi',
        html`<p>
            Thôi nhận thì hồ sơ vẫn được giải quyết như thường; ông/bà tự xem ở trang này hoặc hỏi ở quầy.
          </p>
          <p class="acts full"><button>Thôi nhận tin</button></p>`,
      )
    : formOf(
        form,
        'nhan',
        html`<p>Hiện ông/bà không nhận tin nhắn của cơ quan này.</p>
          <p class="acts full"><button class="go">Nhận tin lại</button></p>`,
      );

const phoneForm = (form: CitizenForm & { confirms: boolean }): Html =>
  form.confirms
    ? formOf(
        form,
        'xac-nhan',
        html`<div class="f">
            <label for="ma-so">Sáu chữ số trong tin nhắn</label>
            <input
              id="ma-so"
              name="${citizenFields.digits}"
              inputmode="numeric"
              maxlength="10"
              autocomplete="one-time-code"
              required
            />
          </div>
          <p class="acts full"><button class="go">Xác nhận số mới</button></p>`,
      )
    : formOf(
        form,
        'so-moi',
        html`<div class="f">
            <label for="so">Số di động khác</label>
            <p class="s q" id="so-y">Chúng tôi nhắn 6 chữ số đến số đó để biết đúng là số của ông/bà.</p>
            <input
              id="so"
              name="${citizenFields.phone}"
              type="tel"
              maxlength="20"
              autocomplete="off"
              aria-describedby="so-y"
              required
            />
          </div>
          <p class="acts full"><button>Gửi mã đến số này</button></p>`,
      );

/** The whole hours of an office's day. */
const wholeHours = ({ from, to }: { from: string; to: string }): string[] =>
  Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`).filter(
    (hour) => from <= hour && hour <= to,
  );

const select = (name: string, label: string, hours: readonly string[], chosen: string): Html =>
  html`<div class="f">
    <label for="${name}">${label}</label>
    <select id="${name}" name="${name}">
      ${hours.map((hour) => html`<option${hour === chosen && html` selected`}>${hour}</option>`)}
    </select>
  </div>`;

const hoursForm = ({ now, office }: CitizenStanding['hours'], form: CitizenForm): Html =>
  html`<details>
    <summary>Chọn giờ nhận tin (đang là ${now.from} đến ${now.to})</summary>
    ${formOf(
      form,
      'gio',
      html`${select(citizenFields.from, 'Sớm nhất', wholeHours(office).slice(0, -1), now.from)}
        ${select(citizenFields.to, 'Muộn nhất', wholeHours(office).slice(1), now.to)}
        <p class="acts full"><button>Ghi giờ nhận tin</button></p>`,
    )}
  </details>`;

/** How the citizen is told, and how to change it. */
export const wishForms = (
  { phone, inbox, next, hours }: CitizenStanding,
  form: CitizenForm & { confirms: boolean },
): Html =>
  html`<section class="card pad stack" aria-labelledby="bao">
    <h2 id="bao">Cách báo tin</h2>
    <p>
      ${
        phone === undefined
          ? 'Hồ sơ này chưa có số điện thoại để báo tin.'
          : html`${phone.mobile ? 'Tin nhắn' : 'Cuộc gọi'} đến số có đuôi <b>${phone.tail}</b>${
                phone.told ? '.' : ': đang thôi nhận.'
              }`
      }
    </p>
    ${phone?.mobile === true && stopForm(phone.told, form)}
    ${phone?.mobile === true && phone.told && hoursForm(hours, form)}
    ${
      next !== 'rate' &&
      next !== 'over' &&
      html`<details${form.confirms && html` open`}>
        <summary>Báo đến số khác</summary>
        ${phoneForm(form)}
      </details>`
    }
    ${inbox !== undefined && html`<p class="s">Nhắn đến ${inbox}: <b>HUY</b> để thôi nhận, <b>DK</b> để nhận lại.</p>`}
  </section>`;
