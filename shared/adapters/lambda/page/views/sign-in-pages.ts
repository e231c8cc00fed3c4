import type { Draft } from '../../../../domain/people/session.ts';
import { postForm } from '../frame/form.ts';
import { html, type Html } from '../frame/html.ts';
import { keptFields } from '../frame/kept.ts';
import { type AtDesk, deskPage, noticeBox, openPage } from '../frame/layout.ts';

const whyNot = {
  'no-ticket': 'Trang đăng nhập mở quá lâu hoặc từ máy khác. Bấm để đăng nhập lại.',
  'too-late': 'Trang đăng nhập mở quá lâu. Bấm để đăng nhập lại.',
  'other-state': 'Lần đăng nhập này không khớp với máy này nên không dùng được. Bấm để đăng nhập lại.',
  provider: 'Tài khoản chưa được xác nhận. Thử lại; vẫn không được thì gọi tổ công nghệ thông tin tỉnh.',
  stranger:
    'Tài khoản đúng, nhưng chưa được phường nào ghi vào danh sách cán bộ, hoặc đã cho thôi. Nhờ lãnh đạo phường thêm vào.',
} as const;
export type WhyNot = keyof typeof whyNot;

export const signInPage = (begin: string, why?: WhyNot): Html =>
  openPage({
    title: 'Đăng nhập cho cán bộ',
    body: html`${why !== undefined && noticeBox({ tone: 'warn', words: whyNot[why] })}
      <div class="card pad stack">
        <p>Dùng tài khoản công vụ của tỉnh, cùng tài khoản với hòm thư và phần mềm một cửa.</p>
        <p class="acts full"><a class="b go big" href="${begin}">Đăng nhập bằng tài khoản tỉnh</a></p>
        <p class="s q">Báo Tin không hỏi và không giữ mật khẩu. Rời máy 30 phút, phiên tự đóng.</p>
      </div>`,
  });

/** What was typed when the session ended, to be sent now or given up. */
export const draftPage = (at: AtDesk, { path, fields }: Draft, form: string): Html =>
  deskPage(at, {
    title: 'Gửi tiếp những gì đã gõ',
    purpose: 'Phiên trước đóng khi chưa kịp ghi. Xem lại rồi gửi, hoặc bỏ.',
    body: html`<div class="card pad stack wide">
      ${postForm(
        at,
        { action: path, form },
        html`${keptFields(fields)}
          <p class="acts"><button class="go">Gửi</button> <a href="/viec">Bỏ, về danh sách việc</a></p>`,
      )}
    </div>`,
  });
