import { type SetUpStep, setUpSteps } from '../../../../domain/api/set-up.ts';
import { html, type Html } from '../frame/html.ts';
import { tag } from '../words/states.ts';

/** What is asked for, what citizens go without until then, and where it is said; without a page, who says it. */
const steps: Readonly<Record<SetUpStep, { title: string; until: string; at?: string }>> = {
  name: { title: 'Tên phường trong tin nhắn', until: 'Tin đang ghi mã số thay cho tên.', at: '/cai-dat' },
  hotline: { title: 'Đường dây hỏi', until: 'Người dân không có số nào để gọi lại.', at: '/cai-dat' },
  hours: { title: 'Giờ mở quầy', until: 'Tin không nói được quầy mở lúc nào.', at: '/cai-dat' },
  letterhead: { title: 'Đầu thư và người ký', until: 'Chưa viết được thư nào.' },
  schedule: { title: 'Trạm y tế xác nhận lịch tiêm', until: 'Thư chúc mừng sinh chưa đi.' },
  post: { title: 'Thỏa thuận với bưu điện', until: 'Hồ sơ trả tại nhà chờ ở quầy.' },
};

const aStep = (step: SetUpStep, isMissing: boolean): Html => {
  const { title, until, at } = steps[step];
  return html`<li class="row">
    <span>${isMissing ? tag(['Chưa có', 'warn']) : tag(['Xong', 'ok'])}</span>
    <span><b>${title}</b></span>
    <span
      >${isMissing && until}${isMissing && at === undefined && ' Nhờ tổ công nghệ thông tin tỉnh ghi giúp.'}</span
    >
    ${isMissing && at !== undefined && html`<a class="b" href="${at}">Ghi<span class="off"> ${title}</span></a>`}
  </li>`;
};

/** What a new office still has to say, shown until all of it is said. */
export const setUpCard = (missing: readonly SetUpStep[]): Html | false =>
  missing.length > 0 &&
  html`<section class="card" aria-labelledby="bat-dau">
    <div class="h">
      <h2 id="bat-dau">Bắt đầu dùng Báo Tin</h2>
      <b>${setUpSteps.length - missing.length}/${setUpSteps.length}</b
      ><span class="s q">Đủ sáu điều thì bảng này tự mất.</span>
    </div>
    <ol>
      ${setUpSteps.map((step) => aStep(step, missing.includes(step)))}
    </ol>
  </section>`;
