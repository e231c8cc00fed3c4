import { type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Vault } from '../../../domain/values/vault.ts';
import { conditionally } from '../conditional.ts';
import { expressions } from '../expressions.ts';
import { fromItem, toItem } from '../item.ts';
import { jobExpiresAt } from './expiry.ts';
import type { Clock } from '../../../domain/values/instant.ts';
import type { KeyIsMine } from '../../../domain/post/job/dispatch-jobs.ts';

/**
 * Idempotency keys of a tenant, for a day. What is done under a key has a natural key of its own, so that a repeat finds
 * it; here it is only noticed when a key comes again with another body, of which a fingerprint is kept.
 */
export const dynamoIdempotency =
  (client: DynamoDBClient, tableName: string, vault: Vault, clock: Clock): KeyIsMine =>
  async (tenant, key, body) => {
    const print = vault.fingerprint(body);
    const put = await conditionally(
      client.send(
        new PutItemCommand({
          TableName: tableName,
          Item: toItem({
            pk: `IDEMPOTENCY#${tenant}#${key}`,
            sk: 'KEY',
            kind: 'idempotency-key',
            print,
            expiresAt: jobExpiresAt('key', clock()),
          }),
          ...expressions({ ConditionExpression: 'attribute_not_exists(#pk)' }),
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      ),
    );
    return 'done' in put || (put.by && fromItem(put.by)['print'] === print) ? 'mine' : 'reused';
  };
