import type { WardSettings } from '../../domain/office/ward-settings.ts';
import type { Officer, Officers } from '../../domain/people/officer.ts';
import {
  type Brought,
  decided,
  type DecisionRefusal,
  type Proposal,
  type Proposals,
  refusesDecision,
  settingsWanted,
} from '../../domain/people/proposal.ts';
import { type ProposalMove, proposalMoves } from '../../domain/people/proposal-moves.ts';
import { newestOf, publishOwn, type Templates } from '../../domain/text/publish/own-template.ts';
import type { Clock } from '../../domain/values/instant.ts';
import type { ProblemError } from '../../domain/values/problem-error.ts';

type Ports = {
  proposals: Proposals;
  officers: Pick<Officers, 'of'>;
  settings: { of(ward: Proposal['ward']): Promise<WardSettings> };
  templates: Pick<Templates, 'all'>;
  /** What of these settings an office may not choose. */
  judge: (chosen: WardSettings) => Promise<ProblemError[]>;
  clock: Clock;
};

export type ProposalDecided = {
  is: Exclude<ProposalMove, 'outdated'> | 'outdated' | 'decided-before' | 'not-found' | DecisionRefusal;
  proposal?: Proposal;
};

/** What it brings into force today; undefined where what it was to change has moved on, or may not be chosen any more. */
const broughtBy = async (
  { settings, templates, judge, clock }: Ports,
  { ward, wanted }: Proposal,
): Promise<Brought | undefined> => {
  if (wanted.about === 'settings') {
    const next = settingsWanted(await settings.of(ward), wanted);
    return next === undefined || (await judge(next)).length > 0 ? undefined : { settings: next };
  }
  const { key, version: _version, ...draft } = wanted.draft;
  const newest = newestOf(await templates.all(ward), key)?.version ?? 1;
  if (newest !== wanted.basis) return undefined;
  const published = publishOwn({ ...draft, key }, newest + 1, clock());
  return published.ok ? { template: published.template } : undefined;
};

/**
 * Approves, refuses or takes back what was proposed, once: what an approval brings is written in one piece with it. What has
 * moved on since is not brought about, and the proposal says so.
 */
export const decideProposal =
  (ports: Ports) =>
  async (
    by: Officer,
    id: string,
    what: Exclude<ProposalMove, 'outdated'>,
    reason?: string,
  ): Promise<ProposalDecided> => {
    const proposal = await ports.proposals.find(by.ward, id);
    if (proposal === undefined) return { is: 'not-found' };
    const refusal = refusesDecision(proposal, what, by, await ports.officers.of(by.ward));
    if (refusal !== undefined) return { is: refusal, proposal };
    const { from }: { from: readonly Proposal['state'][] } = proposalMoves[what];
    if (!from.includes(proposal.state))
      return { is: proposal.state === what ? what : 'decided-before', proposal };
    const brought = what === 'approved' ? await broughtBy(ports, proposal) : undefined;
    const came = what === 'approved' && brought === undefined ? 'outdated' : what;
    const after = decided(proposal, proposalMoves[came].to, { at: ports.clock(), by, reason });
    const written = await ports.proposals.decide(after, brought);
    return written === 'decided' ? { is: came, proposal: after } : { is: 'decided-before', proposal };
  };
