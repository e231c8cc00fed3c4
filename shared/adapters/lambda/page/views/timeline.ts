import type { DossierTimeline } from '../../../../domain/api/timeline.ts';
import { dayOf, formatDay, timeOf } from '../../../../domain/values/day.ts';
import type { Instant } from '../../../../domain/values/instant.ts';
import { address, html, type Html } from '../frame/html.ts';
import { icon, type Icon } from '../frame/icons.ts';
import { causeOfState } from '../words/causes.ts';
import { letterReasonInWords } from '../words/letter-reasons.ts';
import {
  callWords,
  jobWords,
  letterKindWords,
  letterStateWords,
  notificationWords,
  silenceWords,
  statusWords,
  tag,
} from '../words/states.ts';

type Moment = { at: Instant; icon: Icon; words: Html };

const channelWords = {
  sms: 'Tin nhắn',
  zalo: 'Tin Zalo',
  'call-list': 'Cuộc gọi',
  letter: 'Thư',
  post: 'Bưu gửi',
} as const;

const actWords: Readonly<Record<string, string>> = {
  resend: 'cho gửi lại',
  cancel: 'hủy',
  call: 'gọi',
  correct: 'sửa hồ sơ',
  void: 'rút bước ghi nhầm',
  'person-event': 'ghi sự kiện hộ tịch',
  move: 'chuyển hồ sơ',
  settle: 'ghi đã lo xong',
  released: 'ký thư',
  held: 'giữ thư',
  withdrawn: 'hủy thư',
  printed: 'in thư',
  'handed-over': 'trao thư',
  revised: 'sửa thư',
};
const did = (what: string): string => actWords[what] ?? what;

const silence = (silent: string): string => silenceWords[silent] ?? silent;

const ofEvents = ({ events }: DossierTimeline): Moment[] =>
  events.map(({ occurredAt, status, silent, takenBack, warnings = [] }) => ({
    at: occurredAt,
    icon: 'step',
    words: html`<p>
        <b>Hồ sơ ${statusWords(status)}</b
        >${takenBack === true && html` ${tag(['đã rút, ghi nhầm', 'warn'])}`}
      </p>
      ${silent !== undefined && html`<p class="s q">Không báo: ${silence(silent)}.</p>`}
      ${warnings.map(({ sentence }) => html`<p class="s no">${sentence}</p>`)}`,
  }));

const ofNotifications = ({ notifications }: DossierTimeline): Moment[] =>
  notifications.flatMap(
    ({ channel, createdAt, state, text, to, reason, carrier, parts, wrote, acts = [] }) => [
      {
        at: createdAt,
        icon: channel === 'call-list' ? ('call' as const) : ('text' as const),
        words: html`<p>
            <b>${channelWords[channel]}</b> đến
            <span class="c">${to}</span>
            ${tag((channel === 'call-list' ? callWords : notificationWords)[state])}
          </p>
          <p class="sms">${text}</p>
          <p class="s q">
            ${[
              parts > 0 && `${parts} phần`,
              carrier !== undefined && `qua ${carrier}`,
              reason !== undefined && causeOfState(reason),
            ]
              .filter((one) => one !== false)
              .join(', ')}
          </p>
          ${wrote !== undefined && html`<p>Người dân nhắn: “${wrote}”</p>`}`,
      },
      ...acts.map(({ at, by, what, reason: why }): Moment => ({
        at,
        icon: 'person',
        words: html`<p>${by} ${did(what)}: ${why}</p>`,
      })),
    ],
  );

const ofLetters = ({ letters }: DossierTimeline): Moment[] =>
  letters.flatMap(({ letterId, kind, state, createdAt, reason, acts }) => [
    {
      at: createdAt,
      icon: 'letter' as const,
      words: html`<p>
          <a href="${address`/thu/${letterId}`}"><b>${letterKindWords[kind]}</b></a>
          ${tag(letterStateWords[state])}
        </p>
        ${reason !== undefined && html`<p class="s q">${letterReasonInWords(reason)}</p>`}`,
    },
    ...acts.map(({ at, by, what, reason: why }): Moment => ({
      at,
      icon: 'person',
      words: html`<p>${by} ${did(what)}${why !== undefined && `: ${why}`}</p>`,
    })),
  ]);

const ofJourneys = ({ journeys }: DossierTimeline): Moment[] =>
  journeys.map(({ createdAt, state, trackingNumber, partner }) => ({
    at: createdAt,
    icon: 'parcel',
    words: html`<p><b>Bưu gửi</b>${partner !== undefined && ` qua ${partner}`}: ${jobWords[state]}</p>
      ${trackingNumber !== undefined && html`<p class="s q c">${trackingNumber}</p>`}`,
  }));

const ofActs = ({ acts }: DossierTimeline): Moment[] =>
  acts.map(({ at, by, what, reason }) => ({
    at,
    icon: 'person',
    words: html`<p>${by} ${did(what)}: ${reason}</p>`,
  }));

/** Everything that happened, newest first, day by day. */
export const timeline = (story: DossierTimeline): Html => {
  const moments = [ofEvents, ofNotifications, ofLetters, ofJourneys, ofActs]
    .flatMap((of) => of(story))
    .toSorted((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0));
  const days = [...Map.groupBy(moments, ({ at }) => dayOf(at))];
  return html`<ol class="time">
    ${days.map(
      ([day, inDay]) =>
        html`<li class="day"><h3>${formatDay(day)}</h3></li>
          ${inDay.map(
            ({ at, icon: name, words }) =>
              html`<li>
                <span class="c q">${timeOf(at)}</span>${icon(name)}
                <div>${words}</div>
              </li>`,
          )}`,
    )}
  </ol>`;
};
