import { dialled } from '../../../../domain/phone/read-phone.ts';
import { scanWords } from '../words/scans.ts';
import { may } from '../../../../domain/people/may.ts';
import type { DispatchJob } from '../../../../domain/post/job/dispatch-job.ts';
import { atOffice, type JobState, mayHappen } from '../../../../domain/post/job/dispatch-moves.ts';
import { ReturnReason } from '../../../../domain/post/job/ends/returns.ts';
import type { TrackingRecord } from '../../../../domain/post/tracking/tracking-record.ts';
import { formatMoment } from '../../../../domain/values/day.ts';
import { type PlaceCatalogue, communeOf } from '../../../../domain/values/places/places.ts';
import { placeLine } from '../../../../domain/values/places/address.ts';
import { between, instantOf } from '../../../../domain/values/instant.ts';
import { field, type FormFields, postForm } from '../frame/form.ts';
import { address, html, type Html } from '../frame/html.ts';
import { type AtDesk, deskPage, type Notice } from '../frame/layout.ts';
import { moreActs, option } from '../post/steer-forms.ts';
import { carrierInWords, gapsInWords, returnWords } from '../words/journeys.ts';
import { jobWords } from '../words/states.ts';

type Shown = {
  job: DispatchJob;
  scans: readonly TrackingRecord[];
  places: PlaceCatalogue;
  carriers: readonly string[];
  typed?: FormFields;
  wrong?: Readonly<Record<string, string>>;
  newForm: () => string;
  notice?: Notice | undefined;
};

/** The end of the journey that is the citizen's. */
const citizenOf = ({ direction, recipient, pickup }: DispatchJob) =>
  direction === 'to-citizen' ? recipient : pickup;

/** What stands in the form of the address before anybody typed. */
export const addressFields = (job: DispatchJob, places: PlaceCatalogue): FormFields => {
  const { address: now, phone } = citizenOf(job);
  return {
    dong: now.line1,
    thon: now.hamlet ?? '',
    xa: communeOf(places, now.communeCode)?.name ?? '',
    tinh: now.provinceCode,
    'ghi-chu': now.note ?? '',
    'dien-thoai': phone === undefined ? '' : dialled(phone),
  };
};

const timeline = ({ job, scans }: Shown): Html => {
  const moves = Object.entries(job.reached).map(([state, at]) => ({
    at,
    words: jobWords[state as JobState],
  }));
  const asked = [
    job.cancel && { at: job.cancel.at, words: `Phường xin hủy: ${job.cancel.reason}` },
    job.recall && { at: job.recall.at, words: `Phường gọi về: ${job.recall.reason}` },
    job.redirect && { at: job.redirect.at, words: 'Phường xin đổi nơi giao' },
  ].filter((one) => one !== undefined);
  const seen = scans.map(({ event: { occurredAt, code, location }, status }) => ({
    at: instantOf(new Date(occurredAt)),
    words: `Bưu điện báo: ${[status ? scanWords[status] : `mã ${code}`, location?.text].filter((one) => one !== undefined).join(', ')}`,
  }));
  const all = [...moves, ...asked, ...seen].toSorted((one, other) => between(other.at, one.at));
  return html`<section class="card pad" aria-labelledby="chuyen">
    <h2 id="chuyen">Cả chuyến</h2>
    <ol>
      ${all.map(({ at, words }) => html`<li class="f"><b class="c">${formatMoment(at)}</b> ${words}</li>`)}
    </ol>
  </section>`;
};

const facts = ({ job, places }: Shown): Html => {
  const { name, phone, address: where } = citizenOf(job);
  const rows: (readonly [string, string | undefined])[] = [
    ['Người dân', name],
    ['Điện thoại', phone && dialled(phone)],
    ['Địa chỉ', [where.line1, where.hamlet, placeLine(where, places)].filter(Boolean).join(', ')],
    ['Ghi chú', where.note],
    ['Còn thiếu', job.waitsFor && gapsInWords(job.waitsFor)],
    ['Ai mang', carrierInWords(job.partner)],
    ['Số bưu gửi', job.trackingNumber],
    ['Bảng kê', job.manifestId],
    ['Thu hộ', job.cod.due > 0 ? `${job.cod.due.toLocaleString('vi-VN')} đ` : undefined],
    ['Về vì', job.returnReason && returnWords[job.returnReason]],
    ['Bưu điện trả lời gọi về', job.recall?.answer],
    ['Nhãn', job.labelOutdated && 'In lại: địa chỉ đã đổi sau khi in'],
  ];
  return html`<section class="card pad">
    <h2>Chuyến này</h2>
    <dl class="dl">
      <dt>Hồ sơ</dt>
      <dd><a class="c" href="${address`/ho-so/${job.dossierCode}`}">${job.dossierCode}</a></dd>
      ${rows
        .filter(([, value]) => value !== undefined && value !== '')
        .map(
          ([label, value]) =>
            html`<dt>${label}</dt>
              <dd>${value}</dd>`,
        )}
    </dl>
  </section>`;
};

const addressForm = ({ job, places, typed = addressFields(job, places), wrong = {} }: Shown): Html => {
  const input = (name: string, label: string, hint?: string): Html =>
    field({ name, label, value: typed[name], error: wrong[name], ...(hint !== undefined && { hint }) });
  return html`${input('dong', 'Số nhà, đường')} ${input('thon', 'Thôn, khóm, tổ')}
    ${input('xa', 'Phường, xã', 'Tên sau 01/7/2025, có dấu, không viết “phường”, “xã”.')}
    <div class="f">
      <label for="tinh">Tỉnh, thành phố</label>
      <select id="tinh" name="tinh">
        ${places.provinces.map(({ code, name }) => option(code, name, typed['tinh']))}
      </select>
    </div>
    ${input('ghi-chu', 'Dặn người giao')} ${input('dien-thoai', 'Điện thoại người nhận')}`;
};

/** Papers that came back may go to another address; the province is most often the same. */
const placeNow = (job: DispatchJob): string => citizenOf(job).address.provinceCode;

const reasonForm = (step: string, words: string, wrong: Shown['wrong'] = {}): Html =>
  html`${field({ name: `ly-do-${step}`, label: 'Lý do', error: wrong[`ly-do-${step}`] })}
    <p class="acts"><button name="buoc" value="${step}">${words}</button></p>`;

const returnForm = (job: DispatchJob, wrong: Shown['wrong'] = {}): Html =>
  html`<div class="f">
      <label for="vi">Vì sao về</label>
      <select id="vi" name="vi">
        ${option('', 'Chưa rõ', job.returnReason ?? '')}
        ${ReturnReason.options.map((reason) => option(reason, returnWords[reason], job.returnReason))}
      </select>
      ${wrong['vi'] !== undefined && html`<p class="no" id="vi-loi">${wrong['vi']}</p>`}
    </div>
    <p class="acts"><button class="go" name="buoc" value="ve-quay">Giấy tờ đã về quầy</button></p>`;

const over: readonly JobState[] = [
  'delivered',
  'closed',
  'redispatched',
  'cancelled',
  'lost',
  'return-received',
];

/** A label can be printed once the papers have a number; the second one says that it is a copy. */
const labelForm = (at: AtDesk, { job, newForm }: Shown): Html | false =>
  job.trackingNumber !== undefined &&
  atOffice.some((state) => state === job.state) &&
  html`<section class="card pad">
    <h2>Nhãn</h2>
    ${postForm(
      at,
      { action: address`/hanh-trinh/${job.jobId}/nhan`, form: newForm() },
      html`<p class="acts">
        <button class="${job.labelPrints === 0 && 'go'}">
          ${job.labelPrints === 0 ? 'In nhãn' : 'In lại nhãn'}
        </button>
      </p>`,
    )}
  </section>`;

/** What the office may do with a journey where it stands. */
const actsOn = (at: AtDesk, shown: Shown): Html => {
  const { job, wrong, newForm } = shown;
  const { state } = job;
  const action = address`/hanh-trinh/${job.jobId}`;
  const offered = [
    mayHappen('return-received', state) && (['Nhận lại giấy tờ', returnForm(job, wrong)] as const),
    !over.includes(state) &&
      ([
        'Sửa địa chỉ',
        html`${addressForm(shown)}
          <p class="acts"><button class="go" name="buoc" value="dia-chi">Ghi địa chỉ</button></p>`,
      ] as const),
    mayHappen('recall-requested', state) && (['Gọi về', reasonForm('goi-ve', 'Gọi về quầy', wrong)] as const),
    (mayHappen('cancelled', state) || mayHappen('cancel-requested', state)) &&
      (['Hủy chuyến', reasonForm('huy', 'Hủy chuyến này', wrong)] as const),
    ...moreActs(shown, addressForm({ ...shown, typed: shown.typed ?? { tinh: placeNow(job) } })),
  ].filter((one) => one !== false);
  return html`${labelForm(at, shown)}
  ${offered.map(
    ([title, inside]) =>
      html`<section class="card pad">
        <h2>${title}</h2>
        ${postForm(at, { action, form: newForm() }, inside)}
      </section>`,
  )}`;
};

/** One journey: where the papers are, how they came there, and what the office may do now. */
export const journeyPage = (at: AtDesk, shown: Shown): Html =>
  deskPage(at, {
    place: '/buu-gui',
    title: `Bưu gửi: ${jobWords[shown.job.state]}`,
    purpose: 'Giấy tờ đang ở đâu và đã qua những bước nào. Việc làm được lúc này ở bên dưới.',
    notice: shown.notice,
    body: html`<div class="two half">
      <div class="stack">${facts(shown)} ${timeline(shown)}</div>
      <div class="stack">${may(at.officer, 'steer-journey') && actsOn(at, shown)}</div>
    </div>`,
  });
