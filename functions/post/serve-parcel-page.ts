// Tells whoever scans the code on a label whom the papers should go back to.
import { httpFunction, refuse } from '../../shared/adapters/lambda/http/http.ts';
import { parcelPage, parcelPageHeaders as headers } from '../../shared/adapters/lambda/http/parcel-page.ts';
import { openPostStore } from '../../shared/adapters/open-post-store.ts';
import { wardInParcelCode } from '../../shared/domain/post/paper/parcel-code.ts';
import { problem } from '../../shared/domain/api/problem.ts';

export const handler = httpFunction(openPostStore, {
  'GET /buu-gui/{code}': async ({ posts }, { path: { code = '' }, language }) => {
    const ward = wardInParcelCode(code);
    const arranged = ward === undefined ? undefined : await posts.of(ward);
    return arranged === undefined
      ? refuse(problem('not-found', language))
      : { status: 200, type: 'text/html', headers, body: parcelPage(arranged.pickup, code) };
  },
});
