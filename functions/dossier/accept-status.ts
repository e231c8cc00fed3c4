// Takes a ward's status events in; they are durable before it answers.
import { dynamoStatusEvents } from '../../shared/adapters/dynamodb/dossier/status-events.ts';
import { openStores } from '../../shared/adapters/open-stores.ts';
import { now } from '../../shared/adapters/lambda/clock.ts';
import { isBusy } from '../../shared/adapters/lambda/http/busy.ts';
import { httpFunction } from '../../shared/adapters/lambda/http/http.ts';
import { logAccepted } from '../../shared/adapters/lambda/log/steps.ts';
import { forWard, withBody } from '../../shared/adapters/lambda/http/route.ts';
import { AcceptRequest } from '../../shared/domain/dossier/event/judge-event.ts';
import { receiptCodeOf } from '../../shared/domain/dossier/receipt/receipt-code.ts';
import { acceptStatus } from '../../shared/flows/dossier/accept-status.ts';

const build = async () => {
  const { dynamodb, tableName, vault } = await openStores();
  const events = dynamoStatusEvents(dynamodb, tableName, vault);
  return acceptStatus({
    events,
    clock: now,
    isBusy,
    receiptCodes: receiptCodeOf((text) => vault.hash(text)),
  });
};

export const handler = httpFunction(build, {
  'POST /v1/status-events': forWard(
    withBody(AcceptRequest, async (accept, { ward, language }, { events }) => {
      const results = await accept(ward, events, language);
      logAccepted(ward, results);
      return { status: 202, body: { results } };
    }),
  ),
});
