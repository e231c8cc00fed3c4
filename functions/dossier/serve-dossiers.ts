// Shows a ward its own dossiers, keeps what its people put right in them, and takes files of them.
import { openDecisions } from '../../shared/adapters/open-decisions.ts';
import { now } from '../../shared/adapters/lambda/clock.ts';
import { httpFunction } from '../../shared/adapters/lambda/http/http.ts';
import { openImports } from '../../shared/adapters/open-imports.ts';
import { listOverdue } from '../../shared/flows/dossier/list-overdue.ts';
import {
  announceImport,
  askReading,
  linkToImport,
  showImport,
  startImport,
} from '../../shared/flows/imports/ask-imports.ts';
import { correctPerson } from '../../shared/flows/rights/correct-person.ts';
import { dossierPorts } from './routes/dossier-ports.ts';
import { dossierRoutes } from './routes/dossiers.ts';
import { importRoutes } from './routes/imports.ts';

const build = async () => {
  const opened = await openDecisions(now);
  const files = openImports(opened, now);
  const dossiers = dossierPorts(opened);
  return {
    ...dossiers,
    correctPerson: correctPerson({ ...opened.stores, ...dossiers }),
    overdue: listOverdue({ ...opened.stores, clock: now }),
    imports: files.imports,
    announce: announceImport(files),
    read: askReading(files),
    start: startImport(files),
    show: showImport(files),
    link: linkToImport(files),
  };
};

export const handler = httpFunction(build, { ...dossierRoutes, ...importRoutes });
