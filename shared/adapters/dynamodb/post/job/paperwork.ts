import {
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { canonical } from '../../../../domain/values/writing/canonical.ts';
import {
  type Manifest,
  manifestPrivacy,
  type Manifests,
  type TrackingNumbers,
} from '../../../../domain/post/paper/manifest.ts';
import type { Remittance, Remittances } from '../../../../domain/post/money/remittance.ts';
import { s10Number } from '../../../../domain/post/tracking/s10.ts';
import type { Vault } from '../../../../domain/values/vault.ts';
import { conditionally } from '../../conditional.ts';
import { jobExpiresAt } from '../expiry.ts';
import { expressions } from '../../expressions.ts';
import { fromItem, type Item, toItem } from '../../item.ts';
import { type Key, placeOf } from '../../keys.ts';
import { openEach, sealEach } from '../../personal.ts';
import { manifestKey, poolKey, remittanceKey } from '../keys.ts';
import type { Partners } from '../../../../domain/post/partner/partner.ts';

const absent = expressions({ ConditionExpression: 'attribute_not_exists(#pk)' });

/** Hand-over lists in the table; a replacement is conditioned on the revision that it was made from. */
export const dynamoManifests = (client: DynamoDBClient, tableName: string, vault: Vault): Manifests => {
  const itemOf = (manifest: Manifest): Item => {
    const key = manifestKey(manifest.manifestId);
    return toItem({
      ...key,
      kind: 'manifest',
      revision: manifest.revision,
      manifest: sealEach(manifest, manifestPrivacy, vault, placeOf(key)),
      expiresAt: jobExpiresAt('paperwork', manifest.openedAt),
    });
  };
  const put = (manifest: Manifest, condition: Parameters<typeof expressions>[0], values = {}) =>
    conditionally(
      client.send(
        new PutItemCommand({
          TableName: tableName,
          Item: itemOf(manifest),
          ...expressions(condition, values),
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      ),
    );
  const manifestIn = (item: Item): Manifest => {
    const { pk, sk, manifest } = fromItem(item) as Key & { manifest: Record<string, unknown> };
    return openEach(manifest, manifestPrivacy, vault, placeOf({ pk, sk })) as Manifest;
  };
  return {
    create: async (manifest) =>
      'done' in (await put(manifest, { ConditionExpression: 'attribute_not_exists(#pk)' }))
        ? 'created'
        : 'existing',
    find: async (scope, manifestId) => {
      const { Item } = await client.send(
        new GetItemCommand({
          TableName: tableName,
          Key: toItem(manifestKey(manifestId)),
          ConsistentRead: true,
        }),
      );
      const found = Item && manifestIn(Item);
      const mine = 'ward' in scope ? found?.ward === scope.ward : found?.partner === scope.partner;
      return mine ? found : undefined;
    },
    replace: async (manifest) => {
      const earlier = manifest.revision - 1;
      const made = await put(manifest, { ConditionExpression: '#revision = :earlier' }, { earlier });
      // Our own write whose answer was lost, met by its repeat.
      return (
        'done' in made || (made.by !== undefined && canonical(manifestIn(made.by)) === canonical(manifest))
      );
    },
  };
};

/** Remittances in the table, once for their partner and id. */
export const dynamoRemittances = (client: DynamoDBClient, tableName: string): Remittances => ({
  open: async (remittance) => {
    const made = await conditionally(
      client.send(
        new PutItemCommand({
          TableName: tableName,
          Item: toItem({
            ...remittanceKey(remittance.partner, remittance.remittanceId),
            kind: 'remittance',
            remittance,
            expiresAt: jobExpiresAt('paperwork', remittance.receivedAt),
          }),
          ...absent,
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      ),
    );
    if ('done' in made) return { is: 'opened' };
    const earlier = fromItem(made.by ?? {}) as { remittance: Remittance };
    return { is: 'existing', remittance: earlier.remittance };
  },
  close: async (partner, remittanceId, settled) => {
    await client.send(
      new UpdateItemCommand({
        TableName: tableName,
        Key: toItem(remittanceKey(partner, remittanceId)),
        ...expressions(
          {
            UpdateExpression: 'SET #remittance.#settled = :settled',
            ConditionExpression: 'attribute_exists(#pk)',
          },
          { settled },
        ),
      }),
    );
  },
});

/** Pools of numbers: one counter a series, raised by every draw. A draw whose answer was lost burns a number. */
export const dynamoTrackingNumbers = (
  client: DynamoDBClient,
  tableName: string,
  partners: Pick<Partners, 'find'>,
): TrackingNumbers => ({
  next: async (code) => {
    const pool = (await partners.find(code))?.pool;
    if (!pool) return undefined;
    const { service, country, first, last } = pool;
    const drawn = await conditionally(
      client.send(
        new UpdateItemCommand({
          TableName: tableName,
          Key: toItem(poolKey(code, `${service}${country}${first}`)),
          ...expressions(
            {
              UpdateExpression: 'SET #next = if_not_exists(#next, :first) + :one',
              ConditionExpression: 'attribute_not_exists(#next) OR #next <= :last',
            },
            { first, one: 1, last },
          ),
          ReturnValues: 'UPDATED_NEW',
        }),
      ),
    );
    if (!('done' in drawn)) return undefined;
    const { next } = fromItem(drawn.done.Attributes!) as { next: number };
    return s10Number(service, next - 1, country);
  },
});
