import type { DossierTimeline } from '../../../../domain/api/timeline.ts';
import { stepsAfter } from '../../../../domain/dossier/by-hand/next-status.ts';
import { occurrenceOf } from '../../../../domain/dossier/rounds.ts';
import type { Status } from '../../../../domain/dossier/statuses.ts';
import { formatMoment } from '../../../../domain/values/day.ts';
import type { PlaceCatalogue } from '../../../../domain/values/places/places.ts';
import { postForm } from '../frame/form.ts';
import { address, html, type Html } from '../frame/html.ts';
import { type AtDesk, deskPage, type Notice } from '../frame/layout.ts';
import { statusWords } from '../words/states.ts';
import { stepNames } from './fields.ts';
import { filing, input, stepFields, type TypedForm } from './parts.ts';
import { offered } from './procedure-typed.ts';

type Shown = TypedForm & {
  places: PlaceCatalogue;
  newForm: () => string;
  notice?: Notice | undefined;
  /** A card was scanned that could not be read. */
  card?: 'unread';
};

/** What a step is called where somebody chooses it: what the dossier is from then on. */
const stepWords = (status: Status): string => {
  const words = statusWords(status);
  return `${words[0]!.toUpperCase()}${words.slice(1)}`;
};

const notDone: Notice = { tone: 'late', words: 'Chưa ghi được. Xem chỗ ghi lỗi bên dưới.' };
const noticeOf = ({ errors, notice }: Shown): Notice | undefined =>
  notice ?? (Object.keys(errors).length > 0 ? notDone : undefined);

const procedureField = (shown: TypedForm): Html => {
  const { typed, errors } = shown;
  const error = errors['thu-tuc'];
  const wrong = error !== undefined && html` aria-invalid="true"`;
  const described = error === undefined ? 'thu-tuc-y' : 'thu-tuc-y thu-tuc-loi';
  return html`<div class="f">
    <label for="thu-tuc">Thủ tục</label>
    <p class="s q" id="thu-tuc-y">Gõ vài chữ hoặc mã rồi chọn. Thủ tục không có ở đây: ghi mã rồi đến tên.</p>
    <input
      id="thu-tuc"
      name="thu-tuc"
      list="cac-thu-tuc"
      value="${typed['thu-tuc']}"
      autocomplete="off"
      aria-describedby="${described}"
      ${wrong}
    />
    <datalist id="cac-thu-tuc">${offered().map((one) => html`<option value="${one}"></option>`)}</datalist>
    ${error !== undefined && html`<p class="no" id="thu-tuc-loi">${error}</p>`}
  </div>`;
};

const hidden = (name: string, value: string): Html =>
  html`<input type="hidden" name="${name}" value="${value}" />`;

/** A scanner types what it reads into this field; it fills the form below and is kept nowhere. */
const cardForm = (status: Status, { card }: Shown): Html =>
  html`<form method="post" action="/ho-so/moi/the" class="card pad f">
    ${hidden(stepNames.status, status)}
    <label for="the">Quét thẻ căn cước để điền họ tên</label>
    <p class="s q" id="the-y">Bấm vào ô rồi quét ô vuông trên thẻ. Số căn cước không được giữ lại.</p>
    <input
      id="the"
      name="the"
      autocomplete="off"
      spellcheck="false"
      maxlength="600"
      aria-describedby="the-y${card === 'unread' && ' the-loi'}"
      ${card === 'unread' && html` aria-invalid="true"`}
    />
    ${
      card === 'unread' &&
      html`<p class="no" id="the-loi">
        Mã này không đọc được như mã của thẻ căn cước, và không có gì của nó được giữ lại: xin tắt gõ tiếng
        Việt rồi quét lại, hoặc gõ tay.
      </p>`
    }
    <p class="acts"><button>Điền từ thẻ</button></p>
  </form>`;

/** The form of a dossier that somebody hands in now. */
export const newDossierPage = (at: AtDesk, status: Status, shown: Shown): Html =>
  deskPage(at, {
    place: '/ho-so',
    title: status === 'not-accepted' ? 'Ghi hồ sơ không tiếp nhận' : 'Ghi hồ sơ mới',
    purpose:
      'Cho hồ sơ không đi qua hệ thống tỉnh, hoặc khi hệ thống ấy ngừng. Ghi xong thì in được giấy tiếp nhận có mã tra cứu.',
    notice: noticeOf(shown),
    body: html`<div class="wide stack">
      <p class="acts" role="group" aria-label="Bước đầu">
        ${stepsAfter(undefined).map((first) =>
          first === status
            ? html`<b class="t">${stepWords(first)}</b>`
            : html`<a href="${address`/ho-so/moi?${stepNames.status}=${first}`}">${stepWords(first)}</a>`,
        )}
      </p>
      ${cardForm(status, shown)}
      ${postForm(
        at,
        { action: '/ho-so/moi', form: shown.newForm(), className: 'card pad' },
        html`${hidden(stepNames.status, status)}
          ${input(shown, 'ma-ho-so', 'Mã in trên giấy của hệ thống tỉnh, như H29.26-261201-0001.')}
          ${procedureField(shown)} ${input(shown, 'ho-ten')}
          ${input(shown, 'dien-thoai', 'Số bàn thì phường gọi; để trống thì không báo được.', 'tel')}
          ${filing(shown)} ${stepFields(shown, status, { places: shown.places, isNew: true })}
          <p class="acts"><button class="go big">Ghi hồ sơ này</button></p>`,
      )}
    </div>`,
  });

type Story = Pick<DossierTimeline, 'dossierCode' | 'status' | 'since'>;

/** Where the next step of a dossier is written down. */
const stepAddress = (code: string, status: Status): string =>
  address`/ho-so/${code}/buoc?${stepNames.status}=${status}`;

/** The steps that may follow, each one a link to its form. */
export const stepsToChoose = ({ dossierCode, status }: Story): Html => {
  const next = stepsAfter(status);
  return next.length === 0
    ? html`<p>Hồ sơ đã xong, không còn bước nào. Ghi nhầm thì rút bước ghi nhầm ở trang hồ sơ.</p>`
    : html`<ul class="stack">
        ${next.map((one) => html`<li><a href="${stepAddress(dossierCode, one)}">${stepWords(one)}</a></li>`)}
      </ul>`;
};

/** Which step is chosen; none yet shows which there are. */
export const stepPage = (at: AtDesk, story: Story, chosen: Status | undefined, shown: Shown): Html => {
  const { dossierCode, status, since } = story;
  const seen = status === undefined || since === undefined ? '' : occurrenceOf({ status, occurredAt: since });
  return deskPage(at, {
    place: '/ho-so',
    title: chosen === undefined ? `Bước tiếp theo của ${dossierCode}` : `Ghi bước: ${statusWords(chosen)}`,
    ...(status !== undefined &&
      since !== undefined && {
        purpose: `Hồ sơ ${dossierCode} ${statusWords(status)} từ ${formatMoment(since)}.`,
      }),
    notice: noticeOf(shown),
    body:
      chosen === undefined
        ? html`<section class="card pad wide stack">${stepsToChoose(story)}</section>`
        : html`<div class="wide stack">
            ${postForm(
              at,
              { action: address`/ho-so/${dossierCode}/buoc`, form: shown.newForm(), className: 'card pad' },
              html`${hidden(stepNames.status, chosen)} ${hidden(stepNames.seen, seen)}
                ${stepFields(shown, chosen, { places: shown.places, isNew: false })}
                <p class="acts"><button class="go big">Ghi: ${statusWords(chosen)}</button></p>`,
            )}
            <p class="acts">
              <a href="${address`/ho-so/${dossierCode}/buoc`}">Bước khác</a>
              <a href="${address`/ho-so/${dossierCode}`}">Về hồ sơ</a>
            </p>
          </div>`,
  });
};
