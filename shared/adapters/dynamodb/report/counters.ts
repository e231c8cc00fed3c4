import { setTimeout as pause } from 'node:timers/promises';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { CountedBefore, CountedName, FigureCounters, Recount } from '../../../domain/report/counters.ts';
import type { Thing } from '../../../domain/report/counted/thing.ts';
import type { Tally } from '../../../domain/report/tally.ts';
import type { Vault } from '../../../domain/values/vault.ts';
import type { Ward } from '../../../domain/values/ward.ts';
import { dossierIn } from '../dossier/dossier-item.ts';
import { fromItem, type Item } from '../item.ts';
import { type Key, placeOf } from '../keys.ts';
import { letterIn } from '../letter/letter-item.ts';
import { notificationIn } from '../notification/notification-item.ts';
import { jobIn } from '../post/job/job-item.ts';
import { readAll } from '../read-all.ts';
import { dispatchIndex, dispatchJobKind, table } from '../table.ts';
import { transact } from '../transact.ts';
import { noteOffices } from './figures.ts';
import { packsOf, writesOf } from './recount-writes.ts';
import { countedKey, countedName, keyOfCounted } from './report-keys.ts';

/** Milliseconds before somebody is met again at the figures of one day: they are added to in one write each. */
const aside = (): number => 10 + Math.random() * 50;

const thingIn = (item: Item, vault: Vault): { ward: Ward; thing: Thing } | undefined => {
  switch (item[table.kind]?.S) {
    case 'dossier': {
      // Found by its code no more, it was erased at its citizen's wish: the figures keep what it was counted as.
      if (item[dispatchIndex.partitionKey] === undefined) return undefined;
      const { dossier } = dossierIn(item, vault);
      return { ward: dossier.ward, thing: { is: 'dossier', dossier } };
    }
    case 'notification': {
      const message = notificationIn(item, vault);
      return { ward: message.ward, thing: { is: 'message', message } };
    }
    case 'letter': {
      const letter = letterIn(item, vault);
      return { ward: letter.ward, thing: { is: 'letter', letter } };
    }
    case dispatchJobKind: {
      const job = jobIn(item, vault);
      return { ward: job.ward as Ward, thing: { is: 'journey', job } };
    }
    default:
      return undefined;
  }
};

/** What things were counted as, sealed, since it says of a letter that somebody died; and the figures, which name nobody. */
export const dynamoCounters = (client: DynamoDBClient, tableName: string, vault: Vault): FigureCounters => {
  const noted = noteOffices(client, tableName);

  const write = async (recounts: readonly Recount[], at: Parameters<FigureCounters['write']>[1]) => {
    const why = await transact(client, writesOf(recounts, at, tableName, vault));
    const surprise = why?.find(
      (code) => !['None', '', 'ConditionalCheckFailed', 'TransactionConflict'].includes(code),
    );
    if (surprise !== undefined) throw new Error(`figures could not be written: ${why!.join(', ')}`);
    return why === undefined ? 'counted' : 'conflict';
  };

  return {
    before: async (names) => {
      const place = new Map(names.map((name) => [placeOf(countedKey(name)), name]));
      const items = await readAll(client, tableName, names.map(countedKey));
      return new Map(
        items.map((item): [CountedName, CountedBefore] => {
          const { pk, sk, tallies, version } = fromItem(item) as Key & { tallies: string; version: number };
          const opened = JSON.parse(vault.open(tallies, placeOf({ pk, sk }))) as Tally[];
          return [place.get(placeOf({ pk, sk }))!, { tallies: opened, version }];
        }),
      );
    },

    things: async (names) => {
      const items = await readAll(client, tableName, names.map(keyOfCounted));
      return new Map(
        items.flatMap((item) => {
          const found = thingIn(item, vault);
          return found ? [[countedName({ pk: item['pk']!.S!, sk: item['sk']!.S! }), found] as const] : [];
        }),
      );
    },

    write: async (recounts, at) => {
      await noted(recounts.map(({ ward }) => ward));
      const came = new Map<CountedName, 'counted' | 'conflict'>();
      for (const pack of packsOf(recounts)) {
        const all = await write(pack, at);
        for (const recount of pack) {
          const alone = all === 'conflict' && pack.length > 1 ? await write([recount], at) : all;
          came.set(recount.name, alone);
          if (alone === 'conflict') await pause(aside());
        }
      }
      return came;
    },
  };
};
