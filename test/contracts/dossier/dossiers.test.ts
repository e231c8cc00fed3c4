import { memoryStore } from '../../../shared/adapters/memory/store.ts';
import { dynamodbStore } from '../../support/dynamodb-store.ts';
import { keepsWhatDecisionsShare } from '../shared-records.contract.ts';
import { findsDossiersByPhone } from './dossiers-by-phone.contract.ts';
import { keepsDossiers } from './dossiers.contract.ts';

for (const contract of [keepsDossiers, findsDossiersByPhone, keepsWhatDecisionsShare]) {
  contract('memory', async () => memoryStore());
  contract('dynamodb', dynamodbStore);
}
