// Shows a ward its own dossiers: one with its whole story, or those that a phone belongs to.
import { dynamoDossiers } from '../../shared/adapters/dynamodb/dossier/dossiers.ts';
import { dynamoNotifications } from '../../shared/adapters/dynamodb/notification/notifications.ts';
import { dynamoStatusEvents } from '../../shared/adapters/dynamodb/dossier/status-events.ts';
import { openStores } from '../../shared/adapters/open-stores.ts';
import { now } from '../../shared/adapters/lambda/clock.ts';
import { httpFunction } from '../../shared/adapters/lambda/http/http.ts';
import { refused } from '../../shared/adapters/lambda/http/refused.ts';
import { forWard, ofPhone } from '../../shared/adapters/lambda/http/route.ts';
import { DossierCode } from '../../shared/domain/dossier/dossier-code.ts';
import { listOverdue } from '../../shared/flows/dossier/list-overdue.ts';
import { findByPhone, traceDossier } from '../../shared/flows/dossier/trace-dossier.ts';

const build = async () => {
  const { dynamodb, tableName, vault } = await openStores();
  const dossiers = dynamoDossiers(dynamodb, tableName, vault);
  const events = dynamoStatusEvents(dynamodb, tableName, vault);
  const notifications = dynamoNotifications(dynamodb, tableName, vault);
  return {
    trace: traceDossier({ dossiers, events, notifications }),
    withPhone: findByPhone({ dossiers }),
    overdue: listOverdue({ dossiers, clock: now }),
  };
};

export const handler = httpFunction(build, {
  'GET /v1/dossiers/{code}': forWard(async ({ trace }, request) => {
    const code = DossierCode.safeParse(request.path['code']);
    const timeline = code.success ? await trace(request.ward, code.data) : undefined;
    return timeline ? { status: 200, body: timeline } : refused({ is: 'not-found' }, request);
  }),
  'GET /v1/reports/overdue': forWard(async ({ overdue }, { ward }) => ({
    status: 200,
    body: await overdue(ward),
  })),
  'GET /v1/dossiers': forWard(
    ofPhone(async ({ withPhone }, { ward }, phone) => ({
      status: 200,
      body: { dossiers: await withPhone(ward, phone) },
    })),
  ),
});
