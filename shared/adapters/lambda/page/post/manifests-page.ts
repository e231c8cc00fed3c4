import { may } from '../../../../domain/people/may.ts';
import type { Manifest } from '../../../../domain/post/paper/manifest.ts';
import { formatMoment } from '../../../../domain/values/day.ts';
import { postForm } from '../frame/form.ts';
import { address, html, type Html } from '../frame/html.ts';
import { type AtDesk, deskPage, type Notice } from '../frame/layout.ts';
import { carrierInWords } from '../words/journeys.ts';
import { tag } from '../words/states.ts';
import { postNav } from './post-nav.ts';
import { manifestWords } from '../words/manifests.ts';

type Listed = {
  manifests: readonly Manifest[];
  /** Who carries papers of this office, and how many wait for each. */
  waiting: readonly { partner: string; papers: number }[];
  newForm: () => string;
  notice?: Notice | undefined;
};

/** The hand-over lists of an office, and beginning one. */
export const manifestsPage = (at: AtDesk, { manifests, waiting, newForm, notice }: Listed): Html =>
  deskPage(at, {
    place: '/buu-gui',
    title: 'Bảng kê giao bưu điện',
    purpose: 'Giấy tờ giao cho bưu điện trong một lần: lập, khóa, in, hai bên cùng đếm.',
    notice,
    body: html`${postNav('/bang-ke')}
      <section class="card" aria-labelledby="cho-giao">
        <div class="h"><h2 id="cho-giao">Chờ giao</h2></div>
        <ul>
          ${waiting.map(
            ({ partner, papers }) =>
              html`<li class="row">
                <b>${carrierInWords(partner)}</b><span>${papers} bưu gửi</span><span></span>
                ${
                  papers > 0 &&
                  may(at.officer, 'hand-over-papers') &&
                  postForm(
                    at,
                    { action: '/bang-ke', form: newForm(), className: 'acts' },
                    html`<input type="hidden" name="don-vi" value="${partner}" /><button class="go">
                        Lập bảng kê<span class="off"> cho ${carrierInWords(partner)}</span>
                      </button>`,
                  )
                }
              </li>`,
          )}
        </ul>
        ${waiting.length === 0 && html`<p class="pad">Phường chưa thoả thuận với bưu điện nào.</p>`}
      </section>
      <section class="card x" tabindex="0" aria-labelledby="da-lap">
        <div class="h"><h2 id="da-lap">Đã khóa gần đây</h2></div>
        ${
          manifests.length === 0
            ? html`<p class="pad">Chưa có bảng kê nào. Lập ở trên khi có giấy tờ chờ giao.</p>`
            : html`<table>
                <thead>
                  <tr>
                    <th scope="col">Bảng kê</th>
                    <th scope="col">Đơn vị</th>
                    <th scope="col">Tình trạng</th>
                    <th scope="col" class="n">Bưu gửi</th>
                    <th scope="col">Lập lúc</th>
                  </tr>
                </thead>
                <tbody>
                  ${manifests.map(
                    ({ manifestId, partner, state, lines, openedAt }) =>
                      html`<tr>
                        <th scope="row"><a href="${address`/bang-ke/${manifestId}`}">${manifestId}</a></th>
                        <td>${carrierInWords(partner)}</td>
                        <td>${tag(manifestWords[state])}</td>
                        <td class="n">${lines.length}</td>
                        <td class="c">${formatMoment(openedAt)}</td>
                      </tr>`,
                  )}
                </tbody>
              </table>`
        }
      </section>`,
  });
