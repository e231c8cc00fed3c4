import {
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  paginateScan,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { Erasure, Marks } from '../../../domain/rights/erasure.ts';
import type { JobState } from '../../../domain/post/job/dispatch-moves.ts';
import type { LetterDocument } from '../../../domain/letter/letter.ts';
import {
  exportFiles,
  exportKey,
  type HeldItem,
  type PersonRequest,
} from '../../../domain/rights/person-request.ts';
import type { Vault } from '../../../domain/values/vault.ts';
import type { Ward } from '../../../domain/values/ward.ts';
import { conditionally } from '../conditional.ts';
import { expiresAt } from '../expiry.ts';
import { fromItem, type Item, toItem } from '../item.ts';
import { isOver } from '../post/job/job-item.ts';
import { partitions } from '../table.ts';
import { heldKinds } from './kinds.ts';
import { isAbout, learn, type Whose, whoseOf } from './whose.ts';

/** What erasing came to. Files are for whoever may delete them. */
export type Erased = Pick<Erasure, 'erased' | 'kept'> & { fileKeys: string[]; jobs: string[] };

/** What says whose the rest is, in the order in which each follows from the one before. */
const learnedFrom = ['dossier', 'status-event', 'letter', 'dispatch-job'] as const;

/** An item that somebody changes all the time is tried this often. */
const triesAtMost = 5;

/**
 * A person's rights over the whole table. Every item is read, since only that finds a phone inside a sentence: minutes in a
 * province, and no function of the street has a right to it. Everything is found by the marks of the kinds, so that a new
 * field is found by itself. Both can be done again at any time.
 */
export const dynamoPersons = (client: DynamoDBClient, tableName: string, vault: Vault) => {
  const scan = async function* (kinds: readonly string[]): AsyncGenerator<Item> {
    const names = Object.fromEntries(kinds.map((kind, index) => [`:k${index}`, { S: kind }]));
    const asked = {
      TableName: tableName,
      ConsistentRead: true,
      FilterExpression: `#kind IN (${Object.keys(names).join(', ')})`,
      ExpressionAttributeNames: { '#kind': 'kind' },
      ExpressionAttributeValues: names,
    };
    for await (const { Items = [] } of paginateScan({ client }, asked)) yield* Items;
  };

  const everythingOf = async (ward: Ward, marks: Marks): Promise<Whose> => {
    const whose = whoseOf(ward, marks);
    const found: Record<string, Item[]> = {};
    for await (const item of scan(learnedFrom)) (found[item['kind']!.S!] ??= []).push(item);
    for (const kind of learnedFrom)
      for (const item of found[kind] ?? []) learn(whose, item, heldKinds[kind]!, vault);
    // A job or an event may have named a dossier that nothing else did.
    for (const kind of learnedFrom)
      for (const item of found[kind] ?? []) learn(whose, item, heldKinds[kind]!, vault);
    return whose;
  };

  /** What a job keeps until its papers are there is not torn apart: its scans and photographs stay with it. */
  const itemsAbout = async (whose: Whose): Promise<Item[]> => {
    const asks = isAbout(whose, vault);
    const items: Item[] = [];
    for await (const item of scan(Object.keys(heldKinds)))
      if (asks(item, heldKinds[item['kind']!.S!]!)) items.push(item);
    return items;
  };

  /** Writes what is left of an item if it is still as it was read, else reads it again. */
  const eraseOne = async (read: Item, letters: ReadonlySet<string>) => {
    let item: Item | undefined = read;
    const key = { pk: read['pk']!, sk: read['sk']! };
    for (let tries = 0; item !== undefined; tries += 1) {
      if (tries > triesAtMost) throw new Error('an item changes all the time: erase again in a moment');
      const left = heldKinds[item['kind']!.S!]!.erase(item, vault, letters);
      if (left !== 'nothing' && 'stays' in left) return left.stays;
      const after = left === 'nothing' ? undefined : left.item;
      const unchanged = asRead(item, after);
      const write =
        after === undefined
          ? client.send(new DeleteItemCommand({ TableName: tableName, Key: key, ...unchanged }))
          : client.send(new PutItemCommand({ TableName: tableName, Item: after, ...unchanged }));
      if ('done' in (await conditionally<unknown>(write))) return left === 'nothing' ? undefined : left.kept;
      const again = await client.send(
        new GetItemCommand({ TableName: tableName, Key: key, ConsistentRead: true }),
      );
      item = again.Item;
    }
    return undefined;
  };

  return {
    /** Everything that is kept about somebody, in clear. */
    find: async (ward: Ward, marks: Marks): Promise<HeldItem[]> =>
      (await itemsAbout(await everythingOf(ward, marks))).map((item) => ({
        kind: item['kind']!.S!,
        says: heldKinds[item['kind']!.S!]!.read(item, vault),
      })),

    erase: async (ward: Ward, marks: Marks): Promise<Erased> => {
      const whose = await everythingOf(ward, marks);
      const result: Erased = { erased: {}, kept: {}, fileKeys: [], jobs: [] };
      const add = (to: 'erased' | 'kept', name: string) => (result[to][name] = (result[to][name] ?? 0) + 1);
      const items = await itemsAbout(whose);
      const underWay = new Set(items.filter(isOpenJob).map(jobOf));
      // Letters first and dossiers last: whoever dies on the way finds everything again by its dossier.
      for (const item of items.toSorted((a, b) => lastIs(a) - lastIs(b))) {
        const kind = item['kind']!.S!;
        if ((kind === 'scan' || kind === 'evidence') && underWay.has(jobOf(item))) continue;
        if (kind === 'letter')
          result.fileKeys.push(
            ...((fromItem(item)['documents'] as LetterDocument[]) ?? []).map(({ key }) => key),
          );
        if (kind === 'person-request') {
          const asked = heldKinds[kind]!.read(item, vault) as PersonRequest;
          if (asked.what === 'export')
            result.fileKeys.push(...exportFiles.map((name) => exportKey(asked, name, vault)));
          if (asked.reason === undefined) continue; // it names nobody already
        }
        const kept = await eraseOne(item, whose.letters);
        if (kept !== undefined) add('kept', kept);
        if (kept !== 'underWay') add('erased', kind);
        if (kind === 'dispatch-job' && kept !== 'underWay') result.jobs.push(jobOf(item)!);
      }
      return result;
    },

    /** Keeps that somebody was erased, for five years: hashes and counts. */
    remember: async (erasure: Erasure): Promise<void> => {
      await client.send(
        new PutItemCommand({
          TableName: tableName,
          Item: toItem({
            pk: partitions.erased + erasure.ward,
            sk: `${erasure.at}#${erasure.id}`,
            kind: 'erased',
            erasure,
            expiresAt: expiresAt('erased', erasure.at),
          }),
        }),
      );
    },

    /** All erasures of all wards, oldest first. */
    erasures: async (): Promise<Erasure[]> => {
      const found: Erasure[] = [];
      for await (const item of scan(['erased'])) found.push(fromItem(item)['erasure'] as Erasure);
      return found.toSorted((a, b) => (a.at < b.at ? -1 : 1));
    },
  };
};

const jobOf = (item: Item): string | undefined =>
  item['jobId']?.S ?? item['record']?.M?.['jobId']?.S ?? item['evidence']?.M?.['jobId']?.S;

const isOpenJob = (item: Item): boolean =>
  item['kind']?.S === 'dispatch-job' && !isOver(item['state']!.S! as JobState);

const lastIs = (item: Item): number =>
  Math.max(0, learnedFrom.toReversed().indexOf(item['kind']!.S as never) + 1);

/** The condition that every attribute which changes or goes is as it was read. */
const asRead = (before: Item, after: Item = {}) => {
  const changed = Object.keys(before).filter(
    (name) => !['pk', 'sk'].includes(name) && JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
  return {
    ConditionExpression: [
      'attribute_exists(pk)',
      ...changed.map((_, index) => `#a${index} = :a${index}`),
    ].join(' AND '),
    ...(changed.length > 0 && {
      ExpressionAttributeNames: Object.fromEntries(changed.map((name, index) => [`#a${index}`, name])),
      ExpressionAttributeValues: Object.fromEntries(
        changed.map((name, index) => [`:a${index}`, before[name]!]),
      ),
    }),
  };
};
