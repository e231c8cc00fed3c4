import type { DispatchJob } from '../../../../domain/post/job/dispatch-job.ts';
import { mayHappen } from '../../../../domain/post/job/dispatch-moves.ts';
import { awaitsYes } from '../../../../domain/post/job/ends/redirect.ts';
import { ReturnReason } from '../../../../domain/post/job/ends/returns.ts';
import { ends } from '../../../../domain/post/tracking/correction.ts';
import { field, type FormFields } from '../frame/form.ts';
import { html, type Html } from '../frame/html.ts';
import { carrierInWords, returnWords } from '../words/journeys.ts';
import { jobWords } from '../words/states.ts';

export type SteerShown = {
  job: DispatchJob;
  carriers: readonly string[];
  typed?: FormFields;
  wrong?: Readonly<Record<string, string>>;
};

export const option = (value: string, words: string, chosen: string | undefined): Html =>
  value === chosen
    ? html`<option value="${value}" selected>${words}</option>`
    : html`<option value="${value}">${words}</option>`;

const carrierChoice = ({ job, carriers, typed }: SteerShown, id: string): Html =>
  html`<div class="f">
    <label for="${id}">Ai mang</label>
    <select id="${id}" name="ai-mang">
      ${carriers.map((code) => option(code, carrierInWords(code), typed?.['ai-mang'] ?? job.partner))}
    </select>
  </div>`;

const reasonField = (name: string, { typed, wrong }: SteerShown, label = 'Lý do'): Html =>
  field({ name, label, value: typed?.[name], error: wrong?.[name] });

/** What else an office does with a journey that went wrong or came back, each only where it may happen now. */
export const moreActs = (shown: SteerShown, addressFields: Html): (readonly [string, Html])[] => {
  const { job } = shown;
  const { state } = job;
  const offered = [
    awaitsYes(job) &&
      ([
        'Bưu điện trả lời về địa chỉ mới',
        html`<p class="s q">Ghi khi bưu điện trả lời qua điện thoại hay tại quầy.</p>
          <p class="acts">
            <button class="go" name="buoc" value="doi-duoc">Giao được đến địa chỉ mới</button>
          </p>
          ${reasonField('ly-do-doi-khong', shown, 'Không được vì')}
          <p class="acts"><button name="buoc" value="doi-khong">Không đổi được</button></p>`,
      ] as const),
    // Where a partner never took them, the address is put right and the journey offered again.
    mayHappen('redispatched', state) &&
      state !== 'needs-attention' &&
      ([
        'Gửi lại',
        html`<p class="s q">Để trống “Số nhà, đường” nếu địa chỉ vẫn đúng.</p>
          ${addressFields} ${carrierChoice(shown, 'mang-lai')}
          <p class="acts"><button class="go" name="buoc" value="gui-lai">Gửi lại giấy tờ</button></p>`,
      ] as const),
    mayHappen('reoffered', state) &&
      ([
        'Mời lại',
        html`${carrierChoice(shown, 'moi')}
          <p class="acts"><button class="go" name="buoc" value="moi-lai">Mời đơn vị này</button></p>`,
      ] as const),
    mayHappen('closed', state) &&
      ([
        'Xong tại quầy',
        html`<p class="s q">Người dân đã nhận tại quầy, hoặc giấy tờ đã lưu.</p>
          <p class="acts"><button name="buoc" value="dong">Đóng chuyến này</button></p>`,
      ] as const),
    job.cod.state === 'disputed' &&
      ([
        'Tiền thu hộ chưa khớp',
        html`${field({
            name: 'nhan-duoc',
            label: 'Phường thực nhận (đồng)',
            hint: 'Để trống nếu đúng như bưu điện báo.',
            value: shown.typed?.['nhan-duoc'],
          })}
          ${reasonField('ly-do-tien', shown)}
          <p class="acts"><button class="go" name="buoc" value="tien">Kết thúc việc này</button></p>`,
      ] as const),
    (ends as readonly string[]).includes(state) &&
      ([
        'Kết thúc ghi sai',
        html`<div class="f">
            <label for="den">Thật ra</label>
            <select id="den" name="den">
              ${ends.map((end) => option(end, jobWords[end], shown.typed?.['den']))}
            </select>
          </div>
          <div class="f">
            <label for="vi-sao-ve">Về vì (khi giấy tờ quay về)</label>
            <select id="vi-sao-ve" name="vi">
              ${option('', 'Không quay về', undefined)}
              ${ReturnReason.options.map((reason) => option(reason, returnWords[reason], undefined))}
            </select>
          </div>
          ${reasonField('ly-do-ket-thuc', shown)}
          <p class="acts"><button name="buoc" value="ket-thuc">Sửa kết thúc</button></p>`,
      ] as const),
  ];
  return offered.filter((one) => one !== false);
};
