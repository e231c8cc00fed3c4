import { canonical } from '../../../domain/values/writing/canonical.ts';
import type { Audit, Deed } from '../../../domain/people/audit.ts';
import type { Officer, Officers } from '../../../domain/people/officer.ts';
import type { Session, Sessions } from '../../../domain/people/session.ts';

const saveIn =
  <Value extends { id: string }>(stored: Map<string, Value>) =>
  async (value: Value, before: Value | undefined): Promise<'saved' | 'conflict'> => {
    const now = stored.get(value.id);
    if (now !== undefined && canonical(now) === canonical(value)) return 'saved';
    if (canonical(now ?? null) !== canonical(before ?? null)) return 'conflict';
    stored.set(value.id, value);
    return 'saved';
  };

/** Officers in memory. */
export const memoryOfficers = (): Officers => {
  const stored = new Map<string, Officer>();
  return {
    find: async (id) => stored.get(id),
    of: async (ward) => [...stored.values()].filter((officer) => officer.ward === ward),
    save: saveIn(stored),
  };
};

/** Sessions in memory. */
export const memorySessions = (): Sessions => {
  const stored = new Map<string, Session>();
  const sent = new Set<string>();
  return {
    find: async (id) => stored.get(id),
    save: saveIn(stored),
    firstTime: async (session, form) => {
      const name = `${session}#${form}`;
      const isFirst = !sent.has(name);
      sent.add(name);
      return isFirst;
    },
  };
};

/** The audit in memory. */
export const memoryAudit = (): Audit => {
  const deeds = new Map<string, Deed>();
  const nameOf = ({ at, id }: Deed): string => `${at}#${id}`;
  return {
    note: async (deed) => void deeds.set(nameOf(deed), deed),
    of: async (ward, before) => {
      const all = [...deeds.values()]
        .filter((deed) => deed.ward === ward && (before === undefined || nameOf(deed) < before))
        .toSorted((one, other) => (nameOf(one) < nameOf(other) ? 1 : -1));
      const page = all.slice(0, 50);
      return { deeds: page, ...(all.length > 50 && { cursor: nameOf(page.at(-1)!) }) };
    },
  };
};
