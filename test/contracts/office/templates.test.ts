import { memoryStore } from '../../../shared/adapters/memory/store.ts';
import { dynamodbStore } from '../../support/dynamodb-store.ts';
import { keepsTemplates } from './templates.contract.ts';

keepsTemplates('memory', async () => memoryStore());
keepsTemplates('dynamodb', dynamodbStore);
