// Makes the post's round every five minutes: finds word that got lost, reminds citizens, and counts what waits too long.
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { Context } from 'aws-lambda';
import { dynamoChoices } from '../../shared/adapters/dynamodb/office/choices.ts';
import { platformMost } from '../../shared/adapters/lambda/most.ts';
import { decisionStores } from '../../shared/adapters/dynamodb/decision/decision-stores.ts';
import { openPost } from '../../shared/adapters/dynamodb/post/open-post.ts';
import { oneRound } from '../../shared/adapters/one-round.ts';
import { openStores } from '../../shared/adapters/open-stores.ts';
import { now } from '../../shared/adapters/lambda/clock.ts';
import { onColdStart } from '../../shared/adapters/lambda/cold-start.ts';
import { given, readEnv } from '../../shared/adapters/lambda/env.ts';
import { logRound } from '../../shared/adapters/lambda/log/post.ts';
import { s3Evidence } from '../../shared/adapters/s3/evidence.ts';
import { sqsDoorbell } from '../../shared/adapters/sqs/doorbell.ts';
import { nationalCalendars } from '../../shared/domain/calendar/national/calendars.ts';
import { watchPost } from '../../shared/flows/post/tracking/watch-post.ts';

const flow = onColdStart(async () => {
  const env = readEnv({ SMS_QUEUE_URL: given, DOCUMENTS_BUCKET: given });
  const { dynamodb, tableName, vault } = await openStores();
  return watchPost({
    ...openPost(dynamodb, tableName, vault, now),
    ...decisionStores(dynamodb, tableName, vault),
    ...dynamoChoices(dynamodb, tableName, now, { most: platformMost() }),
    doorbell: sqsDoorbell(new SQSClient(), env.SMS_QUEUE_URL),
    files: s3Evidence(new S3Client(), env.DOCUMENTS_BUCKET, vault),
    calendars: nationalCalendars,
  });
});

/** A round ends itself this long before its function would be stopped. */
const margin = 10_000;

const makeRound = async (
  _event: unknown,
  context: Pick<Context, 'getRemainingTimeInMillis'>,
): Promise<void> => {
  const watch = await flow();
  const round = await watch(() => context.getRemainingTimeInMillis() > margin);
  logRound(round);
  if (round.failed.length > 0)
    throw new AggregateError(
      round.failed.map(({ error }) => error),
      `${round.failed.length} partners could not be looked at`,
    );
};

export const handler = oneRound('watch-post', makeRound);
