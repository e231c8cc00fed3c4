// Shows a ward its own dossiers, and keeps what its people put right in them.
import { dynamoDossiers } from '../../shared/adapters/dynamodb/dossier/dossiers.ts';
import { dynamoNotifications } from '../../shared/adapters/dynamodb/notification/notifications.ts';
import { dynamoStatusEvents } from '../../shared/adapters/dynamodb/dossier/status-events.ts';
import { openStores } from '../../shared/adapters/open-stores.ts';
import { now } from '../../shared/adapters/lambda/clock.ts';
import { httpFunction } from '../../shared/adapters/lambda/http/http.ts';
import { dossierAct } from '../../shared/adapters/lambda/http/dossier-act.ts';
import { refused } from '../../shared/adapters/lambda/http/refused.ts';
import { forWard, ofPhone } from '../../shared/adapters/lambda/http/route.ts';
import { DossierCode } from '../../shared/domain/dossier/dossier-code.ts';
import {
  CorrectRequest,
  PersonEventRequest,
  VoidRequest,
} from '../../shared/domain/dossier/event/correct-request.ts';
import { actOnDossier } from '../../shared/flows/dossier/act-on-dossier.ts';
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
    actOnDossier: actOnDossier({ dossiers, events, hash: (text) => vault.hash(text), clock: now }),
  };
};

export const handler = httpFunction(build, {
  'GET /v1/dossiers/{code}': forWard(async ({ trace }, request) => {
    const code = DossierCode.safeParse(request.path['code']);
    const timeline = code.success ? await trace(request.ward, code.data) : undefined;
    return timeline ? { status: 200, body: timeline } : refused({ is: 'not-found' }, request);
  }),
  'POST /v1/dossiers/{code}/correct': dossierAct(CorrectRequest, (body) => ({
    what: 'correct' as const,
    ...body,
  })),
  'POST /v1/dossiers/{code}/void': dossierAct(VoidRequest, (body) => ({ what: 'void' as const, ...body })),
  'POST /v1/dossiers/{code}/person-event': dossierAct(PersonEventRequest, (personEvent) => ({
    what: 'person-event' as const,
    reason: 'person-event',
    facts: { personEvent },
  })),
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
