import type { Board, Today } from '../../../../domain/lookup/board.ts';
import { codesAPage } from '../../../../domain/lookup/board.ts';
import type { Announcement, Slide } from '../../../../domain/office/counter/board-words.ts';
import { type Day, dayOf, formatDay, timeOf, weekdayOf } from '../../../../domain/values/day.ts';
import { address, html, type Html } from '../frame/html.ts';
import { lotus } from '../frame/icons.ts';
import { styleAddress } from '../frame/style.ts';
import { boardBuild } from './board-script.ts';

const dayNames = ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'] as const;
const dayInWords = (day: Day): string => `${dayNames[weekdayOf(day) - 1]!} ${formatDay(day).slice(0, 5)}`;

const names: Readonly<Record<Today['is'], string>> = {
  morning: 'Sáng',
  afternoon: 'Chiều',
  extra: 'Thêm giờ',
  help: 'Viết giúp',
  'no-appointment': 'Không hẹn',
  closed: 'Quầy',
};

const span = ({ from, to }: Today): string => `${from ?? ''}–${to ?? ''}`.replaceAll(/\b0(?=\d:)/g, '');

const todayInWords = (one: Today): Html => {
  const on = one.on === undefined ? '' : `${dayInWords(one.on)}, `;
  const words = one.words === undefined ? '' : `, ${one.words}`;
  switch (one.is) {
    case 'morning':
    case 'afternoon':
      return html`<b>${span(one)}</b>`;
    case 'extra':
    case 'help':
      return html`${on}${span(one)}${words}${one.places !== undefined && `, ${one.places} chỗ`}`;
    case 'no-appointment':
      return html`nhận và trả ngay trong ngày với ${one.words} thủ tục`;
    case 'closed':
      return html`<b>hôm nay không mở</b>${words}`;
  }
};

/** The page of codes, or of guidance, that is shown first: another one each minute, also where no script turns it. */
const firstOf = (count: number, at: Board['at']): number =>
  count === 0 ? 0 : Math.floor(Date.parse(at) / 60_000) % count;

const unless = (shown: boolean): Html | false => !shown && html` hidden`;

const codes = ({ ready, at }: Board): Html => {
  if (ready.length === 0) return html`<p class="say q">Hiện không có kết quả nào chờ nhận ở quầy.</p>`;
  const pages = Array.from({ length: Math.ceil(ready.length / codesAPage) }, (_, page) =>
    ready.slice(page * codesAPage, (page + 1) * codesAPage),
  );
  const first = firstOf(pages.length, at);
  return html`${pages.map(
    (page, index) =>
      html`<div data-lat="ma" ${unless(index === first)}>
        <ol class="codes">
          ${page.map(
            ({ tail, filedOn }) =>
              html`<li><b>${tail}</b><span class="q">nộp ${formatDay(filedOn).slice(0, 5)}</span></li>`,
          )}
        </ol>
        ${pages.length > 1 && html`<p class="q">Trang ${index + 1} trong ${pages.length}</p>`}
      </div>`,
  )}`;
};

const slideBody = ({ lines }: Slide): Html =>
  html`<ul class="say">
    ${lines.map((line) => html`<li>${line}</li>`)}
  </ul>`;

const insertBody = ({ words, together }: Announcement): Html =>
  html`<p class="say">${words}</p>
    ${together !== undefined && html`<p class="q">Cùng với: ${together}</p>`}`;

const leaves = ({ slides, inserts, at }: Board): Html => {
  const all = [
    ...slides.map((slide) => ({ title: slide.title, body: slideBody(slide) })),
    ...inserts.map((insert) => ({ title: insert.title, body: insertBody(insert) })),
  ];
  const first = firstOf(all.length, at);
  return html`${all.map(
    ({ title, body }, index) =>
      html`<div data-lat="trang" ${unless(index === first)}>
        <h2>${title}</h2>
        ${body}
        <p class="q">Trang ${index + 1} trong ${all.length}</p>
      </div>`,
  )}`;
};

const foot = ({ at, hotline }: Board): Html => {
  const asOf = html`<span>Bảng lúc ${timeOf(at)}${hotline !== undefined && ` · ${hotline}`}</span>`;
  return html`<footer>
    <p class="tint" data-khi="con">
      <span>Bốn số cuối của mã hồ sơ và ngày nộp, trên giấy hẹn. Không thấy? Xin hỏi ở quầy.</span>${asOf}
    </p>
    <p class="warn" data-khi="mat" hidden>
      <span
        ><b><span aria-hidden="true">◆</span> Mất kết nối từ ${timeOf(at)}.</b> Kết quả mới xin hỏi tại
        quầy.</span
      >${asOf}
    </p>
    <p class="warn" data-khi="cu" hidden>
      <span
        ><b
          ><span aria-hidden="true">◆</span> Bảng không có tin mới từ ${timeOf(at)}, ngày
          ${formatDay(dayOf(at))}.</b
        ></span
      >${asOf}
    </p>
  </footer>`;
};

/** The board of an office: large letters for a television of 1920×1080, nothing to touch. */
export const boardPage = ({ ward, office }: { ward: string; office: string }, board: Board): Html =>
  html`<!doctype html>
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Bảng báo kết quả · Báo Tin</title>
        <link rel="stylesheet" href="${styleAddress}" />
        <script src="${`${address`/bang/${ward}/bang.js`}?${boardBuild}`}" defer></script>
      </head>
      <body class="tv">
        <header class="bar">
          ${lotus}
          <h1>${office} <span class="q">· ${dayInWords(board.day)}</span></h1>
          <b id="gio">${timeOf(board.at)}</b>
        </header>
        <main id="chinh" data-luc="${Date.parse(board.at)}" data-ban="${boardBuild}">
          <section aria-labelledby="co">
            <h2 id="co">Đã có kết quả, mời nhận</h2>
            <div data-khi="moi">${codes(board)}</div>
            <p class="say" data-khi="cu" hidden>Kết quả của hôm nay, xin hỏi tại quầy.</p>
          </section>
          <div class="side">
            <section aria-labelledby="nay">
              <h2 id="nay">Hôm nay</h2>
              <dl class="dl">
                ${board.today.map(
                  (one) =>
                    html`<dt>${names[one.is]}</dt>
                      <dd>${todayInWords(one)}</dd>`,
                )}
              </dl>
            </section>
            <section class="tint" aria-label="Hướng dẫn">${leaves(board)}</section>
          </div>
        </main>
        ${foot(board)}
      </body>
    </html> `;
