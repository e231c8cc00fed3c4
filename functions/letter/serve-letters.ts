// Shows a ward its letters, and lends it a letter's file for a few minutes.
import { S3Client } from '@aws-sdk/client-s3';
import { dynamoLetters } from '../../shared/adapters/dynamodb/letter/letters.ts';
import { openStores } from '../../shared/adapters/open-stores.ts';
import { now } from '../../shared/adapters/lambda/clock.ts';
import { given, readEnv } from '../../shared/adapters/lambda/env.ts';
import { httpFunction } from '../../shared/adapters/lambda/http/http.ts';
import { s3Documents } from '../../shared/adapters/s3/documents.ts';
import { linkToLetter, listLetters, showLetter } from '../../shared/flows/letter/list-letters.ts';
import { letterRoutes } from './routes/letters.ts';

const build = async () => {
  const env = readEnv({ DOCUMENTS_BUCKET: given });
  const { dynamodb, tableName, vault } = await openStores();
  const letters = dynamoLetters(dynamodb, tableName, vault);
  const documents = s3Documents(new S3Client(), env.DOCUMENTS_BUCKET);
  return {
    list: listLetters({ letters }),
    show: showLetter({ letters }),
    link: linkToLetter({ letters, documents, clock: now }),
  };
};

export const handler = httpFunction(build, letterRoutes);
