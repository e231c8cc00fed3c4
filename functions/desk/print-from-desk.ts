// Prints what is signed as one file, for an officer at the desk: apart from the pages, since the press is heavy.
import { S3Client } from '@aws-sdk/client-s3';
import { letterStores } from '../../shared/adapters/dynamodb/letter/letter-stores.ts';
import { dynamoChoices } from '../../shared/adapters/dynamodb/office/choices.ts';
import { now } from '../../shared/adapters/lambda/clock.ts';
import { given, readEnv } from '../../shared/adapters/lambda/env.ts';
import { pageFunction } from '../../shared/adapters/lambda/page/frame/page-function.ts';
import { printRoutes } from '../../shared/adapters/lambda/page/routes/print.ts';
import type { Ward } from '../../shared/domain/values/ward.ts';
import { openPeople } from '../../shared/adapters/open-people.ts';
import { openStores } from '../../shared/adapters/open-stores.ts';
import { typstPress } from '../../shared/adapters/pdf/press.ts';
import { s3Documents } from '../../shared/adapters/s3/documents.ts';
import { printBatch } from '../../shared/flows/letter/print-batch.ts';
import { openDesk } from '../../shared/flows/people/open-desk.ts';
import { openDeskPrint } from './routes/desk-print.ts';

const build = async () => {
  const { DOCUMENTS_BUCKET } = readEnv({ DOCUMENTS_BUCKET: given });
  const { dynamodb, tableName, vault } = await openStores();
  const { letters, wardLetters } = letterStores(dynamodb, tableName, vault, now);
  const { settings } = dynamoChoices(dynamodb, tableName, now);
  const documents = s3Documents(new S3Client(), DOCUMENTS_BUCKET);
  const press = typstPress();
  return {
    ...openDesk({
      ...openPeople(dynamodb, tableName, vault, now),
      settings,
      wardLetters,
    }),
    ...openDeskPrint({ dynamodb, tableName, vault }),
    print: (ward: Ward, ids: readonly string[], by: string, batch: string) =>
      printBatch({ letters, press, documents, clock: now, newId: () => batch })(ward, ids, by),
  };
};

export const handler = pageFunction(build, printRoutes);
