import { partitions } from '../../shared/adapters/dynamodb/table.ts';
import { type House, importTimeout } from './foundation.ts';
import { tidyHeap } from './tidy-heap.ts';

/** A ward office brings a file of dossiers: it is read and rehearsed, and a person starts it. */
export const files = ({ table, imports, documents, keyed }: House): void => {
  const environment = { DOCUMENTS_BUCKET: documents.name, IMPORT_QUEUE_URL: imports.queue.queueUrl };
  const { event, import: ofFiles } = partitions;

  const importFile = keyed('import-file', {
    whoIsHurt: 'Files of ward offices are not read, so the citizens in them are not told.',
    timeout: importTimeout,
    memory: 1024,
    environment: { ...environment, NODE_OPTIONS: tidyHeap },
  });
  table.allowRead(importFile, 'GetItem', 'BatchGetItem');
  table.allowQuery(importFile, 'table');
  table.within(`${event}*`, `${ofFiles}*`).allowWrite(importFile, 'PutItem');
  documents.allowKeep(importFile, 'imports');
  documents.allowRead(importFile, 'imports');
  imports.allowSend(importFile);
  imports.feed(importFile, { batchSize: 1, workers: 2 });
};
