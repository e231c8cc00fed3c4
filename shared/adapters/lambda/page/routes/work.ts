import type { WorklistPage } from '../../../../domain/api/worklist-page.ts';
import type { Ward } from '../../../../domain/values/ward.ts';
import type { Route } from '../../http/http.ts';
import { pageAnswer } from '../frame/answers.ts';
import { type DeskPorts, reads } from '../frame/desk-route.ts';
import { worklistPage } from '../views/worklist-page.ts';

type Ports = DeskPorts & {
  worklist: (ward: Ward, asked: { cursor?: string | undefined }) => Promise<WorklistPage>;
};

/** What needs a person today. */
export const workRoutes: Record<string, Route<Ports>> = {
  'GET /viec': reads('read-work', async ({ worklist }: Ports, { at, officer, now, query, notice }) =>
    pageAnswer(worklistPage(at, await worklist(officer.ward, { cursor: query['tiep'] }), { now, notice })),
  ),
};
