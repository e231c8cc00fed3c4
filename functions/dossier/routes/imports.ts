import type { Answer, Routes } from '../../../shared/adapters/lambda/http/http.ts';
import { refused } from '../../../shared/adapters/lambda/http/refused.ts';
import {
  forWard,
  withBody,
  withQuery,
  type WardRequest,
} from '../../../shared/adapters/lambda/http/route.ts';
import { importSeen } from '../../../shared/domain/sheet/imports/api-shapes.ts';
import { ImportRowsQuery } from '../../../shared/domain/sheet/imports/import-rows.ts';
import {
  ImportReading,
  ImportRequest,
  type Imports,
} from '../../../shared/domain/sheet/imports/sheet-import.ts';
import type {
  announceImport,
  askReading,
  linkToImport,
  showImport,
  startImport,
} from '../../../shared/flows/imports/ask-imports.ts';

type Ports = {
  imports: Pick<Imports, 'of'>;
  announce: ReturnType<typeof announceImport>;
  read: ReturnType<typeof askReading>;
  start: ReturnType<typeof startImport>;
  show: ReturnType<typeof showImport>;
  link: ReturnType<typeof linkToImport>;
};

const idOf = ({ path }: WardRequest): string => path['id'] ?? '';

const leadTo =
  (name: 'original' | 'report.csv') =>
  async ({ link }: Ports, request: WardRequest): Promise<Answer> => {
    const url = await link(request.ward, idOf(request), name);
    return url === undefined
      ? refused({ is: 'not-found' }, request)
      : { status: 302, headers: { location: url }, body: { url } };
  };

/** Files of dossiers that an office brings: announced, read, started by a person, answered row by row. */
export const importRoutes: Routes<Ports> = {
  'GET /v1/imports': forWard(async ({ imports }, { ward }) => ({
    status: 200,
    body: { imports: (await imports.of(ward)).map(importSeen) },
  })),
  'POST /v1/imports': forWard(
    withBody(ImportRequest, async ({ announce }, { ward, client }, file) => {
      const { import: one, upload } = await announce(ward, file, client);
      return { status: 201, body: { importId: one.id, upload } };
    }),
  ),
  'GET /v1/imports/{id}': forWard(
    withQuery(ImportRowsQuery, async ({ show }, request, asked) => {
      const found = await show(request.ward, idOf(request), asked);
      if (found === undefined) return refused({ is: 'not-found' }, request);
      const { import: one, rows, next } = found;
      return {
        status: 200,
        body: { ...importSeen(one), toMend: rows, ...(next !== undefined && { next }) },
      };
    }),
  ),
  'POST /v1/imports/{id}/read': forWard(
    withBody(ImportReading, async ({ read }, request, how) => {
      const said = await read(request.ward, idOf(request), how);
      return 'import' in said ? { status: 200, body: importSeen(said.import) } : refused(said, request);
    }),
  ),
  'POST /v1/imports/{id}/start': forWard(async ({ start }, request) => {
    const said = await start(request.ward, idOf(request), request.client);
    return 'import' in said ? { status: 200, body: importSeen(said.import) } : refused(said, request);
  }),
  'GET /v1/imports/{id}/report.csv': forWard(leadTo('report.csv')),
  'GET /v1/imports/{id}/original': forWard(leadTo('original')),
};
