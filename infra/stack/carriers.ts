import { Duration } from 'aws-cdk-lib';
import { lookupIndex, partitions } from '../../shared/adapters/dynamodb/table.ts';
import { Accounts } from '../constructs/sms/accounts.ts';
import { CarrierReceipts } from '../constructs/sms/carrier-receipts.ts';
import { Eum } from '../constructs/sms/eum.ts';
import { allowSms } from '../constructs/sms/sms.ts';
import { watchCount } from '../constructs/watch.ts';
import { WardFunction } from '../constructs/ward-function.ts';
import { WorkQueue } from '../constructs/work-queue.ts';
import { smsWorkers } from '../stages.ts';
import type { House } from './foundation.ts';
import { smsBatch, smsPerWorker, smsTimeout } from './sms-sending.ts';

const officersBlind = 'Officers cannot see which citizens were not reached and have to be called.';

/** The SMS leaves, once, by whichever carrier takes it; the carriers say what became of it, and citizens write back. */
export const carriers = (house: House): { deliveryRole: string; inbound: WorkQueue } => {
  const { stack, deployment, table, door, sms, keyed } = house;
  const { settings } = deployment;
  const gateways = new Accounts(stack, 'gateways', {
    deployment,
    holds: 'Accounts at SMS gateways and proofs of their callbacks, as JSON',
  });
  const eum = new Eum(stack, 'eum', {
    deployment,
    whoIsHurt: officersBlind,
    workerTimeout: Duration.seconds(30),
  });

  const sendSms = keyed('send-sms', {
    whoIsHurt: 'Citizens are not told by SMS that their dossier moved.',
    timeout: smsTimeout(settings),
    environment: {
      SMS_CARRIERS: settings.smsCarriers.join(','),
      SMS_PER_SECOND: String(smsPerWorker(settings)),
      SMS_SENDER_ID: settings.smsSenderId,
      EUM_CONFIGURATION_SET: eum.configurationSet,
      GATEWAY_SECRET_ARN: gateways.arn,
    },
  });
  table.allowRead(sendSms, 'GetItem', ...(settings.restored ? (['BatchGetItem'] as const) : []));
  table.allowQuery(sendSms, 'table');
  table.allowWrite(sendSms, 'PutItem', 'UpdateItem');
  allowSms(sendSms);
  eum.allowSend(sendSms);
  gateways.allowRead(sendSms);
  sms.feed(sendSms, { batchSize: smsBatch, workers: smsWorkers(settings) });

  const recordReceipt = keyed('record-receipt', { whoIsHurt: officersBlind, timeout: Duration.seconds(30) });
  const settleSmsAccount = new WardFunction(stack, 'settle-sms-account', {
    deployment,
    whoIsHurt: 'A deployment ends without the account’s SMS settings: officers see no receipts.',
    timeout: Duration.minutes(2),
    environment: {},
  });
  const receipts = new CarrierReceipts(stack, 'receipts', {
    deployment,
    settledBy: settleSmsAccount,
    whoIsHurt: officersBlind,
    to: recordReceipt,
  });
  const recordEumEvent = keyed('record-eum-event', {
    whoIsHurt: officersBlind,
    timeout: Duration.seconds(30),
  });
  eum.events.feed(recordEumEvent, { batchSize: 10, workers: 2 });

  const inbound = new WorkQueue(stack, 'inbound', {
    deployment,
    whoIsHurt: 'Citizens who ask by SMS or Zalo get no answer.',
    workerTimeout: Duration.seconds(30),
    attempts: 5,
  });
  const receiveCallback = keyed('receive-callback', {
    forStrangers: true,
    whoIsHurt: 'Officers cannot see which citizens were not reached, and citizens who ask get no answer.',
    environment: { GATEWAY_SECRET_ARN: gateways.arn, INBOUND_QUEUE_URL: inbound.queue.queueUrl },
  });
  gateways.allowRead(receiveCallback);
  inbound.allowSend(receiveCallback);
  door.open(
    receiveCallback,
    'Gateways have no token: a word in the path or a signature proves them, and strangers get 404.',
    'GET /callbacks/esms/{secret}',
    'POST /callbacks/speedsms/{secret}',
    'POST /callbacks/zalo',
    'POST /inbound/sms/{secret}',
  );
  for (const fn of [recordReceipt, recordEumEvent, receiveCallback]) {
    // A notification lies beside its dossier; a receipt is found by its attempt, or kept until its owner is known.
    table.within(`${partitions.dossier}*`).allowWrite(fn, 'UpdateItem');
    table.within(`${partitions.receipt}*`).allowWrite(fn, 'PutItem');
    table.within(`${partitions.attempt}*`).allowQuery(fn, 'table');
    table.allowQuery(fn, lookupIndex);
  }

  const answerInbound = keyed('answer-inbound', {
    whoIsHurt: 'Citizens who ask by SMS or Zalo get no answer.',
    timeout: Duration.seconds(30),
    environment: { SMS_QUEUE_URL: sms.queue.queueUrl },
  });
  table.allowRead(answerInbound, 'BatchGetItem');
  table.allowQuery(answerInbound, 'table', lookupIndex);
  table.allowWrite(answerInbound, 'PutItem', 'UpdateItem');
  sms.allowSend(answerInbound);
  inbound.feed(answerInbound, { batchSize: 10, workers: 2 });
  watchCount(deployment, {
    name: 'inbound-unclaimed',
    what: 'Citizens wrote to a number or an account that is no office’s inbox',
    whoIsHurt: 'These citizens ask, or refuse, and nobody hears them until the inbox has an owner.',
    every: Duration.minutes(5),
  });

  return { deliveryRole: receipts.writer.roleArn, inbound };
};
