import { type DynamoDBClient, paginateQuery, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { type DispatchJob, dispatchJobPrivacy } from '../../../../domain/post/job/dispatch-job.ts';
import { forgotten, forgottenScan } from '../../../../domain/post/job/ends/forget.ts';
import { trackingRecordPrivacy } from '../../../../domain/post/tracking/tracking-record.ts';
import { personalIn } from '../../../../domain/values/privacy.ts';
import type { Vault } from '../../../../domain/values/vault.ts';
import { conditionally } from '../../conditional.ts';
import { expressions } from '../../expressions.ts';
import { toItem } from '../../item.ts';
import { attributesOf } from './job-item.ts';
import { jobKey, scanKey, scanPrefix } from '../keys.ts';
import { scanIn, sealedForScan } from './scans.ts';

/** What the update of a job writes instead of its citizen: what remains is sealed anew, everything else removed. */
export const forgettingUpdate = (job: DispatchJob, vault: Vault) => {
  const after = forgotten(job);
  const names = personalIn(dispatchJobPrivacy);
  const remaining = names.filter((name) => after[name] !== undefined);
  const facts = attributesOf(
    job.jobId,
    Object.fromEntries(remaining.map((name) => [name, after[name]])),
    vault,
  );
  return {
    set: Object.keys(facts).map((name) => `#${name} = :${name}`),
    remove: names.filter((name) => after[name] === undefined).map((name) => `#${name}`),
    values: facts,
  };
};

/** Takes out of every scan of a job whom it met and where. */
export const forgetScans = async (
  client: DynamoDBClient,
  tableName: string,
  vault: Vault,
  jobId: string,
): Promise<void> => {
  const scans = expressions(
    { KeyConditionExpression: '#pk = :pk AND begins_with(#sk, :prefix)' },
    { pk: jobKey(jobId).pk, prefix: scanPrefix },
  );
  const query = { TableName: tableName, ConsistentRead: true, ...scans };
  for await (const { Items = [] } of paginateQuery({ client }, query)) {
    for (const item of Items) {
      const scan = forgottenScan(scanIn(item, vault));
      const left = personalIn(trackingRecordPrivacy).filter((name) => scan[name] !== undefined);
      const UpdateExpression = `SET ${left.map((name) => `#record.#${name} = :${name}`).join(', ')}`;
      await conditionally(
        client.send(
          new UpdateItemCommand({
            TableName: tableName,
            Key: toItem(scanKey(jobId, scan.identity)),
            ...expressions(
              { UpdateExpression, ConditionExpression: 'attribute_exists(#pk)' },
              sealedForScan(scan, scan, vault),
            ),
          }),
        ),
      );
    }
  }
};
