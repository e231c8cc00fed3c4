// Puts each drafted letter on paper, keeps it as a PDF, and releases it where its ward lets that happen by rule.
import { createHash } from 'node:crypto';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { dynamoClient } from '../shared/adapters/dynamodb/client.ts';
import { dynamoDataKeys } from '../shared/adapters/dynamodb/data-keys.ts';
import { dynamoConsents } from '../shared/adapters/dynamodb/consents.ts';
import { dynamoDossiers } from '../shared/adapters/dynamodb/dossiers.ts';
import { dynamoLetters } from '../shared/adapters/dynamodb/letters.ts';
import { openVault } from '../shared/adapters/kms/vault.ts';
import { now } from '../shared/adapters/lambda/clock.ts';
import { given, readEnv } from '../shared/adapters/lambda/env.ts';
import { logRendered } from '../shared/adapters/lambda/log-letters.ts';
import { queueFunction } from '../shared/adapters/lambda/queue.ts';
import { typstPress } from '../shared/adapters/pdf/press.ts';
import { s3Documents } from '../shared/adapters/s3/documents.ts';
import { LetterRing } from '../shared/domain/letter/ring.ts';
import { renderLetter } from '../shared/flows/render-letter.ts';

const build = async () => {
  const env = readEnv({ TABLE_NAME: given, DATA_KEY_ARN: given, DOCUMENTS_BUCKET: given });
  const dynamodb = dynamoClient();
  const vault = await openVault(new KMSClient(), env.DATA_KEY_ARN, dynamoDataKeys(dynamodb, env.TABLE_NAME));
  return renderLetter({
    letters: dynamoLetters(dynamodb, env.TABLE_NAME, vault),
    dossiers: dynamoDossiers(dynamodb, env.TABLE_NAME, vault),
    consents: dynamoConsents(dynamodb, env.TABLE_NAME, vault),
    press: typstPress(),
    documents: s3Documents(new S3Client(), env.DOCUMENTS_BUCKET),
    sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
    clock: now,
  });
};

export const handler = queueFunction(LetterRing, build, async (render, name) => {
  logRendered(name, await render(name));
  return 'done';
});
