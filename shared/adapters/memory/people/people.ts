import { canonical } from '../../../domain/values/writing/canonical.ts';
import type { Audit, Deed } from '../../../domain/people/audit.ts';
import type { Officer, Officers } from '../../../domain/people/officer.ts';
import type { FormName, Sending, Session, Sessions } from '../../../domain/people/session.ts';

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
  const sent = new Map<string, Omit<Sending, 'until'> & Partial<Sending>>();
  const nameOf = ({ session, form }: FormName): string => `${session}#${form}`;
  return {
    find: async (id) => stored.get(id),
    save: saveIn(stored),
    takeForm: async (name, sending, now) => {
      const before = sent.get(nameOf(name));
      if (before !== undefined && before.by !== sending.by) {
        if (before.until === undefined) return 'sent';
        if (before.until > now) return 'under-way';
      }
      sent.set(nameOf(name), sending);
      return 'taken';
    },
    leaveForm: async (name, { by }, came, now) => {
      if (came === 'done') sent.set(nameOf(name), { by });
      else if (sent.get(nameOf(name))?.by === by) sent.set(nameOf(name), { by, until: now });
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
