// Shows a ward its own dossiers, and keeps what its people put right in them.
import { dynamoWorklist } from '../../shared/adapters/dynamodb/notification/worklist.ts';
import { WorklistQuery } from '../../shared/domain/api/worklist-page.ts';
import { openCircuitsOf } from '../../shared/flows/notification/list-worklist.ts';
import { readWorklist } from '../../shared/flows/office/read-worklist.ts';
import { dynamoCircuits } from '../../shared/adapters/dynamodb/notification/circuits.ts';
import { given, readEnv } from '../../shared/adapters/lambda/env.ts';
import { openDecisions } from '../../shared/adapters/open-decisions.ts';
import { now } from '../../shared/adapters/lambda/clock.ts';
import { httpFunction } from '../../shared/adapters/lambda/http/http.ts';
import { dossierAct } from '../../shared/adapters/lambda/http/dossier-act.ts';
import { refused } from '../../shared/adapters/lambda/http/refused.ts';
import { forWard, ofPhone, withQuery } from '../../shared/adapters/lambda/http/route.ts';
import { DossierCode } from '../../shared/domain/dossier/dossier-code.ts';
import {
  CorrectRequest,
  MoveRequest,
  PersonEventRequest,
  VoidRequest,
} from '../../shared/domain/dossier/event/correct-request.ts';
import { actOnDossier } from '../../shared/flows/dossier/act-on-dossier.ts';
import { listOverdue } from '../../shared/flows/dossier/list-overdue.ts';
import { findByPhone, traceDossier } from '../../shared/flows/dossier/trace-dossier.ts';
import { decideWithPostAndLetters } from '../../shared/flows/decision/decide-with-post-and-letters.ts';

const build = async () => {
  const { stores, choices, post, letters, deciding, vault, dynamodb, tableName } = await openDecisions(now);
  const { dossiers } = stores;
  const { SMS_CARRIERS } = readEnv({ SMS_CARRIERS: given });
  return {
    trace: traceDossier({ ...stores, ...letters, jobs: post.jobs }),
    withPhone: findByPhone({ dossiers }),
    worklist: readWorklist({
      ...stores,
      letters: letters.letters,
      lists: post.lists,
      desk: dynamoWorklist(dynamodb, tableName, vault),
      clock: now,
      openCircuits: openCircuitsOf(dynamoCircuits(dynamodb, tableName), SMS_CARRIERS.split(',')),
    }),
    overdue: listOverdue({ dossiers, clock: now }),
    actOnDossier: actOnDossier({
      ...stores,
      ...choices,
      decide: decideWithPostAndLetters(deciding),
      hash: (text) => vault.hash(text),
      clock: now,
    }),
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
  'POST /v1/dossiers/{code}/move': dossierAct(MoveRequest, (body) => ({ what: 'move' as const, ...body })),
  'POST /v1/dossiers/{code}/person-event': dossierAct(PersonEventRequest, (personEvent) => ({
    what: 'person-event' as const,
    reason: 'person-event',
    facts: { personEvent },
  })),
  'GET /v1/worklist': forWard(
    withQuery(WorklistQuery, async ({ worklist }, { ward }, asked) => ({
      status: 200,
      body: await worklist(ward, asked),
    })),
  ),
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
