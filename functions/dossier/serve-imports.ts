// Takes files of dossiers that an office brings, and says how far each has come.
import { now } from '../../shared/adapters/lambda/clock.ts';
import { httpFunction } from '../../shared/adapters/lambda/http/http.ts';
import { openImports } from '../../shared/adapters/open-imports.ts';
import { openStores } from '../../shared/adapters/open-stores.ts';
import {
  announceImport,
  askReading,
  linkToImport,
  showImport,
  startImport,
} from '../../shared/flows/imports/ask-imports.ts';
import { importRoutes } from './routes/imports.ts';

const build = async () => {
  const ports = openImports(await openStores(), now);
  return {
    imports: ports.imports,
    announce: announceImport(ports),
    read: askReading(ports),
    start: startImport(ports),
    show: showImport(ports),
    link: linkToImport(ports),
  };
};

export const handler = httpFunction(build, importRoutes);
