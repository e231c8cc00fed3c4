// Puts each drafted letter on paper, keeps it as a PDF, and releases it where its ward lets that happen by rule.
import { S3Client } from '@aws-sdk/client-s3';
import { dynamoConsents } from '../../shared/adapters/dynamodb/office/consents.ts';
import { dynamoDossiers } from '../../shared/adapters/dynamodb/dossier/dossiers.ts';
import { dynamoLetters } from '../../shared/adapters/dynamodb/letter/letters.ts';
import { openStores } from '../../shared/adapters/open-stores.ts';
import { now } from '../../shared/adapters/lambda/clock.ts';
import { given, readEnv } from '../../shared/adapters/lambda/env.ts';
import { sha256 } from '../../shared/adapters/lambda/sha256.ts';
import { logRendered } from '../../shared/adapters/lambda/log/letters.ts';
import { queueFunction } from '../../shared/adapters/lambda/queue.ts';
import { typstPress } from '../../shared/adapters/pdf/press.ts';
import { s3Documents } from '../../shared/adapters/s3/documents.ts';
import { LetterDoorbellMessage } from '../../shared/domain/letter/doorbell-message.ts';
import { renderLetter } from '../../shared/flows/letter/render-letter.ts';

const build = async () => {
  const env = readEnv({ DOCUMENTS_BUCKET: given });
  const { dynamodb, tableName, vault } = await openStores();
  return renderLetter({
    letters: dynamoLetters(dynamodb, tableName, vault),
    dossiers: dynamoDossiers(dynamodb, tableName, vault),
    consents: dynamoConsents(dynamodb, tableName, vault),
    press: typstPress(),
    documents: s3Documents(new S3Client(), env.DOCUMENTS_BUCKET),
    sha256,
    clock: now,
  });
};

export const handler = queueFunction(LetterDoorbellMessage, build, async (render, name) => {
  logRendered(name, await render(name));
  return 'done';
});
