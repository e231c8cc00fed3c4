import type { DossierSummary } from '../../../../domain/api/timeline.ts';
import { may } from '../../../../domain/people/may.ts';
import { formatMoment } from '../../../../domain/values/day.ts';
import type { Searched } from '../../../../flows/dossier/search-dossiers.ts';
import { field } from '../frame/form.ts';
import { address, html, type Html } from '../frame/html.ts';
import { type AtDesk, deskPage, type Notice } from '../frame/layout.ts';
import { statusWords } from '../words/states.ts';

/** What is shown in a list; a dossier and a parcel have pages of their own. */
type Listed = Extract<Searched, { by: 'phone' | 'manifest' | 'nothing' }>;

const searchForm = ({ value, error }: { value?: string | undefined; error?: string | undefined }): Html =>
  html`<form class="card pad" method="post" action="/ho-so" role="search">
    ${field({
      name: 'q',
      label: 'Mã hồ sơ, điện thoại, số bưu gửi hoặc số bảng kê',
      hint: 'Gõ với dấu gạch, dấu cách, chữ hoa hay chữ thường đều được; số bàn cũng được.',
      type: 'search',
      value,
      error,
    })}
    <p class="acts"><button class="go">Tìm hồ sơ</button></p>
  </form>`;

const foundRow = ({ dossierCode, status, since, dueAt }: DossierSummary): Html =>
  html`<li class="row">
    <span>${since !== undefined && formatMoment(since)}</span>
    <span><a class="c" href="${address`/ho-so/${dossierCode}`}">${dossierCode}</a></span>
    <span
      >${status !== undefined && `Hồ sơ ${statusWords(status)}`}${dueAt !== undefined && `, hẹn ${formatMoment(dueAt)}`}</span
    >
  </li>`;

const listOf = (title: string, rows: readonly Html[]): Html =>
  html`<section class="card" aria-labelledby="thay">
    <div class="h">
      <h2 id="thay">${title}</h2>
      <b>${rows.length}</b>
    </div>
    <ol>
      ${rows}
    </ol>
  </section>`;

const rowsOf = (searched: Listed): Html | false => {
  if (searched.by === 'phone')
    return searched.found.length > 0 && listOf('Hồ sơ của số này', searched.found.map(foundRow));
  if (searched.by === 'nothing') return false;
  const rows = searched.manifest.lines.map(
    ({ dossierCode, jobId, trackingNumber }) =>
      html`<li class="row">
        <span class="c">${trackingNumber}</span>
        <span><a class="c" href="${address`/ho-so/${dossierCode}`}">${dossierCode}</a></span>
        <span><a href="${address`/hanh-trinh/${jobId}`}">Xem chuyến</a></span>
      </li>`,
  );
  return listOf('Hồ sơ trong bảng kê này', rows);
};

/** Why the form stands there again. */
const missWords = (searched: Listed): string | undefined => {
  if (searched.by === 'phone')
    return searched.found.length > 0 ? undefined : 'Phường mình không có hồ sơ nào của số này.';
  if (searched.by === 'manifest')
    return searched.manifest.lines.length > 0 ? undefined : 'Bảng kê này chưa chốt nên chưa có dòng nào.';
  return {
    blank: 'Gõ mã trên giấy hẹn, số điện thoại của người nộp, số bưu gửi hoặc số bảng kê.',
    'receipt-code':
      'Chưa thấy. Tám chữ và số dưới ô vuông không đủ để tìm: gõ mã hồ sơ ở dòng đầu giấy hẹn, hoặc số điện thoại.',
    other: 'Chưa thấy hồ sơ với mã hoặc số này ở phường mình. Xem lại từng chữ trên giấy hẹn.',
  }[searched.like];
};

/** Where a dossier is looked up; what was typed goes into no address. */
export const searchPage = (
  at: AtDesk,
  { typed, searched, notice }: { typed?: string; searched?: Listed; notice?: Notice | undefined } = {},
): Html =>
  deskPage(at, {
    place: '/ho-so',
    title: 'Tìm hồ sơ',
    purpose: 'Tìm để xem người dân đã được báo những gì. Sửa, ghi bước tiếp và gửi lại ở trang hồ sơ.',
    notice,
    body: html`${searchForm({ value: typed, error: searched && missWords(searched) })}
    ${may(at.officer, 'enter-step') && html`<p><a class="b" href="/ho-so/moi">Ghi hồ sơ mới</a></p>`}
    ${searched && rowsOf(searched)}`,
  });
