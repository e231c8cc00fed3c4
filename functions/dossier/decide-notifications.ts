// Reads each new status event off the table's stream and writes down what its citizen is owed.
import { SQSClient } from '@aws-sdk/client-sqs';
import { dynamoChoices } from '../../shared/adapters/dynamodb/office/choices.ts';
import { openPost } from '../../shared/adapters/dynamodb/post/open-post.ts';
import { decisionStores } from '../../shared/adapters/dynamodb/decision/decision-stores.ts';
import { letterStores } from '../../shared/adapters/dynamodb/letter/letter-stores.ts';
import { eventFromItem } from '../../shared/adapters/dynamodb/dossier/status-events.ts';
import { openStores } from '../../shared/adapters/open-stores.ts';
import { now } from '../../shared/adapters/lambda/clock.ts';
import { given, readEnv } from '../../shared/adapters/lambda/env.ts';
import { logDecided } from '../../shared/adapters/lambda/log/steps.ts';
import { streamFunction } from '../../shared/adapters/lambda/stream.ts';
import { sqsDoorbell } from '../../shared/adapters/sqs/doorbell.ts';
import { calendarAt } from '../../shared/domain/letter/api/calendar-link.ts';
import { decideWithPostAndLetters } from '../../shared/flows/decision/decide-with-post-and-letters.ts';

const build = async () => {
  const env = readEnv({ SMS_QUEUE_URL: given, LETTER_QUEUE_URL: given, PUBLIC_URL: given });
  const sqs = new SQSClient();
  const { dynamodb, tableName, vault } = await openStores();
  const decide = decideWithPostAndLetters({
    ...decisionStores(dynamodb, tableName, vault),
    ...dynamoChoices(dynamodb, tableName, now),
    doorbell: sqsDoorbell(sqs, env.SMS_QUEUE_URL),
    clock: now,
    post: openPost(dynamodb, tableName, vault, now),
    letters: {
      ...letterStores(dynamodb, tableName, vault, now),
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
