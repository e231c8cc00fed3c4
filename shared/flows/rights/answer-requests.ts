import type { PrintedLetter } from '../../domain/letter/press.ts';
import type {
  HeldItem,
  PersonFiles,
  PersonRequest,
  PersonRequests,
} from '../../domain/rights/person-request.ts';
import type { Marks } from '../../domain/rights/erasure.ts';
import { type PersonPaper, personPaper } from '../../domain/rights/person-paper.ts';
import type { Ward } from '../../domain/values/ward.ts';
import { type ErasePorts, erasePerson } from './erase-person.ts';

type Ports = Omit<ErasePorts, 'persons' | 'files'> & {
  requests: PersonRequests;
  persons: ErasePorts['persons'] & { find: (ward: Ward, marks: Marks) => Promise<HeldItem[]> };
  files: ErasePorts['files'] & PersonFiles;
  print: (paper: PersonPaper) => PrintedLetter;
  /** What the office calls itself. */
  officeName: (ward: Ward) => Promise<string>;
};

const done = ({ reason: _gone, ...request }: PersonRequest, more: Partial<PersonRequest>): PersonRequest => ({
  ...request,
  ...more,
  state: 'done',
});

const exported = async (ports: Ports, request: PersonRequest): Promise<Partial<PersonRequest>> => {
  const { persons, audit, files, print, officeName, clock, newId } = ports;
  const { ward, marks, by, askedBy, reason } = request;
  const told = await persons.find(ward, marks);
  const at = clock();
  const office = await officeName(ward);
  const printed = print(personPaper(told, { office, request: request.request, at }));
  if (!printed.ok) throw new Error('an export was not printed');
  const head = { ward, request: request.request, at, count: told.length };
  const whole = JSON.stringify({ ...head, items: told }, undefined, 2);
  await files.keep(request, 'du-lieu.json', new TextEncoder().encode(whole));
  await files.keep(request, 'du-lieu.pdf', printed.pdf);
  const deed = {
    id: newId(),
    ward,
    at,
    officer: askedBy,
    by,
    what: 'person-exported',
    about: request.request,
  };
  await audit.note({ ...deed, outcome: 'done', ...(reason !== undefined && { words: reason }) });
  return { endedAt: at, found: told.length };
};

const erased = async (ports: Ports, request: PersonRequest): Promise<Partial<PersonRequest>> => {
  const { ward, marks, by, askedBy, reason = '' } = request;
  const erasure = await erasePerson(ports)(ward, marks, { request: request.request, by, reason }, askedBy);
  return { endedAt: erasure.at, erasure };
};

/**
 * Answers what waits, the oldest first, while there is time. Whoever is stopped on the way begins that one again: an export
 * is written over, an erasure goes on. One that cannot be answered keeps none of the others waiting, and is thrown last.
 */
export const answerRequests =
  (ports: Ports) =>
  async (hasTime: () => boolean): Promise<{ answered: PersonRequest[] }> => {
    const answered: PersonRequest[] = [];
    const failed: unknown[] = [];
    const waiting = await ports.requests.waiting();
    for (const request of waiting.toSorted((one, other) => (one.askedAt < other.askedAt ? -1 : 1))) {
      if (!hasTime()) break;
      try {
        const said = await (request.what === 'export' ? exported : erased)(ports, request);
        const after = done(request, said);
        if ((await ports.requests.save(after)) === 'saved') answered.push(after);
      } catch (error) {
        failed.push(error);
      }
    }
    if (failed.length > 0) throw new AggregateError(failed, `${failed.length} requests were not answered`);
    return { answered };
  };
