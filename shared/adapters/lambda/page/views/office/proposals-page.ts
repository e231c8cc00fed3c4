import type { Officer } from '../../../../../domain/people/officer.ts';
import { may } from '../../../../../domain/people/may.ts';
import { type Proposal, refusesDecision } from '../../../../../domain/people/proposal.ts';
import type { ProposalState } from '../../../../../domain/people/proposal-moves.ts';
import { formatMoment } from '../../../../../domain/values/day.ts';
import { field, type FormFields, postForm } from '../../frame/form.ts';
import { address, html, type Html } from '../../frame/html.ts';
import { type AtDesk, deskPage, type Notice } from '../../frame/layout.ts';
import { changedRows, wantedInWords } from '../../words/choices.ts';
import { tag } from '../../words/states.ts';
import { settingsNav } from '../settings-nav.ts';

/** What was typed about which proposal, and what is wrong with it. */
export type DecisionMistake = { id: string; typed: FormFields; error: string };

type Shown = {
  me: Officer;
  colleagues: readonly Officer[];
  newForm: () => string;
  mistake?: DecisionMistake | undefined;
};

/** The first one has the page's one filled button. */
type Row = Shown & { isNext: boolean };

const stateWords: Readonly<Record<ProposalState, Parameters<typeof tag>[0]>> = {
  proposed: ['chờ duyệt', 'warn'],
  approved: ['đã duyệt', 'ok'],
  refused: ['không duyệt', 'late'],
  withdrawn: ['đã rút', ''],
  outdated: ['đã cũ', ''],
};

const sideBySide = ({ wanted }: Proposal): Html =>
  html`<div class="x" tabindex="0" role="region" aria-label="Nay và đề nghị">
    <table>
      <thead>
        <tr>
          <th scope="col">Mục</th>
          <th scope="col">Hiện nay</th>
          <th scope="col">Đề nghị</th>
        </tr>
      </thead>
      <tbody>
        ${changedRows(wanted).map(
          ({ label, before, after }) =>
            html`<tr>
              <th scope="row">${label}</th>
              <td>${before}</td>
              <td><b>${after}</b></td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;

/** What this officer may do about it, or why it is another's. */
const decide = (at: AtDesk, proposal: Proposal, { me, colleagues, newForm, mistake, isNext }: Row): Html => {
  const action = address`/cai-dat/duyet/${proposal.id}`;
  if (!may(me, 'decide-proposal'))
    return html`<p class="s q">Lãnh đạo duyệt hoặc không duyệt ở trang này.</p>`;
  const refusal = refusesDecision(proposal, 'approved', me, colleagues);
  if (refusal === 'own-proposal')
    return html`<p class="s q">
        Bạn là người đề nghị nên người khác duyệt: một lãnh đạo khác, hoặc người điều hành nếu phường chỉ có
        một lãnh đạo.
      </p>
      ${postForm(
        at,
        { action, form: newForm(), className: 'acts' },
        html`<button class="no" name="lam" value="rut">Rút đề nghị này</button>`,
      )}`;
  if (refusal !== undefined) return html`<p class="s q">Lãnh đạo của phường duyệt đề nghị này.</p>`;
  const mine = mistake?.id === proposal.id ? mistake : undefined;
  return postForm(
    at,
    { action, form: newForm() },
    html`${field({
        name: `vi-sao-${proposal.id}`,
        label: 'Vì sao không duyệt',
        hint: 'Chỉ cần khi không duyệt.',
        value: mine?.typed[`vi-sao-${proposal.id}`],
        error: mine?.error,
      })}
      <p class="acts">
        <button class="${isNext && 'go'}" name="lam" value="duyet">Duyệt: dùng từ bây giờ</button>
        <button class="no" name="lam" value="khong">Không duyệt</button>
      </p>`,
  );
};

const waiting = (at: AtDesk, proposal: Proposal, shown: Row): Html =>
  html`<section class="card" aria-labelledby="d-${proposal.id}">
    <div class="h">
      <h2 id="d-${proposal.id}">${wantedInWords(proposal.wanted)}</h2>
      <span class="s q">${proposal.proposedBy.name} đề nghị ${formatMoment(proposal.proposedAt)}</span>
    </div>
    ${sideBySide(proposal)}
    <div class="pad">${decide(at, proposal, shown)}</div>
  </section>`;

const past = ({ state, wanted, proposedBy, proposedAt, decidedBy, decidedAt, reason }: Proposal): Html =>
  html`<tr>
    <td>${tag(stateWords[state])}</td>
    <td>
      ${wantedInWords(wanted)}${changedRows(wanted).map(
        ({ label, before, after }) => html`<br /><span class="s q">${label}: ${before} → ${after}</span>`,
      )}
    </td>
    <td>${proposedBy.name}, ${formatMoment(proposedAt)}</td>
    <td>
      ${decidedBy?.name}${decidedAt !== undefined && `, ${formatMoment(decidedAt)}`}${
        reason !== undefined && html`<br /><span class="s q">${reason}</span>`
      }
    </td>
  </tr>`;

const decidedOnes = (proposals: readonly Proposal[], cursor: string | undefined): Html =>
  html`<section class="card x" tabindex="0" aria-label="Đã quyết định">
      <table>
        <thead>
          <tr>
            <th scope="col">Kết quả</th>
            <th scope="col">Đề nghị</th>
            <th scope="col">Ai đề nghị</th>
            <th scope="col">Ai quyết định</th>
          </tr>
        </thead>
        <tbody>
          ${proposals.map(past)}
        </tbody>
      </table>
    </section>
    ${cursor !== undefined && html`<p><a class="b" href="${address`/cai-dat/duyet?truoc=${cursor}`}">Xem cũ hơn</a></p>`}`;

/** What waits for a second person, old and new side by side, and what was decided before. */
export const proposalsPage = (
  at: AtDesk,
  { open, proposals, cursor }: { open: readonly Proposal[]; proposals: readonly Proposal[]; cursor?: string },
  { notice, ...shown }: Shown & { notice?: Notice | undefined },
): Html => {
  const decided = proposals.filter(({ state }) => state !== 'proposed');
  return deskPage(at, {
    place: '/cai-dat',
    title: 'Chờ duyệt',
    purpose:
      'Tên, đường dây, giờ nhắn, hạn mức và câu chữ do một người đề nghị, người khác duyệt. Duyệt rồi mới dùng.',
    notice: shown.mistake ? { tone: 'late', words: 'Chưa làm được. Xem chỗ ghi lỗi bên dưới.' } : notice,
    body: html`${settingsNav(at, '/cai-dat/duyet')}
    ${
      open.length === 0
        ? html`<section class="card pad">
            <h2>Không có gì chờ duyệt</h2>
            <p>Khi một người đổi tên, đường dây, giờ nhắn, hạn mức hay câu chữ, đề nghị của họ hiện ở đây.</p>
          </section>`
        : open.map((proposal, index) => waiting(at, proposal, { ...shown, isNext: index === 0 }))
    }
    ${decided.length > 0 && decidedOnes(decided, cursor)}`,
  });
};
