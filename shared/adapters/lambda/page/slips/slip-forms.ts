import type { SlipForm } from '../../../../domain/dossier/by-hand/slips.ts';
import type { ReturnMethod } from '../../../../domain/dossier/statuses.ts';
import { dayOf, formatDay, timeOf } from '../../../../domain/values/day.ts';
import type { Instant } from '../../../../domain/values/instant.ts';
import type { Slip } from '../../../../flows/dossier/read-slip.ts';
import { html, type Html } from '../frame/html.ts';

/** How each form is headed: Phụ lục I, Thông tư 03/2025/TT-VPCP. */
export const formNames: Readonly<Record<SlipForm, string>> = {
  '01': 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
  '02': 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ',
  '03': 'Phiếu từ chối tiếp nhận giải quyết hồ sơ',
  '04': 'Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết',
  '05': 'Thông báo dừng giải quyết hồ sơ',
};

/** A line to write on by hand; said aloud as what it is. */
export const open: Html = html`<span class="open"><span class="off">để trống, ghi tay</span></span>`;
export const orOpen = (value: Html | string | undefined): Html =>
  value === undefined || value === '' ? open : html`<b>${value}</b>`;

/** `17 giờ 00 phút, ngày 04/12/2026`, as the forms have it. */
export const formMoment = (at: Instant): string => {
  const [hour, minute] = timeOf(at).split(':');
  return `${hour} giờ ${minute} phút, ngày ${formatDay(dayOf(at))}`;
};
const moment = (at: Instant | undefined): Html => orOpen(at && formMoment(at));

const line = (label: string, value: Html): Html => html`<p>${label}: ${value}</p>`;

const filedWords: Readonly<Record<NonNullable<Slip['filed']>, string>> = {
  counter: 'Trực tiếp',
  online: 'Trực tuyến',
  zalo: 'Trực tuyến',
  post: 'Qua dịch vụ bưu chính công ích',
};

const returnedWords: Readonly<Record<ReturnMethod, string>> = {
  counter: 'Tại quầy',
  post: 'Qua dịch vụ bưu chính công ích',
  home: 'Cán bộ mang đến nhà',
  electronic: 'Bản điện tử',
};

const whose = ({ applicant, phone, procedure, receivedAt }: Slip): Html =>
  html`${line('Của ông/bà', orOpen(applicant))} ${line('Số điện thoại', orOpen(phone))}
  ${line('Thủ tục', orOpen(procedure))} ${line('Tiếp nhận lúc', moment(receivedAt))}`;

const placeOf = ({ returned, broughtTo, letterhead }: Slip): Html => {
  if (returned === 'post' || returned === 'home')
    return orOpen([returnedWords[returned], ...broughtTo].join(', '));
  if (returned === 'electronic') return orOpen(returnedWords.electronic);
  return orOpen(letterhead?.desk);
};

/** Whether the rules fix no date, or nobody told us of one, is for whoever signs to say. */
const noDueDate = html`${open}<br />□ Không có ngày hẹn trả cụ thể theo quy định`;

const receipt = (slip: Slip): Html =>
  html`${line('Tiếp nhận hồ sơ của ông/bà', orOpen(slip.applicant))} ${line('Địa chỉ', open)}
    ${line('Số điện thoại', orOpen(slip.phone))}
    ${line('Nội dung yêu cầu giải quyết', orOpen(slip.procedure))} ${line('Thành phần hồ sơ nộp gồm', open)}
    <p class="fill">${open}</p>
    ${line('Số lượng hồ sơ (bộ)', open)}
    ${line('Hình thức nộp', orOpen(slip.filed && filedWords[slip.filed]))}
    ${line('Thời gian nhận hồ sơ', moment(slip.receivedAt))}
    ${line('Thời gian trả kết quả', slip.dueAt === undefined ? noDueDate : moment(slip.dueAt))}
    ${line('Nơi trả kết quả', placeOf(slip))}
    <p class="s">
      Khi nhận kết quả, ông/bà mang theo giấy này; người khác nhận thay thì mang thêm giấy ủy quyền.
    </p>`;

const supplement = (slip: Slip): Html =>
  html`${whose(slip)} ${line('Yêu cầu bổ sung, hoàn thiện', orOpen(slip.step.reason))}
    <p class="fill">${open}</p>
    ${line('Nộp trước', moment(slip.step.until))} ${line('Lý do', open)}
    <p class="s">Cần hướng dẫn thêm, ông/bà gọi số ở đầu phiếu hoặc đến quầy đã nộp hồ sơ.</p>`;

const refusal = (slip: Slip): Html =>
  html`${line('Của ông/bà', orOpen(slip.applicant))} ${line('Số điện thoại', orOpen(slip.phone))}
    ${line('Thủ tục', orOpen(slip.procedure))} ${line('Không tiếp nhận lúc', moment(slip.step.at))}
    ${line('Lý do không tiếp nhận', orOpen(slip.step.reason))}
    <p class="fill">${open}</p>
    <p class="s">Cần hướng dẫn thêm, ông/bà gọi số ở đầu phiếu hoặc đến quầy đã nộp hồ sơ.</p>`;

const apology = (slip: Slip): Html =>
  html`${whose(slip)} ${line('Hẹn trả kết quả lúc', moment(slip.dueAt))}
    <p>
      Đến nay chúng tôi chưa giải quyết xong hồ sơ của ông/bà. Chúng tôi xin lỗi ông/bà vì sự chậm trễ này.
    </p>
    ${line('Lý do', orOpen(slip.step.reason))} ${line('Xin hẹn lại lúc', moment(slip.step.newDueAt))}
    ${line('Nơi trả kết quả', placeOf(slip))}`;

const stopped = (slip: Slip): Html =>
  html`${whose(slip)} ${line('Dừng giải quyết lúc', moment(slip.step.at))}
    ${line('Lý do dừng giải quyết', orOpen(slip.step.reason))}
    <p class="fill">${open}</p>`;

/** What stands in each form, between its heading and the signatures. */
export const formBodies: Readonly<Record<SlipForm, (slip: Slip) => Html>> = {
  '01': receipt,
  '02': supplement,
  '03': refusal,
  '04': apology,
  '05': stopped,
};
