import type { Board } from '../../../../domain/lookup/board.ts';
import { Ward } from '../../../../domain/values/ward.ts';
import type { Answer, Route } from '../../http/http.ts';
import { pageAnswer, pageHeaders } from '../frame/answers.ts';
import { address, html, type Html } from '../frame/html.ts';
import { citizenPage } from '../frame/layout.ts';
import { boardPage } from './board-page.ts';
import { boardKeeper, boardScript } from './board-script.ts';

type Ports = {
  /** What the board of this office shows; undefined for a name that is no office of ours. */
  board: (ward: Ward) => Promise<Board | undefined>;
  officeName: (ward: Ward) => Promise<string>;
};

/** How often a television that runs no script asks anew, in seconds. */
const refreshEvery = 60;

const noBoardPage = (): Html =>
  citizenPage({
    title: 'Chưa có bảng này',
    under: 'Bảng báo kết quả',
    body: html`<div class="card pad stack">
      <p>
        Địa chỉ của bảng là /bang/ và mã năm số của phường, xã. Phường, xã phải ghi tên mình ở trang Cài đặt
        trước.
      </p>
      <p class="acts full"><a class="b" href="/tra-cuu">Tra cứu hồ sơ</a></p>
    </div>`,
  });

const policyOf = (policy: string): string => `${policy}; connect-src 'self'; worker-src 'self'`;

const files: Readonly<Record<string, string>> = { 'bang.js': boardScript, 'giu.js': boardKeeper };

/** The television at the counter: open to everybody, since it shows what everybody in the room may read. */
export const boardRoutes: Record<string, Route<Ports>> = {
  'GET /bang/{ward}': async ({ board, officeName }, { path, query }) => {
    const ward = Ward.safeParse(path['ward']).data;
    const shown = ward === undefined ? undefined : await board(ward);
    if (ward === undefined || shown === undefined) return pageAnswer(noBoardPage(), { status: 404 });
    const page = pageAnswer(boardPage({ ward, office: await officeName(ward) }, shown), { scripts: true });
    return {
      ...page,
      headers: {
        ...page.headers,
        'content-security-policy': policyOf(page.headers!['content-security-policy']!),
        // For a television that runs no script (`?lam-moi=1`); with one, a page that cannot be loaded stays as it is.
        ...(query['lam-moi'] !== undefined && { refresh: String(refreshEvery) }),
      },
    };
  },
  'GET /bang/{ward}/{tep}': async (_ports, { path }): Promise<Answer> => {
    const [file = '', ward = ''] = [path['tep'], path['ward']];
    const body = Object.hasOwn(files, file) && Ward.safeParse(ward).success ? files[file] : undefined;
    if (body === undefined) return pageAnswer(noBoardPage(), { status: 404 });
    return {
      status: 200,
      type: 'text/javascript',
      body,
      headers: {
        ...pageHeaders,
        // A worker asks under its own policy.
        'content-security-policy': "default-src 'none'; connect-src 'self'",
        'service-worker-allowed': address`/bang/${ward}`,
        'cache-control': 'public, max-age=3600',
      },
    };
  },
};
