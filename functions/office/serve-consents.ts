// Notes down for a ward office what a citizen chose or asks about their own data, stops what is no longer wanted, and shows both again.
import { httpFunction } from '../../shared/adapters/lambda/http/http.ts';
import { logChosen } from '../../shared/adapters/lambda/log/steps.ts';
import { refused } from '../../shared/adapters/lambda/http/refused.ts';
import { forWard, withBody } from '../../shared/adapters/lambda/http/route.ts';
import { ConsentsRequest, readChooser } from '../../shared/domain/office/consent-request.ts';
import { openConsentPorts } from './routes/consent-ports.ts';
import { personRoutes } from './routes/persons.ts';

export const handler = httpFunction(openConsentPorts, {
  ...personRoutes,
  'GET /v1/consents': forWard(async ({ consents }, request) => {
    const asked = readChooser(request.ward, request.query);
    if (!asked.ok) return refused({ is: 'validation-failed', errors: [asked.error] }, request);
    const [choices = []] = await consents.of([asked.whose]);
    return { status: 200, body: { consents: choices } };
  }),
  'POST /v1/consents': forWard(
    withBody(ConsentsRequest, async ({ record }, { ward, language, client }, { consents }) => {
      const results = await record(ward, consents, language, client);
      logChosen('consent', ward, results);
      return { status: 200, body: { results } };
    }),
  ),
});
