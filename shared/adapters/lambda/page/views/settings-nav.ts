import { type Deskwork, may } from '../../../../domain/people/may.ts';
import { html, type Html } from '../frame/html.ts';
import type { AtDesk } from '../frame/layout.ts';

const rooms = [
  { path: '/cai-dat', word: 'Cơ quan', needs: 'read-settings' },
  { path: '/cai-dat/cau-chu', word: 'Câu chữ', needs: 'read-settings' },
  { path: '/cai-dat/bang', word: 'Ngày phục vụ, bảng', needs: 'read-settings' },
  { path: '/cai-dat/duyet', word: 'Chờ duyệt', needs: 'read-proposals' },
  { path: '/cai-dat/may', word: 'Máy', needs: 'manage-clients' },
] as const satisfies readonly { path: string; word: string; needs: Deskwork }[];

/** The rooms of the settings that this officer may enter. */
export const settingsNav = ({ officer }: AtDesk, here: (typeof rooms)[number]['path']): Html =>
  html`<nav class="acts" aria-label="Các phần cài đặt">
    ${rooms
      .filter(({ needs }) => may(officer, needs))
      .map(({ path, word }) =>
        path === here
          ? html`<a href="${path}" aria-current="page"><b>${word}</b></a>`
          : html`<a href="${path}">${word}</a>`,
      )}
  </nav>`;
