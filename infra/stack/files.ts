import { Duration } from 'aws-cdk-lib';
import { partitions } from '../../shared/adapters/dynamodb/table.ts';
import { type House, importTimeout } from './foundation.ts';

/** A ward office brings a file of dossiers: it is read and rehearsed, and a person starts it. */
export const files = ({ table, door, imports, documents, keyed }: House): void => {
  const environment = { DOCUMENTS_BUCKET: documents.name, IMPORT_QUEUE_URL: imports.queue.queueUrl };
  const { event, ward, import: ofFiles } = partitions;

  const importFile = keyed('import-file', {
    whoIsHurt: 'Files of ward offices are not read, so the citizens in them are not told.',
    timeout: importTimeout,
    memory: 1024,
    environment,
  });
  table.allowRead(importFile, 'GetItem', 'BatchGetItem');
  table.allowQuery(importFile, 'table');
  table.within(`${event}*`, `${ofFiles}*`).allowWrite(importFile, 'PutItem');
  documents.allowKeep(importFile, 'imports');
  documents.allowRead(importFile, 'imports');
  imports.allowSend(importFile);
  imports.feed(importFile, { batchSize: 1, workers: 2 });

  const serveImports = keyed('serve-imports', {
    whoIsHurt: 'Systems of ward offices cannot bring files, nor see what became of their rows.',
    timeout: Duration.seconds(29),
    environment,
  });
  table.within(`${ofFiles}*`, `${ward}*`).allowRead(serveImports, 'GetItem', 'BatchGetItem');
  table.within(`${ofFiles}*`, `${ward}*`).allowQuery(serveImports, 'table');
  // What an office says of its own columns is kept with its settings.
  table.within(`${ofFiles}*`, `${ward}*`).allowWrite(serveImports, 'PutItem');
  documents.allowKeep(serveImports, 'imports');
  documents.allowRead(serveImports, 'imports');
  imports.allowSend(serveImports);
  door.protect(
    serveImports,
    'ward:read',
    'GET /v1/imports',
    'GET /v1/imports/{id}',
    'GET /v1/imports/{id}/report.csv',
    'GET /v1/imports/{id}/original',
  );
  door.protect(
    serveImports,
    'ward:write',
    'POST /v1/imports',
    'POST /v1/imports/{id}/read',
    'POST /v1/imports/{id}/start',
  );
};
