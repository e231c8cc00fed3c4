import { html, type Html } from '../frame/html.ts';
import { citizenPage } from '../frame/layout.ts';
import { ratingForm } from './citizen-forms.ts';

const at = (ward: string, office: string) => ({
  office,
  under: 'Đánh giá phục vụ',
  home: `/danh-gia/${ward}`,
});

/** The five steps on a tablet at the counter. */
export const counterPage = (
  { ward, office }: { ward: string; office: string },
  proof: string,
  unfinished = false,
): Html =>
  citizenPage({
    ...at(ward, office),
    title: 'Mời ông/bà cho ý kiến',
    body: html`${unfinished && html`<p class="note late" role="alert">Xin bấm vào một trong năm mức.</p>`}
      ${ratingForm({ action: `/danh-gia/${ward}`, proof })}
      <p class="q">Không ghi tên, không hỏi số hồ sơ. Ý kiến được cộng vào bảng của tháng.</p>`,
  });

/** After an answer; the tablet goes back to the question by itself. */
export const thanksPage = ({ ward, office }: { ward: string; office: string }): Html =>
  citizenPage({
    ...at(ward, office),
    title: 'Cảm ơn ông/bà',
    body: html`<div class="card pad stack">
      <p>Ý kiến đã được ghi.</p>
      <p class="acts full"><a class="b go big" href="/danh-gia/${ward}">Người tiếp theo</a></p>
    </div>`,
  });

/** A tablet that no office has opened. */
export const shutCounterPage = (): Html =>
  citizenPage({
    title: 'Máy này chưa mở trang đánh giá',
    under: 'Đánh giá phục vụ',
    body: html`<div class="card pad stack">
      <p>
        Lãnh đạo phường, xã mở trang Cài đặt ở bàn làm việc, phần “Máy đánh giá ở quầy”, rồi mở đường dẫn ghi
        ở đó trên máy này.
      </p>
      <p class="acts full"><a class="b" href="/tra-cuu">Tra cứu hồ sơ</a></p>
    </div>`,
  });
