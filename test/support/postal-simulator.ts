import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { noFaults, readFaults } from '../../infra/local/simulators/sms/faults.ts';
import { openLedger } from '../../infra/local/simulators/sms/ledger.ts';
import { postalAccountsAt } from '../../infra/local/simulators/post/accounts.ts';
import type { PostalLine } from '../../infra/local/simulators/post/depot.ts';
import { startPostal } from '../../infra/local/simulators/post/server.ts';
import { PostalAccounts } from '../../shared/adapters/carriers/post/accounts.ts';
import type { CarrierInterface } from '../../shared/domain/post/partner/carrier-interfaces.ts';

export const postalWord = 'a-word-that-nobody-guesses';

/** What makes a carrier scan a parcel. */
export type ScanWish = {
  carrier: CarrierInterface;
  reference?: string;
  number?: string;
  code: string;
  at?: string;
  returning?: boolean;
};

/** The postal simulator in this process, with what it wrote down and accounts at every carrier of it. */
export const aPostalSimulator = async (
  faults = '',
  { seed = '1', callbacks }: { seed?: string; callbacks?: { base: string; word: string } } = {},
) => {
  const read = readFaults(faults);
  if ('problem' in read) throw new Error(read.problem);
  const ledger = await openLedger<PostalLine>(
    join(await mkdtemp(join(tmpdir(), 'postal-')), 'ledger.ndjson'),
  );
  const postal = await startPostal({
    port: 0,
    ledger,
    faults: { ...noFaults, ...read },
    seed,
    ...(callbacks && { callbacks }),
  });
  const { url } = postal;
  onTestFinished(() => postal.close());
  return {
    url,
    accounts: PostalAccounts.parse(postalAccountsAt(url, postalWord)),
    lines: (): Promise<PostalLine[]> => ledger.after(0),
    /** Orders in the ledger, those that still stand. */
    standing: async () => {
      const lines = await ledger.after(0);
      const gone = new Set(lines.flatMap((line) => (line.what === 'cancelled' ? [line.number] : [])));
      return lines.flatMap((line) => (line.what === 'order' && !gone.has(line.number) ? [line] : []));
    },
    scan: async (wish: ScanWish): Promise<number> =>
      (await fetch(`${url}/scans`, { method: 'POST', body: JSON.stringify(wish) })).status,
  };
};
