import type { Deed } from '../../../domain/people/audit.ts';
import type { Deskwork } from '../../../domain/people/may.ts';
import type { Instant } from '../../../domain/values/instant.ts';
import type { WardRequest } from './route.ts';

/** What writing down the act of a machine needs. */
export type MachineDeeds = {
  note: (deed: Deed) => Promise<void>;
  newId: () => string;
  clock: () => Instant;
};

/** Writes into the audit of the office what a machine did or read, under the name of its credential. */
export const noteOfMachine = (
  { note, newId, clock }: MachineDeeds,
  { ward, client }: Pick<WardRequest, 'ward' | 'client'>,
  deed: { what: Deskwork; outcome: string } & Pick<Partial<Deed>, 'about' | 'words'>,
): Promise<void> => note({ id: newId(), ward, at: clock(), officer: client, by: client, ...deed });
