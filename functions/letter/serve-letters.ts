// Shows a ward its letters, and lends it a letter's file for a few minutes.
import { S3Client } from '@aws-sdk/client-s3';
import { dynamoLetters } from '../../shared/adapters/dynamodb/letter/letters.ts';
import { openStores } from '../../shared/adapters/open-stores.ts';
import { now } from '../../shared/adapters/lambda/clock.ts';
import { given, readEnv } from '../../shared/adapters/lambda/env.ts';
import { httpFunction, type Route } from '../../shared/adapters/lambda/http/http.ts';
import { letterRoute } from '../../shared/adapters/lambda/http/letter-act.ts';
import { refused } from '../../shared/adapters/lambda/http/refused.ts';
import { forWard, withQuery } from '../../shared/adapters/lambda/http/route.ts';
import { s3Documents } from '../../shared/adapters/s3/documents.ts';
import { LetterQuery } from '../../shared/domain/letter/api/shapes.ts';
import { linkToLetter, listLetters, showLetter } from '../../shared/flows/letter/list-letters.ts';

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

const file = (part: 'letter' | 'leaflet'): Route<Awaited<ReturnType<typeof build>>> =>
  letterRoute(async ({ link }, name, request) => {
    const found = await link(name, part);
    if (found.is !== 'link') return refused(found, request);
    return { status: 302, headers: { location: found.link.url }, body: found.link };
  });

export const handler = httpFunction(build, {
  'GET /v1/letters': forWard(
    withQuery(LetterQuery, async ({ list }, { ward }, { state, cursor }) => ({
      status: 200,
      body: await list(ward, { state, before: cursor }),
    })),
  ),
  'GET /v1/letters/{id}': letterRoute(async ({ show }, name, request) => {
    const letter = await show(name);
    return letter ? { status: 200, body: letter } : refused({ is: 'not-found' }, request);
  }),
  'GET /v1/letters/{id}/document': file('letter'),
  'GET /v1/letters/{id}/leaflet': file('leaflet'),
});
