// Makes the clock's round each minute: rings for what is due, names doubts, repairs what a lost doorbell left.
import { SQSClient } from '@aws-sdk/client-sqs';
import type { Context } from 'aws-lambda';
import { dynamoChoices } from '../../shared/adapters/dynamodb/office/choices.ts';
import { decisionStores } from '../../shared/adapters/dynamodb/decision/decision-stores.ts';
import { letterStores } from '../../shared/adapters/dynamodb/letter/letter-stores.ts';
import { dynamoReceipts } from '../../shared/adapters/dynamodb/notification/receipts.ts';
import { openPost } from '../../shared/adapters/dynamodb/post/open-post.ts';
import { dynamoStatusEvents } from '../../shared/adapters/dynamodb/dossier/status-events.ts';
import { openStores } from '../../shared/adapters/open-stores.ts';
import { now } from '../../shared/adapters/lambda/clock.ts';
import { onColdStart } from '../../shared/adapters/lambda/cold-start.ts';
import { given, readEnv } from '../../shared/adapters/lambda/env.ts';
import { logTick } from '../../shared/adapters/lambda/log/steps.ts';
import { sqsDoorbell } from '../../shared/adapters/sqs/doorbell.ts';
import { calendarAt } from '../../shared/domain/letter/api/calendar-link.ts';
import { decideWithPostAndLetters } from '../../shared/flows/decision/decide-with-post-and-letters.ts';
import { releaseDue } from '../../shared/flows/notification/release-due.ts';
import { sweepLetters } from '../../shared/flows/letter/sweep-letters.ts';

const flow = onColdStart(async () => {
  const env = readEnv({ SMS_QUEUE_URL: given, LETTER_QUEUE_URL: given, PUBLIC_URL: given });
  const sqs = new SQSClient();
  const { dynamodb, tableName, vault } = await openStores();
  const doorbell = sqsDoorbell(sqs, env.SMS_QUEUE_URL);
  const letterbell = sqsDoorbell(sqs, env.LETTER_QUEUE_URL);
  const stores = letterStores(dynamodb, tableName, vault, now);
  const decisions = decisionStores(dynamodb, tableName, vault);
  const choices = dynamoChoices(dynamodb, tableName, now);
  const release = releaseDue({
    ...decisions,
    ...choices,
    events: dynamoStatusEvents(dynamodb, tableName, vault),
    receipts: dynamoReceipts(dynamodb, tableName, vault),
    decide: decideWithPostAndLetters({
      ...decisions,
      ...choices,
      doorbell,
      clock: now,
      post: openPost(dynamodb, tableName, vault, now),
      letters: { ...stores, vault, calendarUrl: calendarAt(env.PUBLIC_URL), doorbell: letterbell },
    }),
    doorbell,
    clock: now,
  });
  return { release, sweep: sweepLetters({ letters: stores.letters, doorbell: letterbell, clock: now }) };
});

/** A tick ends itself this long before its function would be stopped. */
const margin = 5_000;

export const handler = async (_event: unknown, context: Context): Promise<void> => {
  const { release, sweep } = await flow();
  const timeLeft = () => context.getRemainingTimeInMillis() > margin;
  const tick = await release(timeLeft);
  logTick({ ...tick, 'letters-rung': await sweep(timeLeft) });
};
