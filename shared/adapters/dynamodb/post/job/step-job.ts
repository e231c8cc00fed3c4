import { randomUUID } from 'node:crypto';
import { type DynamoDBClient, type TransactWriteItem, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { mayMoveMoney } from '../../../../domain/post/money/books-change.ts';
import { changeOf } from '../../../../domain/post/job/change.ts';
import type { DispatchJob, JobScope } from '../../../../domain/post/job/dispatch-job.ts';
import { type JobStep, takeStep } from '../../../../domain/post/job/job-step.ts';
import type { Vault } from '../../../../domain/values/vault.ts';
import { conditionally } from '../../conditional.ts';
import { jobExpiresAt } from '../expiry.ts';
import { expressions } from '../../expressions.ts';
import { type Item, toItem } from '../../item.ts';
import { transact } from '../../transact.ts';
import { jobIn, writerOf } from './job-item.ts';
import { updateOf } from './job-update.ts';
import { booksWrites } from '../cash-books.ts';
import { changeKey, numberKey } from '../keys.ts';
import type { Stepped } from '../../../../domain/post/job/dispatch-jobs.ts';

/** How often a step that is judged on a read is judged again when somebody was faster. */
const rounds = 5;

type Find = (scope: JobScope, jobId: string) => Promise<DispatchJob | undefined>;

export const isMine = (scope: JobScope, job: DispatchJob): boolean =>
  'ward' in scope ? job.ward === scope.ward : job.partner === scope.partner;

/** What a refused write found: nothing of this scope, or the job and why. */
const refusedBy = (item: Item | undefined, scope: JobScope, step: JobStep, vault: Vault): Stepped => {
  const job = item && jobIn(item, vault);
  if (!job || !isMine(scope, job)) return { is: 'unknown' };
  const taken = takeStep(job, step);
  if (taken.is === 'moved')
    throw new Error(`${job.jobId}: the store refused ${step.happened}, the table allows it`);
  return { ...taken, job };
};

/** The job before a write of ours whose answer was lost: what it entered only now, it had not entered. */
const beforeOwn = (after: DispatchJob): DispatchJob => {
  const entered = after.reached[after.state] === after.changedAt;
  const reached = { ...after.reached };
  if (entered) delete reached[after.state];
  return { ...after, revision: after.revision - 1, reached };
};

/** One step of one job: a single conditional update that reads nothing, or, where more is written, one transaction. */
export const stepJob =
  (client: DynamoDBClient, tableName: string, vault: Vault, find: Find) =>
  async (scope: JobScope, jobId: string, step: JobStep): Promise<Stepped> =>
    step.reserves ||
    step.change ||
    step.set?.partner !== undefined ||
    step.set?.recipient ||
    mayMoveMoney(step)
      ? stepOnRead({ client, tableName, vault, find }, scope, jobId, step)
      : stepBlind({ client, tableName, vault }, scope, jobId, step);

type Tools = { client: DynamoDBClient; tableName: string; vault: Vault };

const stepBlind = async (
  { client, tableName, vault }: Tools,
  scope: JobScope,
  jobId: string,
  step: JobStep,
): Promise<Stepped> => {
  const writtenBy = randomUUID();
  const write = await conditionally(
    client.send(
      new UpdateItemCommand({
        TableName: tableName,
        ...updateOf(scope, jobId, step, { vault, writtenBy }),
        ReturnValues: 'ALL_OLD',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    ),
  );
  if ('done' in write) {
    const before = jobIn(write.done.Attributes!, vault);
    const taken = takeStep(before, step);
    if (taken.is === 'refused')
      throw new Error(`${jobId}: the store made ${step.happened}, the table forbids it`);
    return { is: 'moved', before, job: taken.job };
  }
  // The SDK repeats a write whose answer was lost, and the repeat meets our own.
  if (write.by && writerOf(write.by) === writtenBy) {
    const job = jobIn(write.by, vault);
    return { is: 'moved', before: beforeOwn(job), job };
  }
  return refusedBy(write.by, scope, step, vault);
};

const stepOnRead = async (
  { client, tableName, vault, find }: Tools & { find: Find },
  scope: JobScope,
  jobId: string,
  step: JobStep,
): Promise<Stepped> => {
  for (let round = 1; ; round += 1) {
    const before = await find(scope, jobId);
    if (!before) return { is: 'unknown' };
    const taken = takeStep(before, step);
    if (taken.is === 'refused') return { ...taken, job: before };
    const onlyIf = { ...step.onlyIf, revision: before.revision };
    const update = updateOf(scope, jobId, { ...step, onlyIf }, { vault, writtenBy: randomUUID(), before });
    const writes: TransactWriteItem[] = [{ Update: { TableName: tableName, ...update } }];
    if (step.reserves) writes.push(reserving(tableName, step.reserves.trackingNumber, jobId));
    if (step.change) {
      const change = changeOf(step.change, before.partner, taken.job);
      const item = { ...changeKey(change.partner, change.changeId), kind: 'change', change };
      const expiry = jobExpiresAt('change', change.at);
      writes.push({ Put: { TableName: tableName, Item: toItem({ ...item, expiresAt: expiry }) } });
    }
    writes.push(...booksWrites(tableName, before, taken.job));
    const why = await transact(client, writes);
    if (why === undefined) return { is: 'moved', before, job: taken.job };
    if (why[0] === 'ConditionalCheckFailed' || why.includes('TransactionConflict')) {
      if (round === rounds) return { is: 'refused', because: 'revision', job: before };
    } else if (why[1] === 'ConditionalCheckFailed') return { is: 'taken' };
    else throw new Error(`${jobId}: ${step.happened} was cancelled: ${why.join(', ')}`);
  }
};

const reserving = (tableName: string, trackingNumber: string, jobId: string): TransactWriteItem => ({
  Put: {
    TableName: tableName,
    Item: toItem({ ...numberKey(trackingNumber), kind: 'tracking-number', jobId }),
    ...expressions({ ConditionExpression: 'attribute_not_exists(#pk) OR #jobId = :jobId' }, { jobId }),
  },
});
