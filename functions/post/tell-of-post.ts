// Reads each dispatch job that owes word off the table's stream: tells its citizen, and closes the dossier of what was delivered.
import { SQSClient } from '@aws-sdk/client-sqs';
import { dynamoChoices } from '../../shared/adapters/dynamodb/office/choices.ts';
import { platformMost } from '../../shared/adapters/lambda/most.ts';
import { decisionStores } from '../../shared/adapters/dynamodb/decision/decision-stores.ts';
import { openPost } from '../../shared/adapters/dynamodb/post/open-post.ts';
import { jobNamedIn } from '../../shared/adapters/dynamodb/post/job/job-outbox.ts';
import { openStores } from '../../shared/adapters/open-stores.ts';
import { now } from '../../shared/adapters/lambda/clock.ts';
import { given, readEnv } from '../../shared/adapters/lambda/env.ts';
import { logWord } from '../../shared/adapters/lambda/log/post.ts';
import { streamFunction } from '../../shared/adapters/lambda/stream.ts';
import { sqsDoorbell } from '../../shared/adapters/sqs/doorbell.ts';
import { notifyOfJob } from '../../shared/flows/post/telling/notify-of-job.ts';

const build = async () => {
  const env = readEnv({ SMS_QUEUE_URL: given });
  const { dynamodb, tableName, vault } = await openStores();
  const post = openPost(dynamodb, tableName, vault, now);
  const bring = notifyOfJob({
    ...post,
    ...decisionStores(dynamodb, tableName, vault),
    ...dynamoChoices(dynamodb, tableName, now, { most: platformMost() }),
    doorbell: sqsDoorbell(new SQSClient(), env.SMS_QUEUE_URL),
  });
  return { bring, jobs: post.jobs };
};

export const handler = streamFunction(
  build,
  (_ports, image) => jobNamedIn(image),
  async ({ bring, jobs }, named) => {
    const failed = new Set<(typeof named)[number]>();
    // One job may come several times; it is told of as it is now, once.
    for (const [jobId, all] of Map.groupBy(named, (one) => one.jobId)) {
      try {
        const job = await jobs.find({ ward: all[0]!.ward }, jobId);
        if (job) logWord(await bring(job));
      } catch (error) {
        logWord({ jobId, outcome: 'failed' }, error);
        all.forEach((one) => failed.add(one));
      }
    }
    return { failed };
  },
);
