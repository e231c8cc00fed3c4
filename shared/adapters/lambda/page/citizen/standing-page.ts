import type { CitizenStanding } from '../../../../domain/lookup/standing.ts';
import { dayOf, formatMoment } from '../../../../domain/values/day.ts';
import { pickUpText } from '../../../../domain/decision/opening-text.ts';
import { html, type Html } from '../frame/html.ts';
import { icon } from '../frame/icons.ts';
import { citizenPage } from '../frame/layout.ts';
import { tag } from '../words/states.ts';
import { type CitizenForm, ratingForm, wishForms } from './citizen-forms.ts';
import {
  channelNames,
  type Done,
  doneWords,
  endings,
  isBad,
  nextSteps,
  standingTitles,
  stopsOf,
  unknownTitle,
} from './words.ts';

const fact = (name: string, value: Html | string | undefined): Html | undefined =>
  value === undefined
    ? undefined
    : html`<dt>${name}</dt>
        <dd>${value}</dd>`;

const atTheCounter = (standing: CitizenStanding): boolean =>
  ['collect', 'bring-papers', 'pay'].includes(standing.next);

const nextCard = (standing: CitizenStanding): Html => {
  const { next, open, week, place, hotline, until, fee, dueAt } = standing;
  const { heading, words, bring } = nextSteps[next];
  const comes = atTheCounter(standing);
  return html`<section class="card pad stack" aria-labelledby="den">
    <h2 id="den">${heading}</h2>
    ${comes && open && html`<p class="say"><b>Quầy mở ${pickUpText(open)}</b></p>`}
    <p>${words}</p>
    <dl class="dl">
      ${fact('Hẹn trả', dueAt && formatMoment(dueAt))} ${fact('Hạn', until && formatMoment(until))}
      ${fact('Số tiền', fee === undefined ? undefined : `${fee.toLocaleString('vi-VN')} đ`)}
      ${comes && fact('Ở đâu', place ?? 'Quầy đã nhận hồ sơ, ghi trên giấy hẹn')}
      ${comes && fact('Mở cửa', week)} ${fact('Mang theo', bring)}
    </dl>
    ${
      hotline !== undefined &&
      html`<p class="acts full">
        <a class="b go big" href="tel:${hotline.replaceAll(/\D/g, '')}">${icon('call')} Gọi ${hotline}</a>
      </p>`
    }
  </section>`;
};

const wayCard = (standing: CitizenStanding): Html =>
  html`<section class="card pad" aria-labelledby="duong">
    <h2 id="duong">Hồ sơ đã đi đến đâu</h2>
    <dl class="dl">
      ${stopsOf(standing).map(
        ({ words, done }) =>
          html`<dt>${tag(done ? ['Xong', 'ok'] : ['Chờ', ''])}</dt>
            <dd>${words}</dd>`,
      )}
    </dl>
  </section>`;

const toldCard = ({ told }: CitizenStanding): Html =>
  html`<section class="card pad stack" aria-labelledby="da-bao">
    <h2 id="da-bao">Đã báo cho ông/bà</h2>
    ${
      told.length === 0
        ? html`<p>Chưa có tin nào.</p>`
        : html`<ol class="stack">
            ${told.map(
              ({ at, channel, tail, state, text }) =>
                html`<li>
                  <p>
                    <b>${formatMoment(at)}</b>, ${channelNames[channel].toLowerCase()} đến số có đuôi ${tail}:
                    ${endings[state]}
                  </p>
                  ${channel !== 'call-list' && html`<p class="sms">${text}</p>`}
                </li>`,
            )}
          </ol>`
    }
  </section>`;

/** A dossier as its citizen sees it. `form` is undefined where nothing may be done from here. */
export const standingPage = (
  { standing, office }: { standing: CitizenStanding; office: string },
  form: CitizenForm & { confirms: boolean; rated: boolean },
  done?: Done,
): Html => {
  const { code, status, since, next } = standing;
  return citizenPage({
    title: status === undefined ? unknownTitle : standingTitles[status],
    office,
    body: html`<p class="q">
        Hồ sơ <span class="c">${code}</span>${since !== undefined && html`, từ ${dayWords(since)}`}
      </p>
      ${
        done !== undefined &&
        html`<p class="note ${isBad(done) ? 'late' : 'ok'}" role="${isBad(done) ? 'alert' : 'status'}">
          ${doneWords[done]}
        </p>`
      }
      ${next === 'rate' && !form.rated && ratingForm(form)} ${nextCard(standing)} ${wayCard(standing)}
      ${toldCard(standing)} ${wishForms(standing, form)}
      <p class="note tint">
        Chúng tôi không bao giờ nhắn xin tiền, không hỏi mã OTP của ngân hàng và không gửi đường dẫn cài ứng
        dụng.
      </p>
      <p><a href="/tra-cuu">Xem hồ sơ khác</a></p>`,
  });
};

const dayWords = (at: NonNullable<CitizenStanding['since']>): string => {
  const [year, month, day] = dayOf(at).split('-');
  return `${day}/${month}/${year}`;
};
