import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Vault } from '../../../domain/values/vault.ts';
import { dynamoArrangements } from './arrangements.ts';
import { dynamoCashBooks } from './cash-books.ts';
import { dynamoConfirmations } from './confirmations.ts';
import { dynamoBookmarks } from './carriers/bookmarks.ts';
import { dynamoCarrierOrders } from './carriers/carrier-orders.ts';
import { dynamoCarrierCallbacks } from './carriers/carrier-callbacks.ts';
import { dynamoDispatchJobs } from './job/dispatch-jobs.ts';
import { dynamoJobLists } from './job/job-lists.ts';
import { dynamoIdempotency } from './idempotency.ts';
import { dynamoManifests, dynamoRemittances, dynamoTrackingNumbers } from './job/paperwork.ts';
import { dynamoPlaces } from './places.ts';
import { dynamoPolls } from './polls.ts';
import { dynamoJobOutbox } from './job/job-outbox.ts';
import type { Clock } from '../../../domain/values/instant.ts';

/** Everything of the post that lies in the table. */
export const openPost = (client: DynamoDBClient, tableName: string, vault: Vault, clock: Clock) => {
  const { posts, partners, allPartners } = dynamoArrangements(client, tableName, clock);
  return {
    clock,
    posts,
    partners,
    allPartners,
    jobs: dynamoDispatchJobs(client, tableName, vault),
    lists: dynamoJobLists(client, tableName, vault),
    numbers: dynamoTrackingNumbers(client, tableName, partners),
    manifests: dynamoManifests(client, tableName, vault),
    books: dynamoCashBooks(client, tableName),
    confirmations: dynamoConfirmations(client, tableName, vault),
    orders: dynamoCarrierOrders(client, tableName),
    words: dynamoCarrierCallbacks(client, tableName, vault),
    bookmarks: dynamoBookmarks(client, tableName),
    remittances: dynamoRemittances(client, tableName),
    polls: dynamoPolls(client, tableName),
    word: dynamoJobOutbox(client, tableName, vault),
    places: dynamoPlaces(client, tableName, clock).places,
    keyIsMine: dynamoIdempotency(client, tableName, vault, clock),
  };
};
