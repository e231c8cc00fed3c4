import { type ImportSeen, importSeen } from '../../../../domain/sheet/imports/api-shapes.ts';
import { ImportRowsQuery, type ImportRow } from '../../../../domain/sheet/imports/import-rows.ts';
import type {
  ImportReading,
  ImportRequest,
  SheetImport,
} from '../../../../domain/sheet/imports/sheet-import.ts';
import type { Ward } from '../../../../domain/values/ward.ts';
import type { Answer, Route } from '../../http/http.ts';
import { readingIn } from '../forms/import-form.ts';
import { goTo, pageAnswer } from '../frame/answers.ts';
import { acts, type DeskPorts, type DeskRequest, type PageOutcome, reads } from '../frame/desk-route.ts';
import type { FormFields } from '../frame/form.ts';
import { address } from '../frame/html.ts';
import { notFoundPage } from '../frame/refusals.ts';
import { largestUpload, uploadedIn, type Uploaded } from '../frame/uploaded.ts';
import { importPage } from '../views/office/import-page.ts';
import { importsPage } from '../views/office/imports-page.ts';

type Acted = { is: 'done'; import: SheetImport } | { is: 'not-found' | 'wrong-state' };

type Ports = DeskPorts & {
  importsOf: (ward: Ward) => Promise<SheetImport[]>;
  takeImport: (ward: Ward, file: Uint8Array, request: ImportRequest, by: string) => Promise<SheetImport>;
  readImport: (ward: Ward, id: string, how: ImportReading) => Promise<Acted>;
  startImport: (ward: Ward, id: string, by: string) => Promise<Acted>;
  showImport: (
    ward: Ward,
    id: string,
    asked?: { after?: number | undefined },
  ) => Promise<{ import: SheetImport; rows: ImportRow[]; next?: number } | undefined>;
  importFile: (ward: Ward, id: string, name: 'original' | 'report.csv') => Promise<string | undefined>;
  hashOf: (bytes: Uint8Array) => string;
};

const idOf = ({ path }: Pick<DeskRequest, 'path'>): string => path['id'] ?? '';
const home = (request: Pick<DeskRequest, 'path'>): string => address`/nhap/${idOf(request)}`;

/** While somebody else works on it the page asks again by itself, without any script. */
const reloading = (answer: Answer): Answer => ({ ...answer, headers: { ...answer.headers, refresh: '5' } });

const show = async (ports: Ports, asked: DeskRequest): Promise<Answer> => {
  const { after } = ImportRowsQuery.catch({}).parse({ after: asked.query['sau'] });
  const found = await ports.showImport(asked.officer.ward, idOf(asked), { after });
  if (found === undefined) return pageAnswer(notFoundPage(asked.at), { status: 404 });
  const seen = importSeen(found.import);
  const { rows, next } = found;
  const at = { ...asked.at, officer: asked.officer };
  const page = pageAnswer(
    importPage(at, { import: seen, rows, next, newForm: ports.newId, notice: asked.notice }),
  );
  return ['uploaded', 'read', 'started'].includes(seen.state) ? reloading(page) : page;
};

const take =
  (file: Uploaded['file']) =>
  async (ports: Ports, { officer }: DeskRequest): Promise<PageOutcome> => {
    if (file === undefined) return { said: 'file-missing', to: '/nhap' };
    if (file.bytes.length > largestUpload) return { said: 'file-too-large', to: '/nhap' };
    const fileName = file.name.trim().slice(-200) || 'danh-sach';
    const request = { fileName, sha256: ports.hashOf(file.bytes), bytes: file.bytes.length };
    const { id } = await ports.takeImport(officer.ward, file.bytes, request, officer.name);
    return { said: 'file-taken', about: id, to: address`/nhap/${id}` };
  };

const act = async (ports: Ports, asked: DeskRequest, fields: FormFields): Promise<PageOutcome> => {
  const { ward, name } = asked.officer;
  const id = idOf(asked);
  if (fields['buoc'] === 'bat-dau') {
    const { is } = await ports.startImport(ward, id, name);
    return { said: is === 'done' ? 'file-started' : is, about: id };
  }
  const found = await ports.showImport(ward, id);
  if (found === undefined) return { said: 'not-found', to: '/nhap' };
  const { is } = await ports.readImport(ward, id, readingIn(fields, importSeen(found.import)));
  return { said: is === 'done' ? 'file-asked' : is, about: id };
};

const fetched = (name: 'original' | 'report.csv') =>
  reads(
    'read-imports',
    async (ports: Ports, asked) => {
      const url = await ports.importFile(asked.officer.ward, idOf(asked), name);
      return url === undefined ? pageAnswer(notFoundPage(asked.at), { status: 404 }) : goTo(url);
    },
    idOf,
  );

/** Files of dossiers: brought, looked at, started, followed. */
export const importPages: Record<string, Route<Ports>> = {
  'GET /nhap': reads('read-imports', async (ports: Ports, { at, officer, notice }) => {
    const imports: ImportSeen[] = (await ports.importsOf(officer.ward)).map(importSeen);
    return pageAnswer(importsPage(at, { imports, form: ports.newId(), notice }));
  }),
  'POST /nhap': async (ports, request) => {
    const { request: plain, file } = await uploadedIn(request);
    return acts('import-file', take(file), () => '/nhap')(ports, plain);
  },
  'GET /nhap/{id}': reads('read-imports', show, idOf),
  'POST /nhap/{id}': acts('import-file', act, home),
  'GET /nhap/{id}/bao-cao': fetched('report.csv'),
  'GET /nhap/{id}/tep': fetched('original'),
};
