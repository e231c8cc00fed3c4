import type { LetterSummary } from '../../../../domain/letter/api/shapes.ts';
import { may } from '../../../../domain/people/may.ts';
import type { Officer } from '../../../../domain/people/officer.ts';
import { formatMoment } from '../../../../domain/values/day.ts';
import { postForm } from '../frame/form.ts';
import { address, html, type Html } from '../frame/html.ts';
import { type AtDesk, deskPage, type Notice } from '../frame/layout.ts';
import { letterReasonInWords } from '../words/letter-reasons.ts';
import { letterKindWords, letterStateWords, tag } from '../words/states.ts';

/** The letters of one state, as far as they were read. */
export type LetterQueue = {
  state: 'rendered' | 'held' | 'stopped' | 'released' | 'printed';
  letters: readonly LetterSummary[];
};

const titles: Readonly<Record<LetterQueue['state'], string>> = {
  rendered: 'Chờ ký',
  released: 'Đã ký, chờ in',
  printed: 'Đã in, chờ trao',
  held: 'Đang giữ',
  stopped: 'Dừng, cần sửa',
};

const row = (letter: LetterSummary, isNext: boolean): Html =>
  html`<li class="row${isNext && ' next'}">
    <span>${tag(letterStateWords[letter.state])}</span>
    <span><b>${letter.recipient}</b><br /><span class="s q c">${letter.dossierCode}</span></span>
    <span
      >${letterKindWords[letter.kind]}, từ
      ${formatMoment(letter.since)}${letter.reason !== undefined && html`. ${letterReasonInWords(letter.reason)}`}</span
    >
    <a class="b${isNext && ' go'}" href="${address`/thu/${letter.letterId}`}"
      >Mở thư<span class="off">: ${letter.recipient}</span></a
    >
  </li>`;

const printForm = (at: AtDesk, { letters }: LetterQueue, form: string): Html =>
  postForm(
    at,
    { action: '/thu/in', form, className: 'acts' },
    html`<input type="hidden" name="thu" value="${letters.map(({ letterId }) => letterId).join(' ')}" />
      <button class="go">In ${letters.length} thư đã ký, một tệp</button>`,
  );

/** The letters that wait for somebody, in the order in which families wait for them. */
export const lettersPage = (
  at: AtDesk & { officer: Officer },
  queues: readonly LetterQueue[],
  { form, notice }: { form: string; notice?: Notice | undefined },
): Html => {
  const some = queues.filter(({ letters }) => letters.length > 0);
  return deskPage(at, {
    place: '/thu',
    title: 'Thư của phường',
    purpose:
      'Thư chúc mừng, chia buồn và xin lỗi: xem, ký, in và trao. Thư chia buồn ở trên, vì gia đình có thể đang ở quầy.',
    notice,
    body:
      some.length === 0
        ? html`<section class="card pad">
            <h2>Không có thư nào chờ</h2>
            <p>Có hồ sơ khai sinh, kết hôn, khai tử hoặc trễ hẹn thì thư hiện ở đây.</p>
          </section>`
        : html`${some.map(
            (queue, index) =>
              html`<section class="card" aria-labelledby="h-${queue.state}">
                <div class="h">
                  <h2 id="h-${queue.state}">${titles[queue.state]}</h2>
                  <b>${queue.letters.length}</b>
                </div>
                <ol>
                  ${queue.letters.map((letter, place) => row(letter, index === 0 && place === 0 && queue.state !== 'released'))}
                </ol>
                ${queue.state === 'released' && may(at.officer, 'print-letters') && html`<div class="pad">${printForm(at, queue, form)}</div>`}
              </section>`,
          )}`,
  });
};
