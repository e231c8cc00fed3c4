import type { Officer } from '../../domain/people/officer.ts';
import type { Proposal, Proposals, Wanted } from '../../domain/people/proposal.ts';
import type { Clock } from '../../domain/values/instant.ts';

type Ports = { proposals: Pick<Proposals, 'propose'>; random: () => string; clock: Clock };

/** Writes down what an officer wants, for another to decide on. Nothing counts yet. */
export const propose =
  ({ proposals, random, clock }: Ports) =>
  async (wanted: Wanted, { id, name, ward }: Pick<Officer, 'id' | 'name' | 'ward'>): Promise<Proposal> => {
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
