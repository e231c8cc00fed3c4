// Prints released letters as one document with a list on top, for the office's printer.
import { randomUUID } from 'node:crypto';
import { S3Client } from '@aws-sdk/client-s3';
import { dynamoLetters } from '../../shared/adapters/dynamodb/letter/letters.ts';
import { openStores } from '../../shared/adapters/open-stores.ts';
import { now } from '../../shared/adapters/lambda/clock.ts';
import { given, readEnv } from '../../shared/adapters/lambda/env.ts';
import { httpFunction } from '../../shared/adapters/lambda/http/http.ts';
import { forWard, withBody } from '../../shared/adapters/lambda/http/route.ts';
import { logPrinted } from '../../shared/adapters/lambda/log/letters.ts';
import { typstPress } from '../../shared/adapters/pdf/press.ts';
import { s3Documents } from '../../shared/adapters/s3/documents.ts';
import { PrintBatchRequest } from '../../shared/domain/letter/api/shapes.ts';
import { printBatch } from '../../shared/flows/letter/print-batch.ts';

const build = async () => {
  const env = readEnv({ DOCUMENTS_BUCKET: given });
  const { dynamodb, tableName, vault } = await openStores();
  return printBatch({
    letters: dynamoLetters(dynamodb, tableName, vault),
    press: typstPress(),
    documents: s3Documents(new S3Client(), env.DOCUMENTS_BUCKET),
    clock: now,
    newId: randomUUID,
  });
};

export const handler = httpFunction(build, {
  'POST /v1/print-batches': forWard(
    withBody(PrintBatchRequest, async (print, { ward, client }, { letterIds, signedOn }) => {
      const batch = await print(ward, letterIds, client, signedOn);
      logPrinted(ward, batch.results, client);
      return { status: batch.document ? 201 : 200, body: batch };
    }),
  ),
});
