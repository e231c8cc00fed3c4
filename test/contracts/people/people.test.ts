import { memoryStore } from '../../../shared/adapters/memory/store.ts';
import { dynamodbStore } from '../../support/dynamodb-store.ts';
import { keepsPeople } from './people.contract.ts';

keepsPeople('memory', async () => memoryStore());
keepsPeople('dynamodb', dynamodbStore);
