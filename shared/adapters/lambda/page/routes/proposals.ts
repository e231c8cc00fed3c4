import type { Officer } from '../../../../domain/people/officer.ts';
import type { Proposal } from '../../../../domain/people/proposal.ts';
import type { decideProposal } from '../../../../flows/people/decide-proposal.ts';
import type { Ward } from '../../../../domain/values/ward.ts';
import { logCounts } from '../../log/log.ts';
import type { Answer, Route } from '../../http/http.ts';
import { pageAnswer } from '../frame/answers.ts';
import { acts, type DeskPorts, type DeskRequest, type PageOutcome, reads } from '../frame/desk-route.ts';
import { type FormFields, typedIn } from '../frame/form.ts';
import type { Word } from '../frame/notices.ts';
import { notFoundPage } from '../frame/refusals.ts';
import { type DecisionMistake, proposalsPage } from '../views/office/proposals-page.ts';
import { changedRows, wantedInWords } from '../words/choices.ts';

type Ports = DeskPorts & {
  officersOf: (ward: Ward) => Promise<Officer[]>;
  openProposals: (ward: Ward) => Promise<Proposal[]>;
  proposalsOf: (
    ward: Ward,
    before: string | undefined,
  ) => Promise<{ proposals: Proposal[]; cursor?: string }>;
  decide: ReturnType<typeof decideProposal>;
};

const show = async (ports: Ports, asked: DeskRequest, mistake?: DecisionMistake): Promise<Answer> => {
  const { officer, notice, query } = asked;
  const [open, page, colleagues] = await Promise.all([
    ports.openProposals(officer.ward),
    ports.proposalsOf(officer.ward, query['truoc']),
    ports.officersOf(officer.ward),
  ]);
  const shown = { me: officer, colleagues, newForm: ports.newId, notice, mistake };
  return pageAnswer(proposalsPage(asked.at, { open, ...page }, shown), { status: mistake ? 422 : 200 });
};

const moves = { duyet: 'approved', khong: 'refused', rut: 'withdrawn' } as const;
const isMove = (word: string): word is keyof typeof moves => Object.hasOwn(moves, word);

const said = {
  approved: 'proposal-approved',
  refused: 'proposal-refused',
  withdrawn: 'proposal-withdrawn',
  outdated: 'proposal-outdated',
  'decided-before': 'conflict',
  'own-proposal': 'own-proposal',
  'not-yours': 'proposal-not-yours',
} as const satisfies Record<string, Word>;

/** What changed, in words that stay in the audit. */
const changeOf = ({ wanted }: Proposal): string =>
  [
    wantedInWords(wanted),
    ...changedRows(wanted).map(({ label, before, after }) => `${label}: ${before} → ${after}`),
  ].join('; ');

const decide = async (ports: Ports, asked: DeskRequest, fields: FormFields): Promise<PageOutcome> => {
  const id = asked.path['id'] ?? '';
  const move = fields['lam'] ?? '';
  const missing = (): PageOutcome => ({
    said: 'not-here',
    again: pageAnswer(notFoundPage(asked.at), { status: 404 }),
  });
  if (!isMove(move)) return missing();
  const reason = (fields[`vi-sao-${id}`] ?? '').trim();
  if (move === 'khong' && (reason === '' || reason.length > 200)) {
    const error = 'Ghi vì sao không duyệt, không quá 200 chữ. Người đề nghị cần biết.';
    return { said: 'not-done', again: await show(ports, asked, { id, typed: typedIn(fields), error }) };
  }
  const came = await ports.decide(asked.officer, id, moves[move], move === 'khong' ? reason : undefined);
  if (came.is === 'not-found') return missing();
  // Whoever is on duty hears of it: one wrong number or word reaches every citizen of an office.
  if (came.is === 'approved') logCounts({ 'choices-changed': 1 });
  const words = came.proposal && [changeOf(came.proposal), reason].filter((one) => one !== '').join('; ');
  return { said: said[came.is], about: id, words };
};

/** What one officer proposed and another decides. */
export const proposalRoutes: Record<string, Route<Ports>> = {
  'GET /cai-dat/duyet': reads('read-proposals', (ports: Ports, asked) => show(ports, asked)),
  'POST /cai-dat/duyet/{id}': acts('decide-proposal', decide, () => '/cai-dat/duyet'),
};
