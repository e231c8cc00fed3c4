// Shows a ward its own dossiers, and keeps what its people put right in them.
import { openDecisions } from '../../shared/adapters/open-decisions.ts';
import { now } from '../../shared/adapters/lambda/clock.ts';
import { httpFunction } from '../../shared/adapters/lambda/http/http.ts';
import { listOverdue } from '../../shared/flows/dossier/list-overdue.ts';
import { dossierPorts } from './routes/dossier-ports.ts';
import { dossierRoutes } from './routes/dossiers.ts';

const build = async () => {
  const opened = await openDecisions(now);
  return { ...dossierPorts(opened), overdue: listOverdue({ ...opened.stores, clock: now }) };
};

export const handler = httpFunction(build, dossierRoutes);
