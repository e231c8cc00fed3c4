import { setTimeout as wait } from 'node:timers/promises';
import type { Checkpoints } from './checkpoints.ts';
import type { StreamMapping } from '../template/read-mappings.ts';
import type { StreamCare } from './stream-care.ts';

type Trimming = {
  streams: readonly Pick<StreamMapping, 'id' | 'table'>[];
  checkpoints: Pick<Checkpoints, 'get'>;
  care: Pick<StreamCare, 'forget'>;
  signal: AbortSignal;
  onTrouble: (where: string, error: unknown) => void;
};

/** Milliseconds between two rounds. */
const pause = 1000;

/** How far everybody who reads this table has come; nothing while somebody has not begun. */
export const passedByAll = (
  table: string,
  streams: Trimming['streams'],
  checkpoints: Trimming['checkpoints'],
): string | undefined => {
  const read = streams
    .filter((mapping) => mapping.table === table)
    .map(({ id }) => checkpoints.get(id)?.sequence);
  if (read.includes(undefined)) return undefined;
  return read
    .filter((one) => one !== undefined)
    .toSorted((one, other) => (BigInt(one) < BigInt(other) ? -1 : 1))[0];
};

/** Keeps the streams as short as their readers allow, until the signal. */
export const trimStreams = async (trimming: Trimming): Promise<void> => {
  const { streams, checkpoints, care, signal, onTrouble } = trimming;
  const tables = new Set(streams.map(({ table }) => table));
  const round = async (): Promise<void> => {
    for (const table of tables) {
      const upTo = passedByAll(table, streams, checkpoints);
      if (upTo === undefined) continue;
      while (care.forget(table, upTo) && !signal.aborted) await wait(5);
    }
  };
  while (!signal.aborted) {
    await round().catch((error: unknown) => onTrouble('streams', error));
    await wait(pause, undefined, { signal }).catch(() => {});
  }
};
