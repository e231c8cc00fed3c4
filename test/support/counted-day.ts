import { randomUUID } from 'node:crypto';
import { type AttributeValue, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SNSClient } from '@aws-sdk/client-sns';
import { DeleteMessageBatchCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { makeSampleDay } from '../../infra/local/sample-day.ts';
import { dynamoNotifications } from '../../shared/adapters/dynamodb/notifications.ts';
import { dynamoReceipts } from '../../shared/adapters/dynamodb/receipts.ts';
import { dynamoChoices } from '../../shared/adapters/dynamodb/choices.ts';
import { decisionStores } from '../../shared/adapters/dynamodb/decision-stores.ts';
import { dynamoStatusEvents, eventFromItem } from '../../shared/adapters/dynamodb/status-events.ts';
import { keyed } from '../../shared/adapters/kms/sealing.ts';
import { snsCarrier } from '../../shared/adapters/sns/carrier.ts';
import { sqsDoorbell } from '../../shared/adapters/sqs/doorbell.ts';
import { eventsAtOnce } from '../../shared/domain/accept.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import { readNationalSync } from '../../shared/domain/national-sync.ts';
import type { Carrier } from '../../shared/domain/carrier-ports.ts';
import type { Notifications } from '../../shared/domain/ports.ts';
import { Ring } from '../../shared/domain/ring.ts';
import type { AcceptedEvent, EventId } from '../../shared/domain/status-event.ts';
import type { Ward } from '../../shared/domain/ward.ts';
import { acceptStatus } from '../../shared/flows/accept-status.ts';
import { decideNotifications } from '../../shared/flows/decide-notifications.ts';
import { recordReceipt } from '../../shared/flows/record-receipt.ts';
import { sendSms } from '../../shared/flows/send-sms.ts';
import { countCalls, type Heard } from './count-calls.ts';
import { accounts, type DayCosts, type Stage } from './day-costs.ts';
import type { Places } from './day-places.ts';
import { keysWritten, meterWrites } from './meter-writes.ts';

/** The events of one ward's day, and when all of them are reported: after the office has closed. */
export const aDaysEvents = (seed: number, dossiers?: number) =>
  readNationalSync(
    makeSampleDay({ day: '2026-03-02', ward: '26506', seed, ...(dossiers && { dossiers }) }).file,
  ).rows.flatMap((row) => ('event' in row ? [row.event] : []));
const evening = '2026-03-02T11:00:00.000Z' as Instant;
const later = '2026-03-02T11:00:05.000Z' as Instant;

const inBatches = <Each>(all: readonly Each[], size: number): Each[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));

/** `EVENT#26506#e-1` → `e-1`; `DOSSIER#26506#H29…` → the batch's events of that dossier. */
const ownersIn = (keys: readonly { pk: string }[], batch: readonly AcceptedEvent[]): EventId[] =>
  keys.flatMap(({ pk }) => {
    const [kind, ward, name] = pk.split('#');
    return kind === 'EVENT'
      ? [name as EventId]
      : batch.flatMap((event) => (event.ward === ward && event.dossierCode === name ? [event.eventId] : []));
  });

const keysOf = (input: object): { pk: string }[] =>
  keysWritten(input).map((key: Record<string, AttributeValue>) => ({ pk: key['pk']!.S! }));

/**
 * Takes the days of these wards from their events to their receipts: the real flows and adapters, on DynamoDB Local,
 * an SQS emulator and the carrier simulator; each stage with a client of its own that counts. The wards' files come
 * in requests as large as the API allows. `metered` also computes what each write costs on AWS.
 */
export const countDay = async (
  days: ReadonlyMap<Ward, ReturnType<typeof aDaysEvents>>,
  places: Places,
  { metered = false, batches = places.batches } = {},
): Promise<DayCosts> => {
  const { tableName } = places;
  const vault = keyed([{ id: '1', key: Buffer.alloc(32, 7) }]);
  const clock = () => evening;
  const account = accounts();
  const looker = new DynamoDBClient(places.dynamodb);
  const opened: { destroy: () => void }[] = [looker];
  let batch: AcceptedEvent[] = [];
  const stream: AcceptedEvent[] = [];
  let duplicates = 0;

  const hears = (stage: Stage) => (call: Heard) => {
    const cost = { calls: 1, reads: call.readUnits, writes: call.writeUnits };
    if (stage !== 'accept' && stage !== 'decide') return account.charge(stage, ['told'], cost);
    if (call.refused) {
      duplicates += 1;
      return account.charge(stage, ['duplicate'], cost);
    }
    if (stage === 'accept')
      stream.push(eventFromItem((call.input as { Item: Record<string, unknown> }).Item, vault));
    const owners = ownersIn(keysOf(call.input), batch);
    account.charge(stage, owners.length > 0 ? owners : batch.map(({ eventId }) => eventId), cost);
  };
  const store = (stage: Stage): DynamoDBClient => {
    const client = new DynamoDBClient(places.dynamodb);
    countCalls(client, hears(stage));
    const seen = new Set<string>();
    if (metered)
      meterWrites(client, looker, tableName, (written) => {
        for (const { pk, sk, table, index } of written) {
          const again = stage === 'accept' && seen.has(pk);
          seen.add(pk);
          const told = (stage !== 'accept' && stage !== 'decide') || sk.startsWith('NOTIFICATION#');
          account.charge(stage, told ? ['told'] : again ? ['duplicate'] : ownersIn([{ pk }], batch), {
            table,
            index,
          });
        }
      });
    opened.push(client);
    return client;
  };
  const queue = (stage: Stage): SQSClient => {
    const client = new SQSClient(places.sqs);
    countCalls(client, hears(stage));
    opened.push(client);
    return client;
  };

  const accept = acceptStatus({ events: dynamoStatusEvents(store('accept'), tableName, vault), clock });
  for (const [ward, events] of days)
    for (const rows of inBatches(events, eventsAtOnce)) {
      const before = stream.length;
      await accept(ward, rows, 'vi');
      // Dossiers are accepted side by side; in the order of the file the batches are the same in every run.
      const place = new Map<string, number>(rows.map(({ eventId }, at) => [eventId, at]));
      const fresh = stream.splice(before);
      stream.push(...fresh.toSorted((a, b) => place.get(a.eventId)! - place.get(b.eventId)!));
    }

  const forDecide = store('decide');
  const decide = decideNotifications({
    ...decisionStores(forDecide, tableName, vault),
    ...dynamoChoices(forDecide, tableName, clock),
    doorbell: sqsDoorbell(queue('ring'), places.queueUrl),
    clock,
  });
  for (batch of inBatches(stream, batches.stream)) {
    const { rows, doorbell } = await decide(batch);
    if (doorbell === 'lost') throw new Error('the doorbell was lost');
    for (const row of rows) {
      if (!('decision' in row)) throw new Error(row.failed);
      account.settle(row.event.eventId, row.decision.notifications.length > 0 ? 'told' : 'silent');
    }
  }

  const sns = new SNSClient({ ...places.sns, maxAttempts: 1 });
  opened.push(sns);
  countCalls(sns, hears('send'));
  const taken: { reference: string; to: string }[] = [];
  const toSns = snsCarrier(sns);
  const carrier: Carrier = {
    name: toSns.name,
    take: async (message) => {
      const handover = await toSns.take(message);
      if (handover.outcome !== 'accepted') throw new Error(handover.reason);
      taken.push({ reference: handover.reference, to: message.to });
      return handover;
    },
  };
  const claiming = dynamoNotifications(store('claim'), tableName, vault);
  const notifications: Notifications = {
    ...dynamoNotifications(store('record'), tableName, vault),
    claim: async (...given: Parameters<Notifications['claim']>) => claiming.claim(...given),
  };
  const { settings } = dynamoChoices(store('claim'), tableName, clock);
  const send = sendSms({ notifications, settings, carrier, clock, newId: randomUUID });
  const poll = queue('poll');
  for (let sent = 0; ; sent += 1) {
    const { Messages: messages = [] } = await poll.send(
      new ReceiveMessageCommand({ QueueUrl: places.queueUrl, MaxNumberOfMessages: batches.queue }),
    );
    if (messages.length === 0) break;
    await Promise.all(messages.map(async ({ Body }) => send(Ring.parse(JSON.parse(Body!)).id)));
    const Entries = messages.map((message, at) => ({ Id: `${at}`, ReceiptHandle: message.ReceiptHandle! }));
    await poll.send(new DeleteMessageBatchCommand({ QueueUrl: places.queueUrl, Entries }));
  }

  const forReceipts = store('receipt');
  const record = recordReceipt({
    notifications: dynamoNotifications(forReceipts, tableName, vault),
    receipts: dynamoReceipts(forReceipts, tableName, vault),
    clock,
  });
  for (const some of inBatches(taken, batches.queue))
    await Promise.all(
      some.map(async ({ reference, to }) => {
        const outcome = await record({
          carrier: carrier.name,
          reference,
          outcome: 'delivered',
          detail: 'Message has been accepted by phone carrier',
          to,
          takenAt: later,
        });
        if (outcome !== 'settled') throw new Error(`a receipt was ${outcome}`);
      }),
    );
  for (const client of opened) client.destroy();
  return account.close(duplicates);
};
