import type { DeskNotification, DeskPage } from '../../../../domain/notification/acts.ts';
import { formatMoment } from '../../../../domain/values/day.ts';
import { field, postForm } from '../frame/form.ts';
import { address, html, type Html } from '../frame/html.ts';
import { icon } from '../frame/icons.ts';
import { type AtDesk, deskPage, type Notice } from '../frame/layout.ts';

const dialled = (e164: string): string => e164.replace(/^\+84/, '0');

const times = ({ attempts }: DeskNotification): string =>
  attempts === 0 ? 'Lần đầu' : `Lần ${attempts + 1}`;

const dossierLink = ({ dossierCode }: DeskNotification): Html =>
  html`<a class="c" href="${address`/ho-so/${dossierCode}`}">${dossierCode}</a>`;

const lastCall = ({ acts = [] }: DeskNotification): Html | false => {
  const last = acts.findLast(({ what }) => what === 'call');
  return last !== undefined && html`<p class="q">Lần trước: ${formatMoment(last.at)}, ${last.by} ghi.</p>`;
};

/** The call to make now: number, words to read aloud, and what it came to. */
const callCard = (at: AtDesk, call: DeskNotification, form: string, error: string | undefined): Html =>
  html`<section class="card pad stack now" aria-labelledby="cuoc-nay">
    <p><span class="t late">${times(call)}</span></p>
    <div class="acts">
      <h2 id="cuoc-nay">Cuộc này</h2>
      ${
        call.dial === undefined
          ? html`<span class="q">Số bị che: mở hồ sơ để xem</span>`
          : html`<a class="b big" href="tel:${call.dial}"
              >${icon('call')} <span class="c say">${dialled(call.dial)}</span></a
            >`
      }
      ${dossierLink(call)}
    </div>
    ${lastCall(call)}
    ${call.wrote !== undefined && html`<p class="note warn">Người dân nhắn: “${call.wrote}”</p>`}
    <div class="two end">
      <blockquote class="pad say tint">
        <p>${call.text}</p>
      </blockquote>
      ${postForm(
        at,
        { action: '/goi', form },
        html`<input type="hidden" name="tin" value="${call.id}" />
          <fieldset>
            <legend>Cuộc gọi thế nào?</legend>
            ${field({ name: 'ghi', label: 'Ghi thêm, nếu cần', error })}
            <div class="side gap">
              <button class="go big" name="ket" value="reached">Đã báo cho người dân</button>
              <button class="big" name="ket" value="no-answer">Không nghe máy</button>
              <button class="big" name="ket" value="wrong-number">Nhầm số</button>
            </div>
          </fieldset>`,
      )}
    </div>
    <p class="s q">
      Chỉ nói tên thủ tục khi đúng người nộp hồ sơ nghe máy. Không nghe máy: ba giờ sau gọi lại; sau ba lần,
      việc về danh sách.
    </p>
  </section>`;

const nextRow = (call: DeskNotification): Html =>
  html`<li class="row">
    <span><span class="t">${times(call)}</span></span
    ><span>${dossierLink(call)}</span><span class="c">${call.dial !== undefined && dialled(call.dial)}</span>
    <a class="b" href="${address`/goi?tin=${call.id}`}"
      >Gọi<span class="off"> hồ sơ ${call.dossierCode}</span></a
    >
  </li>`;

/** Whom to ring, one after the other, with the words to say. */
export const callsPage = (
  at: AtDesk,
  { notifications, cursor }: DeskPage,
  {
    first,
    form,
    notice,
    error,
  }: { first?: string | undefined; form: string; notice?: Notice | undefined; error?: string | undefined },
): Html => {
  const now = notifications.find(({ id }) => id === first) ?? notifications[0];
  const rest = notifications.filter((call) => call !== now);
  return deskPage(at, {
    place: '/goi',
    title: 'Gọi điện',
    purpose:
      'Những người máy không nhắn được: chỉ có điện thoại bàn, xin gọi, hoặc tin không đến. Đọc lời viết sẵn, rồi bấm kết quả.',
    notice,
    body:
      now === undefined
        ? html`<section class="card pad">
            <h2>Không còn ai phải gọi</h2>
            <p>Có người phải gọi thì hiện ở đây. <a href="/viec">Về danh sách việc</a>.</p>
          </section>`
        : html`${callCard(at, now, form, error)}
          ${
            rest.length > 0 &&
            html`<section class="card" aria-labelledby="tiep">
              <div class="h">
                <h2 id="tiep">Tiếp theo</h2>
                <b>${rest.length}</b>
              </div>
              <ol>
                ${rest.map(nextRow)}
              </ol>
            </section>`
          }
          ${cursor !== undefined && html`<p><a class="b" href="${address`/goi?tiep=${cursor}`}">Xem tiếp</a></p>`}`,
  });
};
