import { memoryStore } from '../../../shared/adapters/memory/store.ts';
import { dynamodbStore } from '../../support/dynamodb-store.ts';
import { keepsConversations, keepsInboxes } from './conversations.contract.ts';

keepsConversations('memory', async () => memoryStore());
keepsConversations('dynamodb', dynamodbStore);
keepsInboxes('memory', async () => memoryStore());
keepsInboxes('dynamodb', dynamodbStore);
