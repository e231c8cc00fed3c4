import { memoryStore } from '../../../shared/adapters/memory/store.ts';
import type { Deed } from '../../../shared/domain/people/audit.ts';
import type { Ward } from '../../../shared/domain/values/ward.ts';
import { putOfficer, takeOfficerOff } from '../../../shared/flows/people/manage-officers.ts';
import { now, vungTau } from './dossiers.ts';

/** An office where Lan leads and something was done, with everything that its routes need. */
export const anOfficeOfPeople = async () => {
  const store = memoryStore();
  const clock = () => now;
  const people = { officers: store.officers, vault: { hash: (text: string) => text }, clock };
  const put = putOfficer(people);
  const lan = { login: 'lan@phuong.example.vn', name: 'Lan', ward: vungTau, roles: ['leader' as const] };
  const saved = await put(lan, { name: 'vận hành' });
  const id = saved.is === 'saved' ? saved.officer.id : '';
  let drawn = 0;
  const ports = {
    officersOf: (ward: Ward) => store.officers.of(ward),
    putOfficer: put,
    takeOfficerOff: takeOfficerOff(people),
    audit: (ward: Ward, before: string | undefined) => store.audit.of(ward, before),
    note: async (deed: Deed) => store.audit.note(deed),
    newId: () => `deed-${(drawn += 1)}`,
    clock,
  };
  await ports.note({
    id: 'd',
    ward: vungTau,
    at: now,
    officer: id,
    by: 'Lan',
    what: 'call',
    outcome: 'done',
  });
  return { store, ports, id };
};
