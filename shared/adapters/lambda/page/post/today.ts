import { formatDay, formatMoment } from '../../../../domain/values/day.ts';
import type { Ward } from '../../../../domain/values/ward.ts';
import type { WentOut } from '../../../../flows/report/read-today.ts';
import type { Route } from '../../http/http.ts';
import { pageAnswer } from '../frame/answers.ts';
import { type DeskPorts, reads } from '../frame/desk-route.ts';
import { address, html, type Html } from '../frame/html.ts';
import { type AtDesk, deskPage } from '../frame/layout.ts';
import { carrierInWords } from '../words/journeys.ts';
import { jobWords, letterKindWords, letterStateWords } from '../words/states.ts';
import { postNav } from './post-nav.ts';

const table = (id: string, title: string, headings: readonly string[], rows: readonly Html[]): Html =>
  html`<section class="card x" tabindex="0" aria-labelledby="${id}">
    <div class="h">
      <h2 id="${id}">${title}</h2>
      <b>${rows.length}</b>
    </div>
    ${
      rows.length === 0
        ? html`<p class="pad">Hôm nay chưa có.</p>`
        : html`<table>
            <thead>
              <tr>
                ${headings.map((words) => html`<th scope="col">${words}</th>`)}
              </tr>
            </thead>
            <tbody>
              ${rows}
            </tbody>
          </table>`
    }
  </section>`;

const texts = ({ figures }: WentOut): readonly (readonly [string, number])[] => [
  ['Tin đã tới máy', figures['message-sms-reached'] ?? 0],
  ['Tin nhà mạng đã nhận', figures['message-sms-taken'] ?? 0],
  ['Tin đang chờ gửi', figures['message-sms-waiting'] ?? 0],
  ['Tin không tới', figures['message-sms-unreached'] ?? 0],
  ['Tin chưa rõ', figures['message-sms-unknown'] ?? 0],
  ['Cuộc gọi đã báo', figures['message-call-list-reached'] ?? 0],
  ['Phần tin', figures.parts ?? 0],
];

const todayPage = (at: AtDesk, went: WentOut): Html =>
  deskPage(at, {
    place: '/buu-gui',
    title: 'Hôm nay đã đi',
    purpose: `Tin, thư và giấy tờ rời phường ngày ${formatDay(went.day)}. In trang này làm sổ trong ngày.`,
    body: html`${postNav('/hom-nay')}
      <section class="card" aria-labelledby="tin">
        <div class="h"><h2 id="tin">Tin và cuộc gọi</h2></div>
        <div class="sum">${texts(went).map(([words, count]) => html`<p><b>${count}</b>${words}</p>`)}</div>
      </section>
      ${table(
        'thu',
        'Thư',
        ['Hồ sơ', 'Thư', 'Kính gửi', 'Tình trạng', 'Lúc'],
        went.letters.map(
          ({ letterId, dossierCode, kind, recipient, state, since }) =>
            html`<tr>
              <th scope="row"><a class="c" href="${address`/thu/${letterId}`}">${dossierCode}</a></th>
              <td>${letterKindWords[kind]}</td>
              <td>${recipient}</td>
              <td>${letterStateWords[state][0]}</td>
              <td class="c">${formatMoment(since)}</td>
            </tr>`,
        ),
      )}
      ${table(
        'giay-to',
        'Giấy tờ',
        ['Hồ sơ', 'Số bưu gửi', 'Ai mang', 'Tình trạng', 'Từ lúc'],
        went.papers.map(
          ({ jobId, dossierCode, trackingNumber, partner, state, changedAt }) =>
            html`<tr>
              <th scope="row"><a class="c" href="${address`/hanh-trinh/${jobId}`}">${dossierCode}</a></th>
              <td class="c">${trackingNumber}</td>
              <td>${carrierInWords(partner)}</td>
              <td>${jobWords[state]}</td>
              <td class="c">${formatMoment(changedAt)}</td>
            </tr>`,
        ),
      )}`,
  });

type Ports = DeskPorts & { wentOut: (ward: Ward) => Promise<WentOut> };

/** The day's book: what left the office today. */
export const todayRoutes: Record<string, Route<Ports>> = {
  'GET /hom-nay': reads('read-post', async ({ wentOut }: Ports, { at, officer }) =>
    pageAnswer(todayPage(at, await wentOut(officer.ward))),
  ),
};
