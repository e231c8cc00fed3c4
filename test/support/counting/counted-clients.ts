import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { AcceptedEvent } from '../../../shared/domain/dossier/event/status-event.ts';
import { countCalls, type Heard } from './count-calls.ts';
import { type Account, type Owner, type Stage } from './day-costs.ts';
import type { Places } from '../day-places.ts';
import { keysWritten, meterWrites } from './meter-writes.ts';

type Key = { pk: string; sk: string };

/**
 * Whose items these are: an event's own, the batch's events of a dossier, a notification's. What lies beside a
 * dossier in a transaction (a card of its phone, its bundle) is written because of that dossier.
 */
const ownersOf = (keys: readonly Key[], batch: readonly AcceptedEvent[]): (readonly Owner[])[] => {
  let dossier: Owner[] = batch.map(({ eventId }) => eventId);
  return keys.map(({ pk, sk }) => {
    const [kind, ward, name] = pk.split('#');
    if (kind === 'EVENT') return [name as Owner];
    if (sk.startsWith('NOTIFICATION#')) return [sk.slice('NOTIFICATION#'.length) as Owner];
    if (kind === 'DOSSIER')
      dossier = batch
        .filter((event) => event.ward === ward && event.dossierCode === name)
        .map(({ eventId }) => eventId);
    return kind === 'WARD' ? batch.map(({ eventId }) => eventId) : dossier;
  });
};

/** Whether a stage works for events as they come in, or for messages that are owed. */
const worksOnEvents = (stage: Stage): boolean => stage === 'accept' || stage === 'decide';

/**
 * Makes clients that count, one for each stage, and charges what they count to those who made it necessary. `batch`
 * says which events are being decided; `accepted` hears the item of each event that is taken in.
 */
export const countedClients = (
  places: Places,
  account: Account,
  {
    metered,
    batch,
    accepted,
  }: {
    metered: boolean;
    batch: () => readonly AcceptedEvent[];
    accepted: (item: Record<string, unknown>) => void;
  },
) => {
  const looker = new DynamoDBClient(places.dynamodb);
  const opened: { destroy: () => void }[] = [looker];
  const open = <Client extends { destroy: () => void }>(client: Client): Client => {
    opened.push(client);
    return client;
  };

  const hears = (stage: Stage) => (call: Heard) => {
    const cost = { calls: 1, reads: call.readUnits, writes: call.writeUnits };
    const { Item: item } = call.input as { Item?: Record<string, unknown> };
    if (stage === 'accept' && item && !call.refused) accepted(item);
    if (!worksOnEvents(stage)) account.charge(stage, ['told'], cost);
    else if (stage === 'accept' && call.refused) account.charge(stage, ['duplicate'], cost);
    else {
      const keys = keysWritten(call.input).map(({ pk, sk }) => ({ pk: pk!.S!, sk: sk!.S! }));
      const owners = ownersOf(keys, batch()).flat();
      account.charge(stage, owners.length > 0 ? owners : batch().map(({ eventId }) => eventId), cost);
    }
  };

  const store = (stage: Stage): DynamoDBClient => {
    const client = open(new DynamoDBClient(places.dynamodb));
    countCalls(client, hears(stage));
    const seen = new Set<string>();
    if (metered)
      meterWrites(client, looker, places.tableName, (written) => {
        const owners = ownersOf(written, batch());
        written.forEach(({ pk, table, index }, at) => {
          const again = stage === 'accept' && seen.has(pk);
          seen.add(pk);
          const owner = worksOnEvents(stage) ? owners[at]! : (['told'] as const);
          account.charge(stage, again ? ['duplicate'] : owner, { table, index });
        });
      });
    return client;
  };

  const queue = (stage: Stage): SQSClient => {
    const client = open(new SQSClient(places.sqs));
    countCalls(client, hears(stage));
    return client;
  };

  const sns = (stage: Stage): SNSClient => {
    const client = open(new SNSClient({ ...places.sns, maxAttempts: 1 }));
    countCalls(client, hears(stage));
    return client;
  };

  const clock = () => {
    const client = open(new DynamoDBClient(places.dynamodb));
    return { client, count: countCalls(client) };
  };

  const close = (): void => {
    for (const client of opened) client.destroy();
  };
  return { store, queue, sns, clock, close };
};
