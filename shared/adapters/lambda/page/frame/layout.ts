import { may, type Deskwork } from '../../../../domain/people/may.ts';
import type { Officer, Role } from '../../../../domain/people/officer.ts';
import { html, type Html } from './html.ts';
import { lotus } from './icons.ts';
import { styleAddress } from './style.ts';

/** Where somebody is, and with which right they get there. */
const menu = [
  { path: '/viec', word: 'Việc', needs: 'read-work' },
  { path: '/ho-so', word: 'Hồ sơ', needs: 'read-dossier' },
  { path: '/nhap', word: 'Nhập', needs: 'read-imports' },
  { path: '/goi', word: 'Gọi', needs: 'read-calls' },
  { path: '/thu', word: 'Thư', needs: 'read-letter' },
  { path: '/buu-gui', word: 'Bưu gửi', needs: 'read-post' },
  { path: '/bao-cao', word: 'Báo cáo', needs: 'read-report' },
  { path: '/cai-dat', word: 'Cài đặt', needs: 'read-settings' },
  { path: '/can-bo', word: 'Cán bộ', needs: 'manage-officers' },
  { path: '/quyen', word: 'Quyền', needs: 'rights-of-person' },
  { path: '/nhat-ky', word: 'Nhật ký', needs: 'read-audit' },
  { path: '/tinh', word: 'Cả tỉnh', needs: 'read-province' },
] as const satisfies readonly { path: string; word: string; needs: Deskwork }[];
export type Place = (typeof menu)[number]['path'];

const roleWords: Readonly<Record<Role, string>> = {
  clerk: 'Cán bộ tiếp nhận',
  leader: 'Lãnh đạo',
  operator: 'Điều hành',
};
export const rolesInWords = (roles: readonly Role[]): string =>
  roles.map((role) => roleWords[role]).join(', ');

type Page = {
  /** The h1, and the title: no name and no number of anybody. */
  title: string;
  /** Two sentences at most: what this page is for. */
  purpose?: string;
  body: Html;
};

const shell = (
  title: string,
  bar: Html,
  main: Html,
  { onScreenOnly = false, script }: { onScreenOnly?: boolean; script?: string | undefined } = {},
): Html =>
  html`<!doctype html>
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Báo Tin</title>
        <link rel="stylesheet" href="${styleAddress}" />
        ${script !== undefined && html`<script src="${script}" defer></script>`}
      </head>
      <body>
        <a class="off" href="#chinh">Đến nội dung chính</a>
        <header class="bar${onScreenOnly && ' scr'}">${bar}</header>
        <main id="chinh" tabindex="-1">${main}</main>
      </body>
    </html> `;

const mark = (href: string, under: string): Html =>
  html`<a class="mark" href="${href}"
    >${lotus}<span>Báo Tin<small>${under}</small></span></a
  >`;

/** A page for whoever is not signed in. */
export const openPage = ({ title, purpose, body }: Page): Html =>
  shell(
    title,
    mark('/dang-nhap', 'Bàn làm việc của phường, xã'),
    html`<div class="tiny stack">
      <h1>${title}</h1>
      ${purpose !== undefined && html`<p class="q">${purpose}</p>`} ${body}
    </div>`,
  );

/** A page for a citizen: nothing of the desk on it, large letters, one column. */
export const citizenPage = ({
  title,
  office = 'Báo Tin',
  under = 'Tra cứu hồ sơ',
  home = '/tra-cuu',
  body,
}: Pick<Page, 'title' | 'body'> & { office?: string | undefined; under?: string; home?: string }): Html =>
  shell(
    title,
    html`<a class="mark" href="${home}"
      >${lotus}<span>${office}<small>${under}</small></span></a
    >`,
    html`<div class="tiny stack dan">
      <h1>${title}</h1>
      ${body}
    </div>`,
  );

/** Who is at the desk: what stands in the bar of each page. */
export type AtDesk = {
  officer: Pick<Officer, 'name' | 'roles'>;
  /** The office's own name. */
  office: string;
  /** Proves that a form is of this session. */
  token: string;
};

/** What has just been done, or was not. */
export type Notice = { tone: 'ok' | 'warn' | 'late'; words: string };

export const noticeBox = ({ tone, words }: Notice): Html =>
  html`<p class="note ${tone}" role="${tone === 'ok' ? 'status' : 'alert'}">${words}</p>`;

/** A page of the desk: bar, places, who is there, what was just done, and the work. */
export const deskPage = (
  { officer, office, token }: AtDesk,
  {
    title,
    purpose,
    body,
    place,
    notice,
    paper = false,
    script,
  }: Page & {
    place?: Place;
    notice?: Notice | undefined;
    /** What is printed of it is a paper of its own: bar and heading stay on the screen. */
    paper?: boolean;
    /** The address of a script of ours, without which everything works too. */
    script?: string | undefined;
  },
): Html =>
  shell(
    title,
    html`${mark('/viec', office)}
      <nav class="menu" aria-label="Các trang">
        ${menu
          .filter(({ needs }) => may(officer, needs))
          .map(({ path, word }) =>
            path === place
              ? html`<a href="${path}" aria-current="page">${word}</a>`
              : html`<a href="${path}">${word}</a>`,
          )}
      </nav>
      <form class="me s" method="post" action="/dang-xuat">
        <b>${officer.name}</b><br />${rolesInWords(officer.roles)}
        <input type="hidden" name="ma" value="${token}" /><button class="link">Ra</button>
      </form>`,
    html`<div class="stack">
      <div class="head${paper && ' scr'}">
        <div>
          <h1>${title}</h1>
          ${purpose !== undefined && html`<p class="q">${purpose}</p>`}
        </div>
      </div>
      ${notice && noticeBox(notice)} ${body}
    </div>`,
    { onScreenOnly: paper, script },
  );
