import type { LetterDetails } from '../../../../domain/letter/api/shapes.ts';
import { letterMoves, type LetterMove } from '../../../../domain/letter/moves.ts';
import { type Deskwork, may } from '../../../../domain/people/may.ts';
import type { Officer } from '../../../../domain/people/officer.ts';
import { formatDay, formatMoment } from '../../../../domain/values/day.ts';
import { field, type FormFields, postForm } from '../frame/form.ts';
import { address, html, type Html } from '../frame/html.ts';
import { type AtDesk, deskPage, type Notice } from '../frame/layout.ts';
import { letterReasonInWords } from '../words/letter-reasons.ts';
import { letterKindWords, letterStateWords, tag } from '../words/states.ts';

type Act = {
  path: 'ky' | 'giu' | 'huy' | 'trao';
  move: LetterMove;
  needs: Deskwork;
  verb: string;
  /** Whether a word to whoever finds it so is needed. */
  why: boolean;
  className: string;
};

/** What somebody may do with a letter, the next act first. */
export const letterActs: readonly Act[] = [
  {
    path: 'ky',
    move: 'released',
    needs: 'release-letter',
    verb: 'Ký duyệt thư',
    why: false,
    className: 'go big',
  },
  {
    path: 'trao',
    move: 'handed-over',
    needs: 'hand-over-letter',
    verb: 'Đã trao tận tay',
    why: false,
    className: 'go big',
  },
  { path: 'giu', move: 'held', needs: 'hold-letter', verb: 'Giữ lại', why: true, className: '' },
  {
    path: 'huy',
    move: 'withdrawn',
    needs: 'withdraw-letter',
    verb: 'Hủy thư này',
    why: true,
    className: 'no',
  },
];

/** What was typed in which act, and what is wrong with it. */
export type LetterMistake = { path: string; typed: FormFields; error: string };

const actForm = (
  at: AtDesk,
  { letterId, version }: LetterDetails,
  { path, verb, why, className }: Act,
  form: string,
  mistake: LetterMistake | undefined,
): Html => {
  const wrong = mistake?.path === path ? mistake : undefined;
  const name = `ly-do-${path}`;
  return postForm(
    at,
    { action: `${address`/thu/${letterId}`}/${path}`, form, className: 'f' },
    html`<input type="hidden" name="ban" value="${version}" />
      ${why && field({ name, label: `Vì sao ${verb.toLowerCase()}`, value: wrong?.typed[name], error: wrong?.error })}
      <p class="acts full"><button class="${className}">${verb}</button></p>`,
  );
};

const howItCame = ({ acts }: LetterDetails): Html | false =>
  acts.length > 0 &&
  html`<div>
    <h3>Ai đã làm gì</h3>
    <ul>
      ${acts.map(
        ({ at, by, what, reason }) =>
          html`<li>
            ${formatMoment(at)}: ${by},
            ${letterStateWords[letterMoves[what as LetterMove]?.to ?? 'drafted'][0]}${reason !== undefined && html` (${letterReasonInWords(reason)})`}
          </li>`,
      )}
    </ul>
  </div>`;

/** One letter as it will be printed, and what may be done with it. */
export const letterPage = (
  at: AtDesk & { officer: Officer },
  letter: LetterDetails,
  {
    newForm,
    notice,
    mistake,
  }: { newForm: () => string; notice?: Notice | undefined; mistake?: LetterMistake | undefined },
): Html => {
  const { letterId, kind, state, recipient, dossierCode, issuedOn, version, leaflet, reason } = letter;
  const page = address`/thu/${letterId}` + '/trang';
  const possible = letterActs.filter(
    ({ move, needs }) =>
      may(at.officer, needs) && (letterMoves[move].from as readonly string[]).includes(state),
  );
  const hasPage = state !== 'drafted' && state !== 'stopped';
  const waitsForLeader = state === 'rendered' && !may(at.officer, 'release-letter');
  return deskPage(at, {
    place: '/thu',
    title: letterKindWords[kind],
    purpose: 'Đọc trang thư như khi in. Ký thì cán bộ in được; còn điều chưa chắc thì giữ lại và ghi vì sao.',
    notice: mistake ? { tone: 'late', words: 'Chưa ghi được. Xem chỗ ghi lỗi bên dưới.' } : notice,
    body: html`<div class="two end">
      <section class="card pad" aria-labelledby="trang">
        <h2 id="trang">Trang thư</h2>
        ${
          hasPage
            ? html`<img
                  class="sheet"
                  src="${address`/thu/${letterId}` + '/hinh'}"
                  alt="Trang thư như khi in. Người dùng máy đọc màn hình mở tệp PDF bên dưới."
                />
                <p class="acts">
                  <a href="${page}">Mở tệp PDF</a
                  >${leaflet && html`<a href="${address`/thu/${letterId}` + '/to-roi'}">Tờ rơi kèm theo</a>`}
                </p>`
            : html`<p>Thư chưa có trang in.</p>`
        }
      </section>
      <section class="card pad stack" aria-labelledby="lam">
        <h2 id="lam">Gửi ${recipient}</h2>
        <p>${tag(letterStateWords[state])} bản ${version}, ngày ${formatDay(issuedOn)}</p>
        ${reason !== undefined && html`<p class="note warn">${letterReasonInWords(reason)}</p>`}
        <p><a class="c" href="${address`/ho-so/${dossierCode}`}">${dossierCode}</a></p>
        ${waitsForLeader && html`<p class="q">Lãnh đạo ký thư này; ký xong mới in được.</p>`}
        ${possible.map((act) => actForm(at, letter, act, newForm(), mistake))} ${howItCame(letter)}
        <p><a href="/thu">Về danh sách thư</a></p>
      </section>
    </div>`,
  });
};
