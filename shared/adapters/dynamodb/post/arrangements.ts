import { type DynamoDBClient, GetItemCommand, paginateQuery, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { between, type Instant, minutes, type Clock } from '../../../domain/values/instant.ts';
import { PostalPartner, type Partners } from '../../../domain/post/partner/partner.ts';
import { WardPost, type WardPosts } from '../../../domain/post/partner/ward-post.ts';
import { isWardPartner } from '../../../domain/post/partner/ward-partner.ts';
import { expressions } from '../expressions.ts';
import { fromItem, toItem } from '../item.ts';
import { type Key } from '../keys.ts';
import { partnerKey, partnersPartition, wardPostKey } from './keys.ts';

/** How long a warm function may go by arrangements that it has read. */
const believedFor = minutes(1);

/** Asks at most once in that time for each name. */
export const remembering = <Found>(read: (name: string) => Promise<Found>, clock: Clock) => {
  const known = new Map<string, { found: Found; readAt: Instant }>();
  return async (name: string): Promise<Found> => {
    const before = known.get(name);
    if (before && between(before.readAt, clock()) < believedFor) return before.found;
    const found = await read(name);
    known.set(name, { found, readAt: clock() });
    return found;
  };
};

/** A ward's own deliverers need no agreement: they report in our words and number their visits as they like. */
const ownDeliverers = (code: string): PostalPartner =>
  PostalPartner.parse({
    code,
    name: 'Người của phường',
    codes: 'bao-tin/1',
    series: [{ prefix: '', strictness: 'free' }],
  });

/** What wards and partners have arranged, in the table. It is about offices and no citizen, so it does not expire. */
export const dynamoArrangements = (client: DynamoDBClient, tableName: string, clock: Clock) => {
  const read = async (key: Key) => {
    const { Item } = await client.send(new GetItemCommand({ TableName: tableName, Key: toItem(key) }));
    return Item && fromItem(Item);
  };
  const put = async (item: Record<string, unknown>) => {
    await client.send(new PutItemCommand({ TableName: tableName, Item: toItem(item) }));
  };

  const posts: WardPosts = {
    of: remembering(async (ward) => {
      const item = await read(wardPostKey(ward));
      return item && WardPost.parse(item['post']);
    }, clock),
  };
  const partners: Partners = {
    find: remembering(async (code) => {
      const item = await read(partnerKey(code));
      if (item) return PostalPartner.parse(item['partner']);
      return isWardPartner(code) ? ownDeliverers(code) : undefined;
    }, clock),
    ofWard: async (ward) => (await posts.of(ward))?.partners ?? [],
  };
  return {
    posts,
    partners,
    /** Every postal partner there is; they are few. */
    allPartners: async (): Promise<PostalPartner[]> => {
      const query = {
        TableName: tableName,
        ...expressions({ KeyConditionExpression: '#pk = :pk' }, { pk: partnersPartition }),
      };
      const found: PostalPartner[] = [];
      for await (const { Items = [] } of paginateQuery({ client }, query))
        found.push(...Items.map((item) => PostalPartner.parse(fromItem(item)['partner'])));
      return found;
    },
    /** The ward's own deliverers need no entry among the partners: they are one for their ward without. */
    savePost: (post: WardPost): Promise<void> => put({ ...wardPostKey(post.ward), kind: 'ward-post', post }),
    savePartner: (partner: PostalPartner): Promise<void> =>
      put({ ...partnerKey(partner.code), kind: 'partner', partner }),
  };
};
