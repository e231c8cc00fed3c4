import { memoryStore } from '../../../shared/adapters/memory/store.ts';
import { dynamodbStore } from '../../support/dynamodb-store.ts';
import { keepsSettings } from './settings.contract.ts';

keepsSettings('memory', async () => memoryStore());
keepsSettings('dynamodb', dynamodbStore);
