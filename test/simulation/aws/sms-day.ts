import { memoryStore } from '../../../shared/adapters/memory/store.ts';
import { queueFunction } from '../../../shared/adapters/lambda/queue.ts';
import { snsHandoverOf } from '../../../shared/adapters/carriers/sms/sns/failures.ts';
import type { Carrier, Handover } from '../../../shared/domain/notification/carrier.ts';
import { DoorbellMessage } from '../../../shared/domain/notification/doorbell-message.ts';
import type { Notification } from '../../../shared/domain/notification/notification.ts';
import { Instant, minutes, seconds } from '../../../shared/domain/values/instant.ts';
import { Ward } from '../../../shared/domain/values/ward.ts';
import { atTheRate } from '../../../shared/flows/notification/at-the-rate.ts';
import { releaseDue } from '../../../shared/flows/notification/release-due.ts';
import { sendSms } from '../../../shared/flows/notification/send-sms.ts';
import { smsWorkers, stages } from '../../../infra/stages.ts';
import { smsBatch, smsPerWorker, smsTimeout } from '../../../infra/stack/sms-sending.ts';
import { aNotification, anEvent } from '../../contracts/cost/ward-day.ts';
import { type Dice, diceOf } from '../dice.ts';
import { fairQueue } from './queue-model.ts';
import { type VirtualTime, virtualTime } from './virtual-time.ts';

const start = Instant.parse('2026-03-02T02:00:00.000Z');

/** SNS as it counts: a bucket of one second's messages, filled at the granted rate; 100 to 300 ms to hand one over. */
const snsModel = (time: VirtualTime, dice: Dice, perSecond: number) => {
  let tokens = perSecond;
  let filled = 0;
  let throttled = 0;
  const taken: { attempt: string; notification: string; at: number }[] = [];
  const take: Carrier['take'] = async ({ attempt, notification }): Promise<Handover> => {
    await time.pause(50 + 100 * dice.roll());
    tokens = Math.min(perSecond, tokens + ((time.at() - filled) * perSecond) / 1000);
    filled = time.at();
    const isFull = tokens < 1;
    if (!isFull) tokens -= 1;
    await time.pause(50 + 100 * dice.roll());
    if (isFull) {
      throttled += 1;
      const error = Object.assign(new Error('Rate exceeded'), { $metadata: { httpStatusCode: 400 } });
      error.name = 'ThrottlingException';
      return snsHandoverOf(error);
    }
    taken.push({ attempt, notification: notification!, at: time.at() });
    return { outcome: 'accepted', reference: `sns-${taken.length}` };
  };
  return { carrier: { name: 'sns', take } satisfies Carrier, taken, throttled: () => throttled };
};

export type Owed = { ward: string; count: number; dueIn?: number };

/**
 * A day’s SMS through the real queue worker, send protocol and clock, against models of SNS and SQS. What is due at once has
 * been rung for; what is due later waits for the clock, which strikes each minute. `turns: false` is how it would be if
 * every worker handed over its whole batch at once.
 */
export const smsDay = async ({
  owed,
  perSecond,
  seed = 1,
  turns = true,
}: {
  owed: readonly Owed[];
  perSecond: number;
  seed?: number;
  turns?: boolean;
}) => {
  const time = virtualTime(start);
  const dice = diceOf(seed);
  const store = memoryStore();
  const { carrier, taken, throttled } = snsModel(time, dice, perSecond);
  const { doorbell, work } = fairQueue(time);
  const settings = { ...stages.prod, smsPerSecond: perSecond };

  const notifications: Notification[] = [];
  for (const { ward, count, dueIn = 0 } of owed)
    for (let index = 0; index < count; index += 1) {
      const event = anEvent({
        ward: Ward.parse(ward),
        dossierCode: `H29.26-260302-${String(notifications.length).padStart(5, '0')}`,
      });
      const dueAt = new Date(Date.parse(start) + dueIn).toISOString() as Instant;
      notifications.push(aNotification(event, { dueAt, createdAt: start }));
    }
  for (const one of notifications) await store.notifications.owe(one);
  await doorbell.ring(notifications.filter(({ dueAt }) => dueAt <= start));

  const { notifications: kept } = store;
  const slowly: typeof kept = {
    ...kept,
    claim: async (...given) => (await time.pause(5 + 5 * dice.roll()), kept.claim(...given)),
    accepted: async (...given) => (await time.pause(5 + 5 * dice.roll()), kept.accepted(...given)),
    notTaken: async (...given) => (await time.pause(5 + 5 * dice.roll()), kept.notTaken(...given)),
  };
  let attempts = 0;
  const newId = () => `attempt-${(attempts += 1)}`;
  const ports = { ...store, notifications: slowly, carrier, clock: time.clock, newId };
  const isOver = () => taken.length === notifications.length;
  const timeout = smsTimeout(settings).toMilliseconds();
  for (let worker = 0; worker < smsWorkers(settings); worker += 1) {
    const build = () =>
      sendSms({ ...ports, ...(turns && { turns: atTheRate(smsPerWorker(settings), time) }) });
    const handler = queueFunction(
      DoorbellMessage,
      build,
      async (send, { id }, context) => {
        const { is } = await send(
          id,
          () => (context as unknown as { timeLeft: () => number }).timeLeft() > seconds(8),
        );
        return is === 'no-time' ? 'open' : 'done';
      },
      { inTurn: turns },
    );
    void work(handler, time, { batch: smsBatch, timeout, visibility: 6 * timeout }, isOver);
  }
  const tick = releaseDue({
    ...store,
    doorbell,
    decide: async () => ({ rows: [] }),
    clock: time.clock,
    smsPerSecond: perSecond,
  });
  const strike = async () => {
    while (!isOver()) {
      await time.pause(minutes(1));
      const until = time.at() + seconds(45);
      await tick(() => time.at() < until);
    }
  };
  void strike();
  await time.until(isOver);

  const dueAt = new Map(notifications.map(({ id, dueAt: due }) => [id as string, time.since(due)]));
  const wardOf = new Map(notifications.map(({ id, ward }) => [id as string, ward as string]));
  return {
    seconds: time.at() / 1000,
    attempts,
    taken: taken.length,
    throttled: throttled() / (throttled() + taken.length),
    twice: taken.length - new Set(taken.map(({ notification }) => notification)).size,
    /** How long the last message of a ward took since it was due, in seconds. */
    waited: (ward: string) =>
      Math.max(
        ...taken
          .filter(({ notification }) => wardOf.get(notification) === ward)
          .map(({ notification, at }) => (at - dueAt.get(notification)!) / 1000),
      ),
  };
};
