import type { Ward } from '../../../domain/values/ward.ts';
import type { Key } from '../keys.ts';
import { lookups, partitions } from '../table.ts';

export const officerKey = (id: string): Key => ({ pk: partitions.officer + id, sk: 'OFFICER' });
export const officersLookup = (ward: Ward): string => lookups.officers + ward;

export const sessionKey = (id: string): Key => ({ pk: partitions.session + id, sk: 'SESSION' });

/** A form that was sent lies beside its session and goes with it. */
export const formKey = (session: string, form: string): Key => ({
  pk: sessionKey(session).pk,
  sk: `FORM#${form}`,
});

export const proposalKey = (ward: Ward, id: string): Key => ({ pk: partitions.proposal + ward, sk: id });
export const proposedLookup = (ward: Ward): string => lookups.proposed + ward;

/** What was done and read in an office, in the order of time. */
export const deedKey = (ward: Ward, at: string, id: string): Key => ({
  pk: partitions.deed + ward,
  sk: `${at}#${id}`,
});
