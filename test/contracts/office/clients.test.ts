import { memoryStore } from '../../../shared/adapters/memory/store.ts';
import { dynamodbStore } from '../../support/dynamodb-store.ts';
import { keepsClients } from './clients.contract.ts';

keepsClients('memory', async () => memoryStore());
keepsClients('dynamodb', dynamodbStore);
