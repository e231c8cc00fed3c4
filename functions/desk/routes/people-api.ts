import type { Routes } from '../../../shared/adapters/lambda/http/http.ts';
import { type MachineDeeds, noteOfMachine } from '../../../shared/adapters/lambda/http/machine-deed.ts';
import { refused } from '../../../shared/adapters/lambda/http/refused.ts';
import {
  forWard,
  type WardRequest,
  withBody,
  withQuery,
} from '../../../shared/adapters/lambda/http/route.ts';
import { OfficerBody, officerSeen } from '../../../shared/domain/api/people.ts';
import { PageQuery } from '../../../shared/domain/api/proposals.ts';
import type { Refusal } from '../../../shared/domain/api/problem.ts';
import type { Deed } from '../../../shared/domain/people/audit.ts';
import type { Officer } from '../../../shared/domain/people/officer.ts';
import type { ChangeRefusal } from '../../../shared/domain/people/officer-change.ts';
import type { Ward } from '../../../shared/domain/values/ward.ts';
import type { putOfficer, takeOfficerOff } from '../../../shared/flows/people/manage-officers.ts';

type Ports = MachineDeeds & {
  officersOf: (ward: Ward) => Promise<Officer[]>;
  putOfficer: ReturnType<typeof putOfficer>;
  takeOfficerOff: ReturnType<typeof takeOfficerOff>;
  audit: (ward: Ward, before: string | undefined) => Promise<{ deeds: Deed[]; cursor?: string }>;
};

/** How the page says no, in the words of the API. An operator's machine is nobody's own officer. */
const said: Readonly<Record<ChangeRefusal | 'conflict' | 'elsewhere' | 'not-found', Refusal>> = {
  'own-rights': { is: 'forbidden' },
  'operators-only': { is: 'forbidden' },
  'last-operator': { is: 'last-operator' },
  conflict: { is: 'try-again' },
  elsewhere: { is: 'officer-elsewhere' },
  'not-found': { is: 'not-found' },
};

/** Who works at the desk of an office and what was done there, for the machines of its operator alone. */
export const peopleApi: Routes<Ports> = {
  'GET /v1/officers': forWard(async (ports, request) => {
    const officers = await ports.officersOf(request.ward);
    await noteOfMachine(ports, request, { what: 'manage-officers', outcome: 'done' });
    return { status: 200, body: { officers: officers.map(officerSeen) } };
  }),
  'PUT /v1/officers': forWard(
    withBody(OfficerBody, async (ports: Ports, request: WardRequest, body) => {
      const came = await ports.putOfficer({ ...body, ward: request.ward }, { name: request.client });
      if (came.is !== 'saved') return refused(said[came.is], request);
      await noteOfMachine(ports, request, {
        what: 'manage-officers',
        outcome: 'officer-saved',
        about: came.officer.id,
        words: `${body.login} ${body.roles.join(' ')}`,
      });
      return { status: 200, body: officerSeen(came.officer) };
    }),
  ),
  'DELETE /v1/officers/{id}': forWard(async (ports, request) => {
    const id = request.path['id'] ?? '';
    const { is } = await ports.takeOfficerOff(request.ward, id, { name: request.client });
    if (is !== 'saved') return refused(said[is], request);
    await noteOfMachine(ports, request, { what: 'manage-officers', outcome: 'officer-off', about: id });
    const off = (await ports.officersOf(request.ward)).find((one) => one.id === id);
    return off ? { status: 200, body: officerSeen(off) } : refused({ is: 'not-found' }, request);
  }),
  'GET /v1/audit': forWard(
    withQuery(PageQuery, async (ports: Ports, request: WardRequest, { cursor }) => {
      const page = await ports.audit(request.ward, cursor);
      await noteOfMachine(ports, request, { what: 'read-audit', outcome: 'done' });
      return { status: 200, body: page };
    }),
  ),
};
