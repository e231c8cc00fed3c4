import { Duration } from 'aws-cdk-lib';
import {
  dispatchIndex,
  dueIndex,
  lookupIndex,
  partitions,
  statusEventKind,
} from '../../shared/adapters/dynamodb/table.ts';
import { doorbell } from '../constructs/doorbell.ts';
import type { House } from './foundation.ts';

/** A ward office reports a status: it is stored before the answer says so, and then decided. */
export const status = ({
  stack,
  deployment,
  table,
  door,
  sms,
  letter,
  imports,
  documents,
  keyed,
}: House): void => {
  const acceptStatus = keyed('accept-status', {
    whoIsHurt: 'Ward offices cannot report statuses, so citizens are not told that their dossier moved.',
  });
  table.within(`${partitions.event}*`).allowWrite(acceptStatus, 'PutItem');
  door.protect(acceptStatus, 'ward:write', 'POST /v1/status-events');

  const decide = keyed('decide-notifications', {
    whoIsHurt: 'Statuses are stored but nobody decides to tell the citizens about them.',
    timeout: Duration.seconds(60),
    environment: {
      SMS_QUEUE_URL: sms.queue.queueUrl,
      LETTER_QUEUE_URL: letter.queue.queueUrl,
      PUBLIC_URL: door.url,
    },
  });
  table.allowRead(decide, 'GetItem', 'BatchGetItem');
  table.allowQuery(decide, 'table');
  table.allowWrite(decide, 'PutItem', 'UpdateItem');
  sms.allowSend(decide);
  letter.allowSend(decide);
  doorbell(stack, 'status-events', {
    deployment,
    whoIsHurt: 'Citizens hear late, or only after somebody looked, that their dossier moved.',
    what: 'Reported statuses wait more than a minute to be decided',
    of: table,
    kind: statusEventKind,
    wakes: decide,
  });

  // What somebody puts right is decided at once, so that the answer says what it came to.
  const serveDossiers = keyed('serve-dossiers', {
    whoIsHurt: 'Officers cannot see what a citizen was told, nor put right what was reported wrongly.',
    timeout: Duration.seconds(29),
    environment: {
      SMS_QUEUE_URL: sms.queue.queueUrl,
      LETTER_QUEUE_URL: letter.queue.queueUrl,
      PUBLIC_URL: door.url,
      DOCUMENTS_BUCKET: documents.name,
      IMPORT_QUEUE_URL: imports.queue.queueUrl,
      SMS_CARRIERS: deployment.settings.smsCarriers.join(','),
    },
  });
  table.allowRead(serveDossiers, 'GetItem', 'BatchGetItem');
  table.allowWrite(serveDossiers, 'PutItem', 'UpdateItem');
  sms.allowSend(serveDossiers);
  letter.allowSend(serveDossiers);
  table.allowQuery(serveDossiers, 'table', lookupIndex, dueIndex, dispatchIndex);
  door.protect(
    serveDossiers,
    'ward:read',
    'GET /v1/dossiers/{code}',
    'GET /v1/dossiers',
    'GET /v1/reports/overdue',
    'GET /v1/worklist',
  );
  table.within(`${partitions.event}*`).allowWrite(serveDossiers, 'PutItem');
  door.protect(
    serveDossiers,
    'ward:write',
    'POST /v1/dossiers/{code}/correct',
    'POST /v1/dossiers/{code}/void',
    'POST /v1/dossiers/{code}/person-event',
    'POST /v1/dossiers/{code}/settle',
  );
  door.protect(serveDossiers, 'ward:operate', 'POST /v1/dossiers/{code}/move');
  // Files of dossiers come in here too; whoever reads them is a function of its own.
  documents.allowKeep(serveDossiers, 'imports');
  documents.allowRead(serveDossiers, 'imports');
  imports.allowSend(serveDossiers);
  door.protect(
    serveDossiers,
    'ward:read',
    'GET /v1/imports',
    'GET /v1/imports/{id}',
    'GET /v1/imports/{id}/report.csv',
    'GET /v1/imports/{id}/original',
  );
  door.protect(
    serveDossiers,
    'ward:write',
    'POST /v1/persons/correct',
    'POST /v1/imports',
    'POST /v1/imports/{id}/read',
    'POST /v1/imports/{id}/start',
  );
};
