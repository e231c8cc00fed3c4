import type { Problem } from '../../../../domain/api/problem.ts';
import { type Answer, httpFunction, refuse, type Request, type Routes } from '../../http/http.ts';
import { pageAnswer } from './answers.ts';
import { fieldsIn, sameSite } from './form.ts';
import { html, type Html } from './html.ts';
import { type Said, sendAgainPage } from './kept.ts';
import { openPage } from './layout.ts';

const said = ({ type, detail }: Problem): Said =>
  type === 'try-again'
    ? {
        title: 'Hệ thống đang bận',
        words: 'Lúc này nhiều người cùng làm nên hệ thống chưa kịp. Chờ vài giây rồi thử lại.',
      }
    : {
        title: 'Trang này gặp lỗi',
        words: `Lỗi ở hệ thống, không phải ở bạn. Thử lại; vẫn không được thì gọi tổ công nghệ thông tin tỉnh và đọc: ${detail ?? ''}.`,
      };

const reloadPage = ({ title, words }: Said): Html =>
  openPage({
    title,
    body: html`<div class="card pad stack">
      <p>${words}</p>
      <p class="acts full"><a class="b go big" href="">Tải lại trang</a></p>
      <p><a href="/viec">Về danh sách việc</a></p>
    </div>`,
  });

/** A surprise as a person may read it; what they had sent stands on the page, to be sent again as it was. */
const surprisePage = (problem: Problem, event: Request['event']): Answer => {
  const { host = '' } = event.headers;
  const isOwn = sameSite({ event }, [`https://${host}`, `http://${host}`]);
  const fields = isOwn ? fieldsIn({ event }) : undefined;
  const page = fields
    ? sendAgainPage(said(problem), { action: event.rawPath, fields })
    : reloadPage(said(problem));
  return pageAnswer(page, { status: problem.status });
};

/** A function whose answers are read by people: a surprise is a page too, but for the machines that it serves beside them. */
export const pageFunction = <Ports>(build: () => Ports | Promise<Ports>, routes: Routes<Ports>) =>
  httpFunction(build, routes, (surprise, event) =>
    event.routeKey.includes(' /v1/') ? refuse(surprise) : surprisePage(surprise, event),
  );
