import { dynamoDispatchJobs } from '../../../shared/adapters/dynamodb/post/job/dispatch-jobs.ts';
import {
  dynamoManifests,
  dynamoRemittances,
  dynamoTrackingNumbers,
} from '../../../shared/adapters/dynamodb/post/job/paperwork.ts';
import { memoryPartners } from '../../../shared/adapters/memory/post/paperwork.ts';
import { aTable, aVault, emulatedDynamoDB } from '../../support/dynamodb-store.ts';
import { keepsDispatchJobs } from './dispatch-jobs.contract.ts';
import { keepsManifests, keepsRemittances, keepsTrackingNumbers } from './paperwork.contract.ts';

const opened = async () => {
  const client = emulatedDynamoDB();
  return [client, await aTable(client)] as const;
};

keepsDispatchJobs('DynamoDB', async () => dynamoDispatchJobs(...(await opened()), aVault));
keepsManifests('DynamoDB', async () => dynamoManifests(...(await opened()), aVault));
keepsRemittances('DynamoDB', async () => dynamoRemittances(...(await opened())));
keepsTrackingNumbers('DynamoDB', async (partners) =>
  dynamoTrackingNumbers(...(await opened()), memoryPartners(partners)),
);
