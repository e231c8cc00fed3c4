import type { DossierTimeline } from '../../../../domain/api/timeline.ts';
import { may } from '../../../../domain/people/may.ts';
import type { Officer } from '../../../../domain/people/officer.ts';
import { formatMoment } from '../../../../domain/values/day.ts';
import { field, type FormFields, postForm } from '../frame/form.ts';
import { address, html, type Html } from '../frame/html.ts';
import type { AtDesk } from '../frame/layout.ts';
import { causeInWords } from '../words/causes.ts';
import { statusWords } from '../words/states.ts';

/** Which form is shown again, what was typed in it, and what is wrong beside which field. */
export type Mistakes = { form: string; typed: FormFields; errors: Readonly<Record<string, string>> };

type Shown = {
  at: AtDesk & { officer: Officer };
  story: DossierTimeline;
  newForm: () => string;
  mistakes: Mistakes | undefined;
};

/** A form folded away until it is wanted; one with mistakes stands open. */
const folded = (
  { at, story, newForm, mistakes }: Shown,
  name: string,
  title: string,
  inside: (value: (field: string) => { value: string | undefined; error: string | undefined }) => Html,
): Html => {
  const wrong = mistakes?.form === name ? mistakes : undefined;
  const value = (one: string) => ({ value: wrong?.typed[one], error: wrong?.errors[one] });
  return html`<details id="${name}" ${wrong !== undefined && html`open`}>
    <summary>${title}</summary>
    ${postForm(
      at,
      { action: `${address`/ho-so/${story.dossierCode}`}/${name}`, form: newForm(), className: 'pad' },
      inside((one) => value(one)),
    )}
  </details>`;
};

const correct = (shown: Shown): Html =>
  folded(
    shown,
    'sua',
    'Sửa điện thoại hoặc họ tên',
    (value) =>
      html`${field({
          name: 'dien-thoai',
          label: 'Số điện thoại đúng',
          type: 'tel',
          hint: 'Để trống nếu không đổi. Tin chưa đi sẽ đi đến số này.',
          ...value('dien-thoai'),
        })}
        ${field({ name: 'ho-ten', label: 'Họ tên người nộp', hint: 'Để trống nếu không đổi.', ...value('ho-ten') })}
        ${field({ name: 'ly-do', label: 'Vì sao sửa', ...value('ly-do') })}
        <p class="acts"><button>Sửa hồ sơ</button></p>`,
  );

const takeBack = (shown: Shown): Html | false => {
  const steps = shown.story.events.filter(({ takenBack }) => takenBack !== true);
  return (
    steps.length > 0 &&
    folded(
      shown,
      'huy-buoc',
      'Rút bước ghi nhầm',
      (value) =>
        html`<div class="f">
            <label for="buoc">Bước ghi nhầm</label>
            <select id="buoc" name="buoc">
              ${steps
                .toReversed()
                .map(
                  ({ eventId, status, occurredAt }) =>
                    html`<option value="${eventId}" ${value('buoc').value === eventId && html`selected`}>
                      ${formatMoment(occurredAt)}: hồ sơ ${statusWords(status)}
                    </option>`,
                )}
            </select>
          </div>
          ${field({ name: 'ly-do-rut', label: 'Vì sao rút', ...value('ly-do-rut') })}
          <p class="f">
            <label><input type="checkbox" name="im-lang" value="co" /> Không nhắn xin lỗi người dân</label>
          </p>
          <p class="acts"><button class="no">Rút bước này</button></p>`,
    )
  );
};

const personEvent = (shown: Shown): Html =>
  folded(
    shown,
    'su-kien',
    'Ghi sự kiện hộ tịch còn thiếu',
    (value) =>
      html`<div class="f">
          <label for="loai">Sự kiện</label>
          <select id="loai" name="loai">
            ${(
              [
                ['birth', 'Sinh'],
                ['marriage', 'Kết hôn'],
                ['death', 'Mất'],
              ] as const
            ).map(
              ([kind, word]) =>
                html`<option value="${kind}" ${value('loai').value === kind && html`selected`}>
                  ${word}
                </option>`,
            )}
          </select>
        </div>
        ${field({
          name: 'ten',
          label: 'Họ tên',
          hint: 'Tên trẻ, hoặc người mất. Kết hôn: hai tên, cách nhau bằng dấu phẩy.',
          ...value('ten'),
        })}
        ${field({ name: 'ngay', label: 'Ngày sinh, kết hôn hoặc mất', hint: 'Ví dụ 20/11/2026', ...value('ngay') })}
        <p class="acts"><button>Ghi sự kiện</button></p>`,
  );

/** What was told wrongly, and the word that somebody has seen to it: open, since it is what the worklist sends here for. */
export const settleForm = ({ at, story, newForm, mistakes }: Shown): Html => {
  const { toldWrongly = [], dossierCode } = story;
  if (toldWrongly.length === 0) return html``;
  const wrong = mistakes?.form === 'da-xong' ? mistakes : undefined;
  return html`<section class="card pad stack" id="da-xong" aria-labelledby="bao-nham">
    <h2 id="bao-nham">Đã báo nhầm</h2>
    ${toldWrongly.map((because) => html`<p class="no">${causeInWords('told-wrongly', because)}</p>`)}
    ${
      may(at.officer, 'settle') &&
      postForm(
        at,
        { action: address`/ho-so/${dossierCode}` + '/da-xong', form: newForm() },
        html`${field({
            name: 'da-lam',
            label: 'Đã làm gì',
            hint: 'Ví dụ: đã gọi xin lỗi, đã lấy lại thư.',
            value: wrong?.typed['da-lam'],
            error: wrong?.errors['da-lam'],
          })}
          <p class="acts"><button>Đã xử lý xong</button></p>`,
      )
    }
  </section>`;
};

/** What may be put right in a dossier, by whoever is at the desk. */
export const dossierForms = (shown: Shown): Html => {
  const { officer } = shown.at;
  return html`${may(officer, 'correct') && correct(shown)}
  ${may(officer, 'person-event') && personEvent(shown)} ${may(officer, 'void') && takeBack(shown)}`;
};

/** Texts that may still be sent again, taken back or settled: one form each. */
export const textForms = ({ at, story, newForm, mistakes }: Shown): Html => {
  const action = address`/ho-so/${story.dossierCode}` + '/tin';
  const again = ['unknown', 'failed', 'undelivered', 'unconfirmed', 'suppressed'];
  const resendable = again.filter((state) => state !== 'unconfirmed');
  const open = story.notifications.filter(({ state }) => state === 'queued' || again.includes(state));
  if (open.length === 0 || !may(at.officer, 'resend')) return html``;
  return html`<section class="card" aria-labelledby="tin">
    <div class="h">
      <h2 id="tin">Tin chưa xong</h2>
      <b>${open.length}</b>
    </div>
    ${open.map(({ id, state, text, channel }, index) => {
      const wrong = mistakes?.form === 'tin' && mistakes.typed['tin'] === id ? mistakes : undefined;
      return html`<div class="pad stack" id="tin-${index}">
        <p class="sms">${text}</p>
        ${postForm(
          at,
          { action, form: newForm() },
          html`<input type="hidden" name="tin" value="${id}" />
            <div class="f">
              <label for="vi-sao-${index}">Vì sao</label>
              <input
                id="vi-sao-${index}"
                name="vi-sao"
                value="${wrong?.typed['vi-sao']}"
                ${wrong !== undefined && html`aria-invalid="true" aria-describedby="vi-sao-${index}-loi"`}
              />
              ${wrong !== undefined && html`<p class="no" id="vi-sao-${index}-loi">${wrong.errors['vi-sao']}</p>`}
            </div>
            <p class="acts">
              ${resendable.includes(state) && channel !== 'call-list' && html`<button name="lam" value="resend">Gửi lại tin này</button>`}
              ${again.includes(state) && html`<button name="lam" value="settle">Tôi đã báo cách khác, xong</button>`}
              ${state === 'queued' && html`<button class="no" name="lam" value="cancel">Hủy, không báo</button>`}
            </p>`,
        )}
      </div>`;
    })}
  </section>`;
};
