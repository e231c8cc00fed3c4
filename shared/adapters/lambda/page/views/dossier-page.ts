import { inGroups, type ReceiptCode } from '../../../../domain/dossier/receipt/receipt-code.ts';
import type { DossierTimeline } from '../../../../domain/api/timeline.ts';
import { may } from '../../../../domain/people/may.ts';
import type { Officer } from '../../../../domain/people/officer.ts';
import { formatMoment } from '../../../../domain/values/day.ts';
import { address, html, type Html } from '../frame/html.ts';
import { type AtDesk, deskPage, type Notice } from '../frame/layout.ts';
import { notificationWords, statusWords, tag } from '../words/states.ts';
import { dossierForms, type Mistakes, settleForm, textForms } from './dossier-forms.ts';
import { stepsToChoose } from '../entry/entry-pages.ts';
import { timeline } from './timeline.ts';

/** The last word that reached the citizen, and how sure that is. */
const whatTheyKnow = ({ notifications }: DossierTimeline): Html => {
  const last = notifications
    .filter(({ state }) => state === 'delivered' || state === 'sent' || state === 'unconfirmed')
    .toSorted((one, other) => (one.createdAt < other.createdAt ? 1 : -1))[0];
  return html`<section class="card pad" aria-labelledby="biet">
    <h2 id="biet">Người dân đang biết</h2>
    ${
      last === undefined
        ? html`<p>Chưa có tin nào đến người dân.</p>`
        : html`<p class="sms">${last.text}</p>
            <p class="s q">${formatMoment(last.createdAt)} ${tag(notificationWords[last.state])}</p>`
    }
  </section>`;
};

/** One dossier: what the citizen was told, everything that happened, and what may be put right. */
export const dossierPage = (
  at: AtDesk & { officer: Officer },
  story: DossierTimeline,
  {
    newForm,
    notice,
    mistakes,
  }: { newForm: () => string; notice?: Notice | undefined; mistakes?: Mistakes | undefined },
): Html => {
  const { dossierCode, status, since, dueAt, movedTo, codeFits } = story;
  const shown = { at, story, newForm, mistakes };
  return deskPage(at, {
    place: '/ho-so',
    title: `Hồ sơ ${dossierCode}`,
    ...(status !== undefined && {
      purpose: `Hồ sơ ${statusWords(status)}${since === undefined ? '' : ` từ ${formatMoment(since)}`}.`,
    }),
    notice: mistakes ? { tone: 'late', words: 'Chưa ghi được. Xem chỗ ghi lỗi bên dưới.' } : notice,
    body: html`<div class="two end">
      <section class="card pad" aria-labelledby="chuyen">
        <h2 id="chuyen">Đã xảy ra những gì</h2>
        ${timeline(story)}
      </section>
      <div class="stack">
        ${movedTo !== undefined && html`<p class="note warn">Hồ sơ đã chuyển cho phường, xã ${movedTo}.</p>`}
        ${!codeFits && html`<p class="note warn">Mã này không đúng dạng nào đã biết. Kiểm tra ở hệ thống nguồn.</p>`}
        ${whatTheyKnow(story)}
        ${
          dueAt !== undefined &&
          html`<section class="card pad" aria-labelledby="hen">
            <h2 id="hen">Hẹn trả</h2>
            <p>${formatMoment(dueAt)}</p>
          </section>`
        }
        ${
          story.receiptCode !== undefined &&
          html`<section class="card pad" aria-labelledby="tra-cuu">
            <h2 id="tra-cuu">Mã trên giấy hẹn</h2>
            <p><b class="c">${inGroups(story.receiptCode as ReceiptCode)}</b></p>
            <p class="s q">
              Người dân xem hồ sơ ở trang Tra cứu bằng mã hồ sơ và mã này. Chỉ đọc cho đúng người.
            </p>
          </section>`
        }
        ${settleForm(shown)}
        ${
          movedTo === undefined &&
          may(at.officer, 'enter-step') &&
          html`<section class="card pad" aria-labelledby="buoc-toi">
            <h2 id="buoc-toi">Ghi bước tiếp theo</h2>
            ${stepsToChoose(story)}
          </section>`
        }
        ${
          movedTo === undefined &&
          html`<p class="acts"><a class="b" href="${address`/ho-so/${dossierCode}/phieu`}">In phiếu</a></p>`
        }
        ${textForms(shown)}
        <section class="card pad stack" aria-labelledby="sua-lai">
          <h2 id="sua-lai">Sửa và ghi thêm</h2>
          ${dossierForms(shown)}
        </section>
      </div>
    </div>`,
  });
};
