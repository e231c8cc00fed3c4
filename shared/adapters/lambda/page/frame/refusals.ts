import { html, type Html } from './html.ts';
import { type AtDesk, deskPage, openPage } from './layout.ts';

/** A page or a thing of another office, or none: one answer for both. */
export const notFoundPage = (at: AtDesk): Html =>
  deskPage(at, {
    title: 'Không có trang này',
    body: html`<p>
      Phường mình không có hồ sơ, thư hay trang nào ở địa chỉ này. Kiểm tra lại mã, hoặc
      <a href="/ho-so">tìm hồ sơ</a>.
    </p>`,
  });

export const notAllowedPage = (at: AtDesk): Html =>
  deskPage(at, {
    title: 'Việc này của người khác',
    body: html`<p>
      Vai trò của bạn không làm được việc này. Nhờ lãnh đạo của phường, hoặc
      <a href="/viec">về danh sách việc</a>.
    </p>`,
  });

/** Words that the typeface lacks: whoever wrote them puts them right. */
export const unprintablePage = (at: AtDesk, missing: readonly string[]): Html =>
  deskPage(at, {
    title: 'Chưa in được',
    body: html`<p>Máy in không có chữ “${missing.join(' ')}”. Sửa tên hoặc địa chỉ có chữ ấy rồi in lại.</p>`,
  });

/** A form that is not of this session: forged, or of an earlier signing in. */
export const strangeFormPage = (): Html =>
  openPage({
    title: 'Chưa làm gì cả',
    body: html`<p>
      Trang này mở từ lần đăng nhập trước hoặc từ nơi khác, nên chưa có gì được ghi. Mở lại
      <a href="/viec">danh sách việc</a> rồi làm lại.
    </p>`,
  });

export const closedPage = (signIn: string): Html =>
  openPage({
    title: 'Phiên làm việc đã đóng',
    body: html`<div class="card pad stack">
      <p>Đã lâu không thao tác nên phiên tự đóng, chưa có gì được ghi. Những gì vừa gõ vẫn được giữ.</p>
      <p class="acts full"><a class="b go big" href="${signIn}">Đăng nhập lại</a></p>
    </div>`,
  });
