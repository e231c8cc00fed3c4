import { memoryStore } from '../../../shared/adapters/memory/store.ts';
import { dynamodbStore } from '../../support/dynamodb-store.ts';
import { keepsStatusEvents } from './status-events.contract.ts';

keepsStatusEvents('memory', async () => memoryStore());
keepsStatusEvents('dynamodb', dynamodbStore);
