import { memoryStore } from '../../../shared/adapters/memory/store.ts';
import { dynamodbStore } from '../../support/dynamodb-store.ts';
import { keepsReceipts } from './receipts.contract.ts';

keepsReceipts('memory', async () => memoryStore());
keepsReceipts('dynamodb', dynamodbStore);
