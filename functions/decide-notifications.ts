// Reads each new status event off the table's stream and writes down what its citizen is owed.
import { dynamoClient } from '../shared/adapters/dynamodb/client.ts';
import { KMSClient } from '@aws-sdk/client-kms';
import { SQSClient } from '@aws-sdk/client-sqs';
import { dynamoChoices } from '../shared/adapters/dynamodb/choices.ts';
import { dynamoDataKeys } from '../shared/adapters/dynamodb/data-keys.ts';
import { openPost } from '../shared/adapters/dynamodb/post/open-post.ts';
import { decisionStores } from '../shared/adapters/dynamodb/decision-stores.ts';
import { letterStores } from '../shared/adapters/dynamodb/letter-stores.ts';
import { eventFromItem } from '../shared/adapters/dynamodb/status-events.ts';
import { openVault } from '../shared/adapters/kms/vault.ts';
import { now } from '../shared/adapters/lambda/clock.ts';
import { given, readEnv } from '../shared/adapters/lambda/env.ts';
import { logDecided } from '../shared/adapters/lambda/log-steps.ts';
import { streamFunction } from '../shared/adapters/lambda/stream.ts';
import { sqsDoorbell } from '../shared/adapters/sqs/doorbell.ts';
import { calendarAt } from '../shared/domain/letter/calendar-link.ts';
import { decideWithPostAndLetters } from '../shared/flows/decide-with-post-and-letters.ts';

const build = async () => {
  const env = readEnv({
    TABLE_NAME: given,
    SMS_QUEUE_URL: given,
    LETTER_QUEUE_URL: given,
    DATA_KEY_ARN: given,
    PUBLIC_URL: given,
  });
  const dynamodb = dynamoClient();
  const sqs = new SQSClient();
  const vault = await openVault(new KMSClient(), env.DATA_KEY_ARN, dynamoDataKeys(dynamodb, env.TABLE_NAME));
  const decide = decideWithPostAndLetters({
    ...decisionStores(dynamodb, env.TABLE_NAME, vault),
    ...dynamoChoices(dynamodb, env.TABLE_NAME, now),
    doorbell: sqsDoorbell(sqs, env.SMS_QUEUE_URL),
    clock: now,
    post: openPost(dynamodb, env.TABLE_NAME, vault, now),
    letters: {
      ...letterStores(dynamodb, env.TABLE_NAME, vault, now),
      vault,
      calendarUrl: calendarAt(env.PUBLIC_URL),
      doorbell: sqsDoorbell(sqs, env.LETTER_QUEUE_URL),
    },
  });
  return { vault, decide };
};

export const handler = streamFunction(
  build,
  ({ vault }, image) => eventFromItem(image, vault),
  async ({ decide }, events) => {
    const decided = await decide(events);
    logDecided(decided);
    return { failed: new Set(decided.rows.flatMap((row) => ('failed' in row ? [row.event] : []))) };
  },
);
