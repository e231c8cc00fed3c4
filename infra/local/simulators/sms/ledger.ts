import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { SmsCarrierName } from '../../../../shared/adapters/carriers/sms/names.ts';

/** One message that the carrier took. `at` is UTC; `reference` is what the sender was told, or would have been told. */
export type Entry = {
  at: string;
  carrier: SmsCarrierName;
  to: string;
  text: string;
  parts: number;
  reference: string;
  /** The sender's own name of it, where its protocol carries one. */
  attempt?: string;
};

export type Ledger<Line = Entry> = {
  /** Resolves when the line is on the disk; lines that wait together share one sync. */
  append(entry: Line): Promise<void>;
  /** The entries after the first `count`, oldest first. */
  after(count: number): Promise<Line[]>;
  close(): Promise<void>;
};

type Waiting = { line: string; done: () => void; failed: (reason: unknown) => void };

/**
 * Opens the ledger, one JSON line per accepted message (of the postal carriers: per order, scan and cancellation), and carries on where an earlier carrier stopped. A last line
 * without its newline was torn by a crash before anybody was answered, so it is cut off.
 */
export const openLedger = async <Line = Entry>(file: string): Promise<Ledger<Line>> => {
  await mkdir(dirname(file), { recursive: true });
  const handle = await open(file, 'a+');
  const kept = await handle.readFile();
  const whole = kept.lastIndexOf(0x0a) + 1;
  if (whole < kept.length) await handle.truncate(whole);

  let waiting: Waiting[] = [];
  let writing = Promise.resolve();
  const writeAll = async () => {
    const batch = waiting;
    waiting = [];
    if (batch.length === 0) return;
    try {
      await handle.appendFile(batch.map(({ line }) => line).join(''));
      await handle.datasync();
      for (const { done } of batch) done();
    } catch (reason) {
      for (const { failed } of batch) failed(reason);
    }
  };

  return {
    append: (entry) =>
      new Promise<void>((done, failed) => {
        waiting.push({ line: `${JSON.stringify(entry)}\n`, done, failed });
        if (waiting.length === 1) writing = writing.then(writeAll);
      }),
    after: async (count) => {
      await writing;
      const reader = await open(file, 'r');
      try {
        const lines = (await reader.readFile('utf8')).split('\n').slice(count, -1);
        return lines.map((line) => JSON.parse(line) as Line);
      } finally {
        await reader.close();
      }
    },
    close: async () => {
      await writing;
      await handle.close();
    },
  };
};
