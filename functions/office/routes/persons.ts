import type { Answer, Routes } from '../../../shared/adapters/lambda/http/http.ts';
import { refused } from '../../../shared/adapters/lambda/http/refused.ts';
import {
  forWard,
  withBody,
  withQuery,
  type WardRequest,
} from '../../../shared/adapters/lambda/http/route.ts';
import type { Deed } from '../../../shared/domain/people/audit.ts';
import { ExportFileQuery, personRequestSeen } from '../../../shared/domain/rights/api-shapes.ts';
import {
  type Answerable,
  PersonAsked,
  type PersonRequests,
} from '../../../shared/domain/rights/person-request.ts';
import type { Instant } from '../../../shared/domain/values/instant.ts';
import type { askAboutPerson, linkToExport } from '../../../shared/flows/rights/ask-about-person.ts';

type Ports = {
  requests: Pick<PersonRequests, 'find' | 'of'>;
  ask: ReturnType<typeof askAboutPerson>;
  link: ReturnType<typeof linkToExport>;
  note: (deed: Deed) => Promise<void>;
  newId: () => string;
  clock: () => Instant;
};

const idOf = ({ path }: WardRequest): string => path['id'] ?? '';

/** Who asked for what, and who fetched what was answered, stands in the office's log. */
const noted = (
  { note, newId, clock }: Ports,
  { ward, client }: WardRequest,
  deed: Pick<Deed, 'what' | 'about' | 'by'>,
): Promise<void> => note({ id: newId(), ward, at: clock(), officer: client, outcome: 'done', ...deed });

const asks = (what: Answerable) =>
  forWard<Ports>(
    withBody(PersonAsked, async (ports, request, asked) => {
      const said = await ports.ask(request.ward, what, asked, request.client);
      if (said.is !== 'asked') return refused(said, request);
      await noted(ports, request, { what: `person-${what}-asked`, about: asked.request, by: asked.by });
      return { status: 202, body: personRequestSeen(said.request) };
    }),
  );

/** What citizens ask about their own data: written down, answered by the clock, fetched. */
export const personRoutes: Routes<Ports> = {
  'POST /v1/persons/export': asks('export'),
  'POST /v1/persons/erase': asks('erase'),
  'GET /v1/persons': forWard(async ({ requests }, { ward }) => ({
    status: 200,
    body: { requests: (await requests.of(ward)).map(personRequestSeen) },
  })),
  'GET /v1/persons/{id}': forWard(async ({ requests }, request): Promise<Answer> => {
    const one = await requests.find(request.ward, idOf(request));
    return one === undefined
      ? refused({ is: 'not-found' }, request)
      : { status: 200, body: personRequestSeen(one) };
  }),
  'GET /v1/persons/{id}/document': forWard(
    withQuery(ExportFileQuery, async (ports, request, { file }) => {
      const found = await ports.link(request.ward, idOf(request), file);
      if (found === undefined) return refused({ is: 'not-found' }, request);
      const about = found.request.request;
      await noted(ports, request, { what: 'person-export-read', about, by: request.client });
      return { status: 302, headers: { location: found.url }, body: { url: found.url } };
    }),
  ),
};
