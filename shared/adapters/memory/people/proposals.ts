import type { Proposal, Proposals } from '../../../domain/people/proposal.ts';
import type { SettingsStore } from '../../../domain/office/ward-settings.ts';
import type { Templates } from '../../../domain/text/publish/own-template.ts';

/** Proposals in memory. */
export const memoryProposals = (
  settings: Pick<SettingsStore, 'save'>,
  templates: Pick<Templates, 'publish'>,
): Proposals => {
  const stored = new Map<string, Proposal>();
  const nameOf = ({ ward, id }: Pick<Proposal, 'ward' | 'id'>): string => `${ward}#${id}`;
  const all = (ward: Proposal['ward']): Proposal[] =>
    [...stored.values()]
      .filter((proposal) => proposal.ward === ward)
      .toSorted((one, other) => (one.id < other.id ? 1 : -1));
  return {
    find: async (ward, id) => stored.get(nameOf({ ward, id })),
    of: async (ward, before) => {
      const older = all(ward).filter(({ id }) => before === undefined || id < before);
      const page = older.slice(0, 50);
      return { proposals: page, ...(older.length > 50 && { cursor: page.at(-1)!.id }) };
    },
    open: async (ward) => all(ward).filter(({ state }) => state === 'proposed'),
    propose: async (proposal) => void stored.set(nameOf(proposal), proposal),
    decide: async (proposal, brought) => {
      if (stored.get(nameOf(proposal))?.state !== 'proposed') return 'conflict';
      if (brought && 'template' in brought)
        if ((await templates.publish(proposal.ward, brought.template)) === 'exists') return 'conflict';
      if (brought && 'settings' in brought) await settings.save(brought.settings);
      stored.set(nameOf(proposal), proposal);
      return 'decided';
    },
  };
};
