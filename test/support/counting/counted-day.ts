import { randomUUID } from 'node:crypto';
import { DeleteMessageBatchCommand, ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { makeSampleDay } from '../../../infra/local/sample-day/sample-day.ts';
import { decisionStores } from '../../../shared/adapters/dynamodb/decision/decision-stores.ts';
import { dynamoChoices } from '../../../shared/adapters/dynamodb/office/choices.ts';
import { dynamoNotifications } from '../../../shared/adapters/dynamodb/notification/notifications.ts';
import { dynamoReceipts } from '../../../shared/adapters/dynamodb/notification/receipts.ts';

import {
  dynamoStatusEvents,
  eventFromItem,
} from '../../../shared/adapters/dynamodb/dossier/status-events.ts';
import { keyed } from '../../../shared/adapters/kms/sealing.ts';
import { snsCarrier } from '../../../shared/adapters/carriers/sms/sns/carrier.ts';
import { sqsDoorbell } from '../../../shared/adapters/sqs/doorbell.ts';
import { eventsAtOnce } from '../../../shared/domain/dossier/event/judge-event.ts';
import { type Instant, instantOf, minutes, plus } from '../../../shared/domain/values/instant.ts';
import { readNationalSync } from '../../../shared/domain/dossier/national-sync/read-records.ts';
import type { Receipt } from '../../../shared/domain/notification/receipt.ts';
import { DoorbellMessage } from '../../../shared/domain/notification/doorbell-message.ts';
import type { AcceptedEvent } from '../../../shared/domain/dossier/event/status-event.ts';
import type { Ward } from '../../../shared/domain/values/ward.ts';
import { acceptStatus } from '../../../shared/flows/dossier/accept-status.ts';
import { decideNotifications } from '../../../shared/flows/decision/decide-notifications.ts';
import { recordReceipt } from '../../../shared/flows/notification/record-receipt.ts';
import { releaseDue } from '../../../shared/flows/notification/release-due.ts';
import { sendSms } from '../../../shared/flows/notification/send-sms.ts';
import { countedClients } from './counted-clients.ts';
import { type DayCosts, openAccount } from './day-costs.ts';
import type { Places } from '../day-places.ts';
import type { NotificationId, EventId } from '../../../shared/domain/values/ids.ts';
import type { Carrier } from '../../../shared/domain/notification/carrier.ts';
import type { Notifications } from '../../../shared/domain/notification/notifications.ts';

/** The events of one ward's day. */
export const aDaysEvents = (seed: number, dossiers?: number) =>
  readNationalSync(
    makeSampleDay({ day: '2026-03-02', ward: '26506', seed, ...(dossiers && { dossiers }) }).file,
  ).rows.flatMap((row) => ('event' in row ? [row.event] : []));

const opens = '2026-03-02T00:00:00.000Z' as Instant;
/** How often wards report what has happened since. */
const reportsEach = minutes(30);
/** From 07:00 to 20:00: the office's day, and as long again as anything is held back. */
const reports = Array.from({ length: 26 }, (_, at) => plus(opens, (at + 1) * reportsEach));

/** The events by when they are reported, in the order of the file: late ones come with what happens later. */
const byReport = (events: ReturnType<typeof aDaysEvents>): Map<Instant, typeof events> => {
  let latest = opens;
  return Map.groupBy(events, ({ occurredAt }) => {
    const happened = instantOf(new Date(occurredAt));
    if (happened > latest) latest = happened;
    return reports.find((at) => at >= latest)!;
  });
};

const inBatches = <Each>(all: readonly Each[], size: number): Each[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));

/**
 * Takes the days of these wards from their events to their receipts: the real flows and adapters, on DynamoDB Local,
 * an SQS emulator and the carrier simulator; each stage with a client of its own that counts. Every half hour the
 * wards report what happened since. `metered` also computes what each write costs on AWS.
 */
export const countDay = async (
  days: ReadonlyMap<Ward, ReturnType<typeof aDaysEvents>>,
  places: Places,
  { metered = false, batches = places.batches } = {},
): Promise<DayCosts> => {
  const { tableName } = places;
  const vault = keyed([{ id: '1', key: Buffer.alloc(32, 7) }]);
  let now = opens;
  const clock = () => now;
  const account = openAccount();
  let batch: AcceptedEvent[] = [];
  const stream: AcceptedEvent[] = [];
  const clients = countedClients(places, account, {
    metered,
    batch: () => batch,
    accepted: (item) => void stream.push(eventFromItem(item, vault)),
  });
  const { store, queue } = clients;

  const accept = acceptStatus({ events: dynamoStatusEvents(store('accept'), tableName, vault), clock });
  const due = [...days].map(([ward, events]) => ({ ward, reported: byReport(events) }));
  const acceptAll = async (): Promise<void> => {
    for (const { ward, reported } of due)
      for (const rows of inBatches(reported.get(now) ?? [], eventsAtOnce)) {
        const before = stream.length;
        await accept(ward, rows, 'vi');
        // Dossiers are accepted side by side; in the order of the file the batches are the same in every run.
        const place = new Map<string, number>(rows.map(({ eventId }, at) => [eventId, at]));
        const fresh = stream.splice(before);
        stream.push(...fresh.toSorted((a, b) => place.get(a.eventId)! - place.get(b.eventId)!));
      }
  };

  const doorbell = sqsDoorbell(queue('ring'), places.queueUrl);
  const forDecide = store('decide');
  const decide = decideNotifications({
    ...decisionStores(forDecide, tableName, vault),
    ...dynamoChoices(forDecide, tableName, clock),
    doorbell,
    clock,
  });
  const owed = new Map<EventId, NotificationId | undefined>();
  const decideAll = async (): Promise<void> => {
    for (batch of inBatches(stream.splice(0), batches.stream)) {
      const decided = await decide(batch);
      if (decided.doorbell === 'lost') throw new Error('the doorbell was lost');
      for (const row of decided.rows) {
        if (!('decision' in row)) throw new Error(row.failed);
        owed.set(row.event.eventId, row.decision.notifications[0]?.id);
      }
    }
  };

  const receipts: Receipt[] = [];
  const toSns = snsCarrier(clients.sns('send'));
  const carrier: Carrier = {
    name: toSns.name,
    take: async (message) => {
      const handover = await toSns.take(message);
      if (handover.outcome !== 'accepted') throw new Error(handover.reason);
      const { reference } = handover;
      const detail = 'Message has been accepted by phone carrier';
      const takenAt = plus(now, 5000);
      receipts.push({
        carrier: toSns.name,
        reference,
        outcome: 'delivered',
        detail,
        to: message.to,
        takenAt,
      });
      return handover;
    },
  };
  const forClaim = store('claim');
  const claiming = dynamoNotifications(forClaim, tableName, vault);
  const notifications: Notifications = {
    ...dynamoNotifications(store('record'), tableName, vault),
    claim: async (...given) => claiming.claim(...given),
  };
  const settings = dynamoChoices(forClaim, tableName, clock).settings;
  const send = sendSms({ notifications, settings, carrier, clock, newId: randomUUID });
  const poll = queue('poll');
  const told = new Set<NotificationId>();
  const sendAll = async (): Promise<void> => {
    for (;;) {
      const { Messages: messages = [] } = await poll.send(
        new ReceiveMessageCommand({ QueueUrl: places.queueUrl, MaxNumberOfMessages: batches.queue }),
      );
      if (messages.length === 0) return;
      await Promise.all(
        messages.map(async ({ Body }) => {
          const { id } = DoorbellMessage.parse(JSON.parse(Body!));
          if ((await send(id)).is === 'accepted') told.add(id);
        }),
      );
      const Entries = messages.map((message, at) => ({ Id: `${at}`, ReceiptHandle: message.ReceiptHandle! }));
      await poll.send(new DeleteMessageBatchCommand({ QueueUrl: places.queueUrl, Entries }));
    }
  };
  const { client: forClock, count: clockCalls } = clients.clock();
  const release = releaseDue({
    ...decisionStores(forClock, tableName, vault),
    settings: dynamoChoices(forClock, tableName, clock).settings,
    events: dynamoStatusEvents(forClock, tableName, vault),
    receipts: dynamoReceipts(forClock, tableName, vault),
    doorbell: { ring: async (some) => doorbell.ring(some), waiting: async () => 0 },
    decide,
    clock,
  });

  const forReceipts = store('receipt');
  const record = recordReceipt({
    notifications: dynamoNotifications(forReceipts, tableName, vault),
    receipts: dynamoReceipts(forReceipts, tableName, vault),
    clock,
  });
  const recordAll = async (): Promise<void> => {
    for (const some of inBatches(receipts.splice(0), batches.queue))
      for (const outcome of await Promise.all(some.map(async (receipt) => record(receipt))))
        if (outcome !== 'settled') throw new Error(`a receipt was ${outcome}`);
  };

  for (now of reports) {
    await acceptAll();
    await decideAll();
    await release();
    await sendAll();
    await recordAll();
  }
  for (const [event, id] of owed)
    account.settle(event, id === undefined ? 'silent' : told.has(id) ? 'told' : 'overtaken', id);
  clients.close();
  return account.close(clockCalls.total() / reports.length);
};
