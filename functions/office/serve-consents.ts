// Notes down for a ward office what a citizen chose, stops what is no longer wanted, and shows the choices again.
import { dynamoConsents } from '../../shared/adapters/dynamodb/office/consents.ts';
import { dynamoDossiers } from '../../shared/adapters/dynamodb/dossier/dossiers.ts';
import { dynamoConversations } from '../../shared/adapters/dynamodb/notification/conversations.ts';
import { dynamoLetters } from '../../shared/adapters/dynamodb/letter/letters.ts';
import { dynamoNotifications } from '../../shared/adapters/dynamodb/notification/notifications.ts';
import { openStores } from '../../shared/adapters/open-stores.ts';
import { now } from '../../shared/adapters/lambda/clock.ts';
import { isBusy } from '../../shared/adapters/lambda/http/busy.ts';
import { httpFunction } from '../../shared/adapters/lambda/http/http.ts';
import { logChosen } from '../../shared/adapters/lambda/log/steps.ts';
import { refused } from '../../shared/adapters/lambda/http/refused.ts';
import { forWard, withBody } from '../../shared/adapters/lambda/http/route.ts';
import { ConsentsRequest, readChooser } from '../../shared/domain/office/consent-request.ts';
import { recordConsents } from '../../shared/flows/office/record-consents.ts';

const build = async () => {
  const { dynamodb, tableName, vault } = await openStores();
  const consents = dynamoConsents(dynamodb, tableName, vault);
  const record = recordConsents({
    consents,
    conversations: dynamoConversations(dynamodb, tableName, vault),
    dossiers: dynamoDossiers(dynamodb, tableName, vault),
    letters: dynamoLetters(dynamodb, tableName, vault),
    notifications: dynamoNotifications(dynamodb, tableName, vault),
    vault,
    clock: now,
    isBusy,
  });
  return { consents, record };
};

export const handler = httpFunction(build, {
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
