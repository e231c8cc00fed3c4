import { dossierAct } from '../../../shared/adapters/lambda/http/dossier-act.ts';
import type { Routes } from '../../../shared/adapters/lambda/http/http.ts';
import { refused } from '../../../shared/adapters/lambda/http/refused.ts';
import { forWard, ofPhone, withBody, withQuery } from '../../../shared/adapters/lambda/http/route.ts';
import { WorklistQuery } from '../../../shared/domain/api/worklist-page.ts';
import { DossierCode } from '../../../shared/domain/dossier/dossier-code.ts';
import {
  CorrectRequest,
  MoveRequest,
  PersonEventRequest,
  SettleDossierRequest,
  VoidRequest,
} from '../../../shared/domain/dossier/event/correct-request.ts';
import { PersonCorrection } from '../../../shared/domain/rights/api-shapes.ts';
import type { correctPerson } from '../../../shared/flows/rights/correct-person.ts';
import type { actOnDossier } from '../../../shared/flows/dossier/act-on-dossier.ts';
import type { listOverdue } from '../../../shared/flows/dossier/list-overdue.ts';
import type { findByPhone, traceDossier } from '../../../shared/flows/dossier/trace-dossier.ts';
import type { readWorklist } from '../../../shared/flows/office/read-worklist.ts';

type Ports = {
  trace: ReturnType<typeof traceDossier>;
  withPhone: ReturnType<typeof findByPhone>;
  worklist: ReturnType<typeof readWorklist>;
  overdue: ReturnType<typeof listOverdue>;
  actOnDossier: ReturnType<typeof actOnDossier>;
  correctPerson: ReturnType<typeof correctPerson>;
};

/** A ward's own dossiers, what waits for its people, and what they put right. */
export const dossierRoutes: Routes<Ports> = {
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
  'POST /v1/dossiers/{code}/settle': dossierAct(SettleDossierRequest, (body) => ({
    what: 'settle' as const,
    ...body,
  })),
  'POST /v1/dossiers/{code}/person-event': dossierAct(PersonEventRequest, (personEvent) => ({
    what: 'person-event' as const,
    reason: 'person-event',
    facts: { personEvent },
  })),
  'POST /v1/persons/correct': forWard(
    withBody(PersonCorrection, async (ports, request, asked) => {
      const said = await ports.correctPerson(request.ward, asked, request.client);
      return said.is === 'done' ? { status: 200, body: { results: said.results } } : refused(said, request);
    }),
  ),
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
};
