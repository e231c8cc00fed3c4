import { nextStep, type Worklist, worklists } from '../../../../domain/api/work-by-state.ts';
import type { SetUpStep } from '../../../../domain/api/set-up.ts';
import type { WorklistPage } from '../../../../domain/api/worklist-page.ts';
import { formatMoment } from '../../../../domain/values/day.ts';
import type { Instant } from '../../../../domain/values/instant.ts';
import { address, html, type Html } from '../frame/html.ts';
import { keysAddress } from '../frame/keys.ts';
import { type AtDesk, deskPage, type Notice } from '../frame/layout.ts';
import { causeInWords } from '../words/causes.ts';
import { listWords } from '../words/lists.ts';
import { setUpCard } from './set-up-card.ts';

type Item = WorklistPage['items'][number];

/** Where a row is worked on. */
const placeOf = ({ list, dossierCode }: Pick<Item, 'list' | 'dossierCode'>): string => {
  if (list === 'call-list' || list === 'wishes') return '/goi';
  if (list === 'letters') return '/thu';
  if (list === 'changes') return '/cai-dat/duyet';
  if (dossierCode === '') return '';
  return address`/ho-so/${dossierCode}` + (list === 'told-wrongly' ? '#da-xong' : '');
};

/** What was written to us and is of no dossier has a name of ours, in small letters, that says nothing to anybody. */
const ofDossier = (code: string): string => (code.startsWith('inbound:') ? '' : code);

const aRow = ({ list, dossierCode: of, because }: Item, isNext: boolean): Html => {
  const dossierCode = ofDossier(of);
  const { act } = listWords[list];
  const to = placeOf({ list, dossierCode });
  const className = isNext ? 'b go' : 'b';
  return html`<li class="row${isNext && ' next'}">
    <span><span class="t ${listWords[list].tone}">${listWords[list].tag}</span></span>
    <span
      >${
        dossierCode === ''
          ? list !== 'changes' && 'Không rõ hồ sơ'
          : html`<a class="c" href="${address`/ho-so/${dossierCode}`}">${dossierCode}</a>`
      }</span
    >
    <span>${causeInWords(list, because)}</span>
    ${to !== '' && html`<a class="${className}" href="${to}">${act}<span class="off"> ${dossierCode}</span></a>`}
  </li>`;
};

const aList = (list: Worklist, items: readonly Item[], isFirst: boolean): Html =>
  html` <section class="card" id="${list}" aria-labelledby="h-${list}">
    <div class="h">
      <h2 id="h-${list}">${listWords[list].title}</h2>
      <b>${items.length}</b><span class="s q">${nextStep[list]}</span>
    </div>
    <ol>
      ${items.map((item, index) => aRow(item, isFirst && index === 0))}
    </ol>
  </section>`;

/** What needs a person today, most urgent first, one act a row. */
export const worklistPage = (
  at: AtDesk,
  { items, cursor, carriers = [] }: WorklistPage,
  {
    now,
    notice,
    waiting,
    missing,
    withKeys,
  }: {
    withKeys: boolean;
    now: Instant;
    notice?: Notice | undefined;
    waiting: number;
    missing: readonly SetUpStep[];
  },
): Html => {
  const byList = Map.groupBy(items, ({ list }) => list);
  const lists = worklists.filter((list) => byList.has(list));
  return deskPage(at, {
    place: '/viec',
    title: 'Việc hôm nay',
    purpose: `Những việc máy không tự làm được, việc gấp nhất ở trên. Lúc ${formatMoment(now)}: ${items.length} việc${cursor === undefined ? '' : ', còn nữa ở trang sau'}.`,
    notice,
    script: withKeys ? keysAddress : undefined,
    body: html`${setUpCard(missing)}
      <p class="s q keys">
        ${
          withKeys
            ? html`Phím tắt: <kbd>j</kbd> việc sau, <kbd>k</kbd> việc trước, Enter mở, <kbd>/</kbd> tìm hồ sơ.
                <a href="/viec?phim=tat">Tắt phím tắt</a>`
            : html`<a href="/viec">Bật phím tắt j, k, /</a>`
        }
      </p>
      ${
        waiting > 0 &&
        html`<p class="note warn">
          ${waiting} thay đổi về tên, đường dây, giờ nhắn, hạn mức hay câu chữ đang chờ duyệt.
          <a class="b" href="/cai-dat/duyet">Xem và duyệt</a>
        </p>`
      }
      ${carriers.map(
        ({ carrier }) =>
          html`<p class="note late">Nhà mạng ${carrier} đang không nhận tin. ${nextStep.carriers}.</p>`,
      )}
      ${
        lists.length === 0
          ? html`<section class="card pad">
              <h2>Không có việc nào chờ</h2>
              <p>
                Mọi tin đã tới nơi hoặc đang tự đi, không thư nào chờ. Có việc mới thì hiện ở đây; tải lại
                trang để xem.
              </p>
            </section>`
          : html`<div class="two">
              <nav class="card list" aria-label="Các danh sách việc">
                ${lists.map(
                  (list) =>
                    html`<a href="#${list}"
                      ><span>${listWords[list].title}</span> <b>${byList.get(list)!.length}</b></a
                    >`,
                )}
              </nav>
              <div class="stack">
                ${lists.map((list, index) => aList(list, byList.get(list)!, index === 0))}
              </div>
            </div>`
      }
      ${cursor !== undefined && html`<p><a class="b" href="${address`/viec?tiep=${cursor}`}">Xem tiếp các việc còn lại</a></p>`}`,
  });
};
