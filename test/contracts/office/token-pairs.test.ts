import { dynamoTokenPairs } from '../../../shared/adapters/dynamodb/office/token-pairs.ts';
import { memoryTokenPairs } from '../../../shared/adapters/memory/office/token-pairs.ts';
import { aTable, aVault, emulatedDynamoDB } from '../../support/dynamodb-store.ts';
import { keepsTokenPairs } from './token-pairs.contract.ts';

keepsTokenPairs('memory', async () => memoryTokenPairs());
keepsTokenPairs('dynamodb', async () => {
  const client = emulatedDynamoDB();
  return dynamoTokenPairs(client, await aTable(client), aVault);
});
