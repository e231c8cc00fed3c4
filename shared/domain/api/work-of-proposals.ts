/** What somebody proposed or just changed of what reaches every citizen, as work: to be decided on, or to be looked at once more. */
import type { Proposal } from '../people/proposal.ts';
import type { ProposalState } from '../people/proposal-moves.ts';
import { formatMoment } from '../values/day.ts';
import { between, days, type Instant } from '../values/instant.ts';
import type { WorkItem } from './worklist.ts';

/** For so long a change stays on the list, so that whoever did not mean it sees it on the next working day. */
const shownFor = days(3);

/** What each state asks of the office; what was refused, taken back or overtaken asks nothing. */
const asks: Readonly<Record<ProposalState, 'proposed' | 'changed' | undefined>> = {
  proposed: 'proposed',
  approved: 'changed',
  refused: undefined,
  withdrawn: undefined,
  outdated: undefined,
};

const subject = ({ wanted }: Proposal): string =>
  wanted.about === 'text' ? `text ${wanted.draft.key}` : wanted.names.join(' ');

/** `proposed: hotline limits; 02/03/2026 09:00` until somebody decides, `changed: …` for three days after that. */
export const workOfProposals = (proposals: readonly Proposal[], now: Instant): WorkItem[] =>
  proposals.flatMap((proposal) => {
    const { state, proposedAt, decidedAt = proposedAt } = proposal;
    const word = asks[state];
    if (word === undefined || (word === 'changed' && between(decidedAt, now) >= shownFor)) return [];
    const because = `${word}: ${subject(proposal)}; ${formatMoment(decidedAt)}`;
    return [{ list: 'changes', dossierCode: '', because }];
  });
