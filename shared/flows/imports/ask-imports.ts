import type { Doorbell } from '../../domain/notification/doorbell-message.ts';
import type { SettingsStore } from '../../domain/office/ward-settings.ts';
import {
  type ImportFiles,
  type ImportReading,
  type ImportRequest,
  type Imports,
  moved,
  type SheetImport,
} from '../../domain/sheet/imports/sheet-import.ts';
import { ImportRow } from '../../domain/sheet/imports/import-rows.ts';
import { type Clock, type Instant, plus, seconds } from '../../domain/values/instant.ts';
import type { Ward } from '../../domain/values/ward.ts';

type Ports = {
  imports: Imports;
  files: ImportFiles;
  doorbell: Pick<Doorbell<string>, 'ring'>;
  settings: SettingsStore;
  random: () => string;
  clock: Clock;
};

/** Long enough for a large file over a slow line; announcing it again gives another. */
const uploadSeconds = 900;

/** How long somebody who was given an address may follow it. */
const linkSeconds = 300;

const nothingAsked: ImportReading = { columns: {}, statuses: {}, remember: false };

type Made = { is: 'made'; import: SheetImport };
type Acted = { is: 'done'; import: SheetImport } | { is: 'not-found' | 'wrong-state' };

const create = async (
  { imports, random, clock }: Ports,
  ward: Ward,
  request: ImportRequest,
  by: string,
): Promise<SheetImport> => {
  const at = clock();
  const saved = await imports.save({
    ...request,
    id: `${Date.parse(at).toString(36).padStart(9, '0')}-${random().slice(0, 16)}`,
    ward,
    state: 'uploaded',
    version: 0,
    at,
    by,
    reading: nothingAsked,
    tries: 0,
    rows: 0,
    answered: 0,
  });
  if (saved === 'conflict') throw new Error('two imports of one name');
  return saved;
};

/** A program says which file it is about to send, and is told where. */
export const announceImport =
  (ports: Ports) =>
  async (
    ward: Ward,
    request: ImportRequest,
    by: string,
  ): Promise<
    Made & { upload: { method: 'PUT'; url: string; headers: Record<string, string>; expiresAt: Instant } }
  > => {
    const one = await create(ports, ward, request, by);
    const upload = await ports.files.upload(one, uploadSeconds);
    return {
      is: 'made',
      import: one,
      upload: { method: 'PUT', ...upload, expiresAt: plus(one.at, seconds(uploadSeconds)) },
    };
  };

/** What the office has said before, and what is said now: the newer word counts. */
const withOffice = async ({ settings }: Ports, ward: Ward, said: ImportReading): Promise<ImportReading> => {
  const chosen = await settings.of(ward);
  const { columns, statuses, encoding = chosen.sheets.encoding } = said;
  const reading = {
    ...said,
    columns: { ...chosen.sheets.columns, ...columns },
    statuses: { ...chosen.sheets.statuses, ...statuses },
    ...(encoding !== undefined && { encoding }),
  };
  if (!said.remember) return reading;
  const sheets = {
    columns: reading.columns,
    statuses: reading.statuses,
    ...(encoding !== undefined && { encoding }),
  };
  await settings.save({ ...chosen, sheets });
  return reading;
};

/** Asks for a file to be read, or to be read again in another way. */
export const askReading =
  (ports: Ports) =>
  async (ward: Ward, id: string, said: ImportReading): Promise<Acted> => {
    const one = await ports.imports.find(ward, id);
    if (one === undefined) return { is: 'not-found' };
    const asked = moved(one, 'asked', { tries: 0 });
    if (asked === undefined) return { is: 'wrong-state' };
    const saved = await ports.imports.save({ ...asked, reading: await withOffice(ports, ward, said) });
    if (saved === 'conflict') return { is: 'wrong-state' };
    await ports.doorbell.ring([{ ward, id }]);
    return { is: 'done', import: saved };
  };

/** A file that came with the request itself: it is kept, and read at once. */
export const takeImport =
  (ports: Ports) =>
  async (ward: Ward, file: Uint8Array, request: ImportRequest, by: string): Promise<SheetImport> => {
    const one = await create(ports, ward, request, by);
    await ports.files.keep(one, 'original', file);
    const asked = await askReading(ports)(ward, one.id, nothingAsked);
    return 'import' in asked ? asked.import : one;
  };

/** A person starts what was rehearsed. Starting once more rings once more, which helps one whose ring was lost. */
export const startImport =
  (ports: Ports) =>
  async (ward: Ward, id: string, by: string): Promise<Acted> => {
    const one = await ports.imports.find(ward, id);
    if (one === undefined) return { is: 'not-found' };
    if (one.state === 'done') return { is: 'done', import: one };
    const isBegun = one.state === 'started';
    const begun = isBegun ? one : moved(one, 'begun', { startedAt: ports.clock(), startedBy: by });
    if (begun === undefined) return { is: 'wrong-state' };
    const saved = isBegun ? begun : await ports.imports.save(begun);
    if (saved === 'conflict') return { is: 'wrong-state' };
    await ports.doorbell.ring([{ ward, id }]);
    return { is: 'done', import: saved };
  };

/** How many rows are shown at once. */
const aPage = 200;

/** One import with the rows that somebody has to look at, from a row on. */
export const showImport =
  ({ imports, files }: Pick<Ports, 'imports' | 'files'>) =>
  async (
    ward: Ward,
    id: string,
    { outcome, after = 0 }: { outcome?: ImportRow['outcome'] | undefined; after?: number | undefined } = {},
  ): Promise<{ import: SheetImport; rows: ImportRow[]; next?: number } | undefined> => {
    const one = await imports.find(ward, id);
    if (one === undefined) return undefined;
    const hasRows = one.state === 'checked' || one.state === 'started' || one.state === 'done';
    const kept = hasRows ? await files.read(one, 'rows.json') : undefined;
    const all = kept === undefined ? [] : ImportRow.array().parse(JSON.parse(Buffer.from(kept).toString()));
    const wanted = all.filter((row) => row.row > after && (outcome === undefined || row.outcome === outcome));
    const rows = wanted.slice(0, aPage);
    return { import: one, rows, ...(wanted.length > aPage && { next: rows.at(-1)!.row }) };
  };

/** Where a file of an import can be fetched; undefined where there is none. */
export const linkToImport =
  ({ imports, files }: Pick<Ports, 'imports' | 'files'>) =>
  async (ward: Ward, id: string, name: 'original' | 'report.csv'): Promise<string | undefined> => {
    const one = await imports.find(ward, id);
    const isThere =
      one !== undefined && (name === 'original' || ['checked', 'started', 'done'].includes(one.state));
    return isThere ? files.link(one, name, linkSeconds) : undefined;
  };
