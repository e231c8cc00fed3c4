// Reads what changed off the table's stream: tells the citizens of dispatch jobs that owe word, closes the dossiers of what
// was delivered, and counts all of it for the reports (decision 0037).
import { SQSClient } from '@aws-sdk/client-sqs';
import { dynamoChoices } from '../../shared/adapters/dynamodb/office/choices.ts';
import { platformMost } from '../../shared/adapters/lambda/most.ts';
import { decisionStores } from '../../shared/adapters/dynamodb/decision/decision-stores.ts';
import { openPost } from '../../shared/adapters/dynamodb/post/open-post.ts';
import { dynamoCounters } from '../../shared/adapters/dynamodb/report/counters.ts';
import { changedIn } from '../../shared/adapters/dynamodb/report/report-keys.ts';
import { openStores } from '../../shared/adapters/open-stores.ts';
import { now } from '../../shared/adapters/lambda/clock.ts';
import { given, readEnv } from '../../shared/adapters/lambda/env.ts';
import { streamFunction } from '../../shared/adapters/lambda/stream.ts';
import { sqsDoorbell } from '../../shared/adapters/sqs/doorbell.ts';
import { notifyOfJob } from '../../shared/flows/post/telling/notify-of-job.ts';
import { countAnew } from '../../shared/flows/report/count-anew.ts';
import { countChanged } from './routes/count-changed.ts';
import { tellOfJobs } from './routes/tell-of-jobs.ts';

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
  const count = countAnew({ counters: dynamoCounters(dynamodb, tableName, vault), clock: now });
  return { bring, jobs: post.jobs, count };
};

export const handler = streamFunction(
  build,
  (_ports, image) => changedIn(image),
  async (ports, changed) => {
    const untold = await tellOfJobs(ports, changed);
    return { failed: new Set([...untold, ...(await countChanged(ports, changed))]) };
  },
);
