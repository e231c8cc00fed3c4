import { now } from '../../../shared/adapters/lambda/clock.ts';
import { sha256 } from '../../../shared/adapters/lambda/sha256.ts';
import { openImports } from '../../../shared/adapters/open-imports.ts';
import type { Stores } from '../../../shared/adapters/open-stores.ts';
import type { Ward } from '../../../shared/domain/values/ward.ts';
import {
  askReading,
  linkToImport,
  showImport,
  startImport,
  takeImport,
} from '../../../shared/flows/imports/ask-imports.ts';

/** Files of dossiers, as the desk brings and follows them. */
export const openDeskImports = (stores: Stores) => {
  const ports = openImports(stores, now);
  return {
    importsOf: (ward: Ward) => ports.imports.of(ward),
    takeImport: takeImport(ports),
    readImport: askReading(ports),
    startImport: startImport(ports),
    showImport: showImport(ports),
    importFile: linkToImport(ports),
    hashOf: sha256,
  };
};
