import { html, type Html } from '../frame/html.ts';

const pages = [
  ['/buu-gui', 'Các chuyến'],
  ['/bang-ke', 'Bảng kê giao bưu điện'],
  ['/di-phat', 'Phát tại nhà'],
  ['/tien', 'Tiền thu hộ'],
  ['/hom-nay', 'Hôm nay đã đi'],
] as const;
export type PostPlace = (typeof pages)[number][0];

/** The pages of the post, the one that is open marked. */
export const postNav = (here: PostPlace): Html =>
  html`<nav class="acts" aria-label="Các trang bưu gửi">
    ${pages.map(([path, words]) =>
      path === here
        ? html`<a class="b tint" href="${path}" aria-current="page">${words}</a>`
        : html`<a class="b" href="${path}">${words}</a>`,
    )}
  </nav>`;
