import type { Officer } from '../../domain/people/officer.ts';
import type { Proposal, Proposals, Wanted } from '../../domain/people/proposal.ts';
import type { Clock } from '../../domain/values/instant.ts';
import { canonical } from '../../domain/values/writing/canonical.ts';

type Ports = { proposals: Pick<Proposals, 'propose' | 'open'>; random: () => string; clock: Clock };

/** Whoever wants something: an officer, or a machine under the name of its credential. */
export type Proposer = Pick<Officer, 'id' | 'name' | 'ward'>;

/**
 * Writes down what somebody wants, for a leader to decide on. Nothing counts yet. The same wish of the same one that waits
 * already is not written twice, however often it is sent.
 */
export const propose =
  ({ proposals, random, clock }: Ports) =>
  async (wanted: Wanted, { id, name, ward }: Proposer): Promise<Proposal> => {
    const waiting = (await proposals.open(ward)).find(
      (one) => one.proposedBy.id === id && canonical(one.wanted) === canonical(wanted),
    );
    if (waiting !== undefined) return waiting;
    const proposedAt = clock();
    const proposal: Proposal = {
      id: `${Date.parse(proposedAt).toString(36).padStart(9, '0')}-${random().slice(0, 16)}`,
      ward,
      state: 'proposed',
      wanted,
      proposedAt,
      proposedBy: { id, name },
    };
    await proposals.propose(proposal);
    return proposal;
  };
