import type { Problem } from '../../../../domain/api/problem.ts';
import type { Answer } from '../../http/http.ts';
import { pageAnswer } from '../frame/answers.ts';
import { html, type Html } from '../frame/html.ts';
import { citizenPage } from '../frame/layout.ts';

const plainPage = (title: string, words: string): Html =>
  citizenPage({
    title,
    body: html`<div class="card pad stack">
      <p>${words}</p>
      <p class="acts full"><a class="b go big" href="/tra-cuu">Đến trang tra cứu</a></p>
    </div>`,
  });

/** A word that opens nothing, whatever the reason: one answer for all. */
export const closedPassPage = (): Html =>
  plainPage(
    'Trang này đã đóng',
    'Trang mở từ hai mã thì đóng sau hai giờ. Xin gõ lại hai mã trên giấy hẹn, hoặc quét lại ô vuông trên giấy.',
  );

/** A form that is not ours, or lay open too long. */
export const staleFormPage = (): Html =>
  plainPage('Chưa ghi gì', 'Trang mở đã lâu hoặc từ nơi khác, nên chưa có gì được ghi. Xin mở lại rồi bấm.');

/** A surprise, as a citizen reads it. */
export const citizenSurprise = ({ type, status }: Problem): Answer =>
  pageAnswer(
    type === 'try-again'
      ? plainPage('Hệ thống đang bận', 'Lúc này nhiều người cùng xem. Xin chờ vài giây rồi thử lại.')
      : plainPage('Trang này gặp lỗi', 'Lỗi ở hệ thống, không phải ở ông/bà. Xin thử lại sau ít phút.'),
    { status },
  );
