import { stepAsks } from '../../../../domain/dossier/by-hand/next-status.ts';
import type { Helped, LateBecause } from '../../../../domain/dossier/event/how-served.ts';
import { ReturnMethod, type Status } from '../../../../domain/dossier/statuses.ts';
import type { PlaceCatalogue } from '../../../../domain/values/places/places.ts';
import { field, type FormFields } from '../frame/form.ts';
import { html, type Html } from '../frame/html.ts';
import type { EntryField } from './fields.ts';

/** What a form of entry shows again: what was typed, and what is wrong beside which field. */
export type TypedForm = { typed: FormFields; errors: Readonly<Record<string, string>> };

const labels: Readonly<Record<EntryField, string>> = {
  'ma-ho-so': 'Mã hồ sơ',
  'thu-tuc': 'Thủ tục',
  'ho-ten': 'Họ tên người nộp',
  'dien-thoai': 'Điện thoại nhận tin',
  'cach-nop': 'Cách nộp',
  giup: 'Có ai giúp',
  'so-hoa': 'Giấy tờ đã số hóa',
  'nguyen-nhan': 'Nguyên nhân trễ',
  'tham-dinh': 'Thẩm định lúc',
  'phe-duyet': 'Phê duyệt lúc',
  'dong-dau': 'Đóng dấu lúc',
  luc: 'Vào lúc',
  hen: 'Hẹn trả',
  'den-ngay': 'Người dân nộp trước ngày',
  'hen-moi': 'Ngày trả kết quả mới',
  'so-tien': 'Số tiền phải nộp (đồng)',
  'ly-do': 'Lý do',
  'cach-tra': 'Trả kết quả',
  dong: 'Giao đến: số nhà, đường, thôn',
  xa: 'Phường, xã nơi giao',
  tinh: 'Tỉnh, thành phố nơi giao',
};

const returnWords: Readonly<Record<ReturnMethod, string>> = {
  counter: 'Nhận tại quầy',
  post: 'Qua bưu điện',
  home: 'Cán bộ mang đến nhà',
  electronic: 'Bản điện tử',
};

const filingWords = {
  counter: 'Trực tiếp tại quầy',
  online: 'Trực tuyến',
  post: 'Qua bưu điện',
  zalo: 'Qua Zalo',
};

const helpWords: Readonly<Record<Helped, string>> = {
  writing: 'Được viết giúp',
  online: 'Được hướng dẫn nộp trực tuyến',
};

const causeWords: Readonly<Record<LateBecause, string>> = {
  software: 'Lỗi phần mềm',
  'other-office': 'Chờ nơi khác trả lời',
  papers: 'Giấy tờ, xác minh',
  people: 'Thiếu người',
  other: 'Khác',
};

/** A text field of a form of entry. */
export const input = ({ typed, errors }: TypedForm, name: EntryField, hint?: string, type?: 'tel'): Html =>
  field({
    name,
    label: labels[name],
    value: typed[name],
    error: errors[name],
    ...(hint !== undefined && { hint }),
    ...(type && { type }),
  });

const choice = (
  { typed, errors }: TypedForm,
  name: EntryField,
  options: readonly (readonly [value: string, words: string])[],
): Html => {
  const error = errors[name];
  const wrong = error !== undefined && html` aria-invalid="true" aria-describedby="${name}-loi"`;
  return html`<div class="f">
    <label for="${name}">${labels[name]}</label>
    <select id="${name}" name="${name}" ${wrong}>
      ${options.map(([value, words]) =>
        value === typed[name]
          ? html`<option value="${value}" selected>${words}</option>`
          : html`<option value="${value}">${words}</option>`,
      )}
    </select>
    ${error !== undefined && html`<p class="no" id="${name}-loi">${error}</p>`}
  </div>`;
};

/** How the dossier was filed, who helped, and whether its papers were scanned. */
export const filing = (shown: TypedForm): Html =>
  html`${choice(shown, 'cach-nop', Object.entries(filingWords))}
  ${choice(shown, 'giup', [['', 'Tự làm'], ...Object.entries(helpWords)])}
  ${choice(shown, 'so-hoa', [
    ['', 'Không ghi'],
    ['co', 'Đã quét, số hóa'],
    ['chua', 'Chưa'],
  ])}`;

/** The three steps between reception and hand-over, where all five are taken on the spot. */
const onTheSpot = (shown: TypedForm): Html =>
  html`<details class="f">
    <summary>5 tại chỗ: ghi giờ thẩm định, phê duyệt, đóng dấu</summary>
    <div class="pad">
      ${input(shown, 'tham-dinh', 'Ví dụ 09:15 01/12/2026')} ${input(shown, 'phe-duyet')}
      ${input(shown, 'dong-dau')}
    </div>
  </details>`;

const reason = (shown: TypedForm): Html => {
  const error = shown.errors['ly-do'];
  const wrong = error !== undefined && html` aria-invalid="true"`;
  const described = error === undefined ? 'ly-do-y' : 'ly-do-y ly-do-loi';
  return html`<div class="f">
    <label for="ly-do">${labels['ly-do']}</label>
    <p class="s q" id="ly-do-y">In ở phiếu cho người dân: thiếu giấy gì, vướng điều gì.</p>
    <textarea id="ly-do" name="ly-do" rows="3" aria-describedby="${described}" ${wrong}>
${shown.typed['ly-do']}</textarea>
    ${error !== undefined && html`<p class="no" id="ly-do-loi">${error}</p>`}
  </div>`;
};

const way = (shown: TypedForm, places: PlaceCatalogue, isNew: boolean): Html => {
  const ways = ReturnMethod.options.map((method) => [method, returnWords[method]] as const);
  const isBrought = ['post', 'home'].includes(shown.typed['cach-tra'] ?? '');
  const provinces = places.provinces.map(({ code, name }) => [code, name] as const);
  return html`${choice(shown, 'cach-tra', isNew ? ways : [['', 'Như đã ghi khi nhận'], ...ways])}
    <details class="f" ${isBrought && html`open`}>
      <summary>Nơi giao kết quả, nếu gửi bưu điện hoặc mang đến nhà</summary>
      <div class="pad">
        ${input(shown, 'dong')} ${input(shown, 'xa', 'Tên có dấu, không viết “phường”, “xã”.')}
        ${choice(shown, 'tinh', provinces)}
      </div>
    </details>`;
};

/** What this status is asked for, in this order, and when it was. */
export const stepFields = (
  shown: TypedForm,
  status: Status,
  { places, isNew }: { places: PlaceCatalogue; isNew: boolean },
): Html => {
  const { needs, may } = stepAsks(status);
  const asked = new Set([...needs, ...may]);
  return html`${asked.has('newDueAt') && input(shown, 'hen-moi', 'Ví dụ 17:00 04/12/2026')}
  ${asked.has('reason') && reason(shown)}
  ${
    asked.has('lateBecause') &&
    choice(shown, 'nguyen-nhan', [['', 'Không ghi'], ...Object.entries(causeWords)])
  }
  ${asked.has('until') && input(shown, 'den-ngay', 'Ví dụ 17:00 10/12/2026; để trống nếu không có hạn.')}
  ${asked.has('fee') && input(shown, 'so-tien')}
  ${
    asked.has('dueAt') &&
    input(
      shown,
      'hen',
      isNew
        ? 'Như trên giấy hẹn, ví dụ 17:00 04/12/2026. Để trống nếu không có ngày hẹn trả cụ thể theo quy định.'
        : 'Để trống nếu không đổi. Ví dụ 17:00 04/12/2026.',
    )
  }
  ${asked.has('returnMethod') && way(shown, places, isNew)} ${asked.has('onTheSpot') && onTheSpot(shown)}
  ${input(shown, 'luc', 'Để trống nếu là bây giờ. Việc làm trước đó: ghi như 09:15 01/12/2026.')}`;
};
