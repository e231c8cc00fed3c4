import { rehearsalStages } from '../../../infra/ops/rehearsal/stage.ts';
import { memoryImportFiles, memoryImports } from '../../../shared/adapters/memory/office/imports.ts';
import { memoryStore } from '../../../shared/adapters/memory/store.ts';
import { inflate } from '../../../shared/adapters/zip/inflate.ts';
import type { Instant } from '../../../shared/domain/values/instant.ts';
import type { Ward } from '../../../shared/domain/values/ward.ts';
import { acceptStatus } from '../../../shared/flows/dossier/accept-status.ts';
import {
  announceImport,
  askReading,
  linkToImport,
  showImport,
  startImport,
  takeImport,
} from '../../../shared/flows/imports/ask-imports.ts';
import { rehearseRows } from '../../../shared/flows/imports/rehearse-rows.ts';
import { runImport } from '../../../shared/flows/imports/run-import.ts';
import { listChoices } from '../../../shared/flows/office/list-choices.ts';

export const ward = '26506' as Ward;
const now = '2026-12-01T03:00:00.000Z' as Instant;

const nothingForeseen = { citizens: 0, texts: 0, parts: 0, calls: 0, letters: 0, journeys: 0 };

/** A place where the process may be killed: each call of a port, before it does anything or just after. */
type Watch = (call: string) => void;

const watched = <Port extends object>(port: Port, name: string, watch: Watch): Port =>
  new Proxy(port, {
    get: (target, key) => {
      const member = Reflect.get(target, key) as unknown;
      if (typeof member !== 'function') return member;
      return async (...given: unknown[]) => {
        const call = `${name}.${String(key)}`;
        watch(`before ${call}`);
        const answer: unknown = await (member as (...all: unknown[]) => unknown).apply(target, given);
        watch(`after ${call}`);
        return answer;
      };
    },
  });

/** An office with everything in memory, whose worker is watched at each call of what it stands on. */
export const anImportOffice = (
  watch: Watch = () => undefined,
  { rehearsed = true, chunk }: { rehearsed?: boolean; chunk?: number } = {},
) => {
  const store = memoryStore();
  const imports = memoryImports();
  const files = memoryImportFiles();
  const rings: { id: string; ward: Ward }[] = [];
  const doorbell = { ring: async (more: readonly { id: string; ward: Ward }[]) => void rings.push(...more) };
  let words = 0;
  const asking = {
    imports,
    files,
    doorbell,
    settings: store.settings,
    random: () => `${(words += 1)}`.padStart(16, '0'),
    clock: () => now,
  };
  const newStage = rehearsalStages();
  const events = watched(store.events, 'events', watch);
  const run = runImport({
    imports: watched(imports, 'imports', watch),
    files: watched(files, 'files', watch),
    events,
    inflate,
    rehearse: rehearsed
      ? rehearseRows({ choices: listChoices({ ...store, posts: { of: async () => undefined } }), newStage })
      : async () => ({ foreseen: nothingForeseen, refused: [] }),
    clock: () => now,
    accept: acceptStatus({ events, clock: () => now }),
    doorbell,
    pause: async () => undefined,
    ...(chunk !== undefined && { chunk }),
  });
  const take = takeImport(asking);
  const start = startImport(asking);
  return {
    ports: {
      imports,
      announce: announceImport(asking),
      read: askReading(asking),
      start: startImport(asking),
      show: showImport(asking),
      link: linkToImport(asking),
    },
    store,
    rings,
    run,
    imports,
    take: (text: string | Uint8Array, fileName = 'ho-so.csv') => {
      const bytes = Buffer.from(text);
      return take(ward, bytes, { fileName, sha256: '0'.repeat(64), bytes: bytes.length }, 'Vũ Thị Hạnh');
    },
    start: (id: string) => start(ward, id, 'Vũ Thị Hạnh'),
    readAgain: askReading(asking),
    show: (id: string) => showImport(asking)(ward, id),
    /** Answers rings until nobody rings any more. */
    work: async (isLate: () => boolean = () => false) => {
      for (let ring = rings.shift(); ring !== undefined; ring = rings.shift()) await run(ring, isLate);
    },
    taken: () => store.kept().events.length,
  };
};
