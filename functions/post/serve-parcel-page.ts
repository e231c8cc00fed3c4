// Tells whoever scans the code on a label whom the papers should go back to.
import { dynamoClient } from '../../shared/adapters/dynamodb/client.ts';
import { dynamoArrangements } from '../../shared/adapters/dynamodb/post/arrangements.ts';
import { now } from '../../shared/adapters/lambda/clock.ts';
import { given, readEnv } from '../../shared/adapters/lambda/env.ts';
import { httpFunction, refuse } from '../../shared/adapters/lambda/http/http.ts';
import { parcelPage, parcelPageHeaders as headers } from '../../shared/adapters/lambda/http/parcel-page.ts';
import { wardInParcelCode } from '../../shared/domain/post/paper/parcel-code.ts';
import { problem } from '../../shared/domain/api/problem.ts';

// What offices have arranged is about no citizen: neither the data key nor anything sealed is within reach here.
const build = () => dynamoArrangements(dynamoClient(), readEnv({ TABLE_NAME: given }).TABLE_NAME, now);

export const handler = httpFunction(build, {
  'GET /buu-gui/{code}': async ({ posts }, { path: { code = '' }, language }) => {
    const ward = wardInParcelCode(code);
    const arranged = ward === undefined ? undefined : await posts.of(ward);
    return arranged === undefined
      ? refuse(problem('not-found', language))
      : { status: 200, type: 'text/html', headers, body: parcelPage(arranged.pickup, code) };
  },
});
