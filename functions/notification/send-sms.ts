// Takes each notification that is due to a carrier, once, and writes down what the carrier said.
import { randomUUID } from 'node:crypto';
import { dynamoCircuits } from '../../shared/adapters/dynamodb/notification/circuits.ts';
import { platformMost } from '../../shared/adapters/lambda/most.ts';
import { dynamoChoices } from '../../shared/adapters/dynamodb/office/choices.ts';
import { dynamoNotifications } from '../../shared/adapters/dynamodb/notification/notifications.ts';
import { openSmsCarriers } from '../../shared/adapters/open-sms-carriers.ts';
import { lostUntil } from '../../shared/adapters/lambda/lost-until.ts';
import { openStores } from '../../shared/adapters/open-stores.ts';
import { now, pause } from '../../shared/adapters/lambda/clock.ts';
import { given, readEnv } from '../../shared/adapters/lambda/env.ts';
import { logSent } from '../../shared/adapters/lambda/log/steps.ts';
import { queueFunction } from '../../shared/adapters/lambda/queue.ts';
import { DoorbellMessage } from '../../shared/domain/notification/doorbell-message.ts';
import type { Carrier } from '../../shared/domain/notification/carrier.ts';
import { atTheRate } from '../../shared/flows/notification/at-the-rate.ts';
import { failover, inOrder } from '../../shared/flows/notification/failover.ts';
import { withCircuit } from '../../shared/flows/notification/with-circuit.ts';
import { sendSms } from '../../shared/flows/notification/send-sms.ts';

const build = async () => {
  const env = readEnv({ SMS_CARRIERS: given, SMS_PER_SECOND: given });
  const stores = await openStores();
  const { dynamodb, tableName, vault } = stores;
  const circuits = dynamoCircuits(dynamodb, tableName);
  const carriers = await openSmsCarriers(stores, { clock: now, newId: randomUUID });
  const [first, ...others] = inOrder(env.SMS_CARRIERS, carriers);
  const guarded = (each: Carrier) => withCircuit(each, { circuits, clock: now });
  const carrier = failover([guarded(first), ...others.map(guarded)]);
  const notifications = dynamoNotifications(dynamodb, tableName, vault);
  const { settings } = dynamoChoices(dynamodb, tableName, now, { most: platformMost() });
  // This worker's share of the rate: the others have theirs.
  const turns = atTheRate(Number(env.SMS_PER_SECOND), { clock: now, pause });
  const ports = { notifications, settings, carrier, clock: now, newId: randomUUID, turns };
  const send = sendSms({ ...ports, lostUntil: lostUntil() });
  return { send, enough: 2 * (carrier.longestTake ?? 4000) };
};

/** A claim with less time left than twice the longest send would only make doubt. One after another, at the rate. */
export const handler = queueFunction(
  DoorbellMessage,
  build,
  async ({ send, enough }, { id }, context) => {
    const outcome = await send(id, () => context.getRemainingTimeInMillis() > enough);
    logSent(id, outcome);
    return outcome.is === 'no-time' ? 'open' : 'done';
  },
  { inTurn: true },
);
