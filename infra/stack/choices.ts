import { Duration } from 'aws-cdk-lib';
import { lookupIndex, partitions } from '../../shared/adapters/dynamodb/table.ts';
import { clock } from '../constructs/clock.ts';
import type { House } from './foundation.ts';

/** A ward office chooses how it speaks, and notes what a citizen chose. */
export const choices = ({ stack, deployment, table, door, documents, keyed }: House): void => {
  const serveSettings = keyed('serve-settings', {
    whoIsHurt: 'Offices cannot change what their messages say; citizens read a wrong name or number.',
  });
  table.allowRead(serveSettings, 'GetItem', 'BatchGetItem');
  table.allowQuery(serveSettings, 'table', lookupIndex);
  // What reaches every citizen is proposed; whoever approves it does so at the desk.
  table
    .within(`${partitions.ward}*`, `${partitions.proposal}*`, `${partitions.deed}*`)
    .allowWrite(serveSettings, 'PutItem');
  door.protect(
    serveSettings,
    'ward:read',
    'GET /v1/settings',
    'GET /v1/choices',
    'GET /v1/templates',
    'GET /v1/proposals',
  );
  door.protect(serveSettings, 'ward:write', 'PUT /v1/settings', 'POST /v1/templates');

  const serveConsents = keyed('serve-consents', {
    whoIsHurt: 'Citizens who asked to be left alone go on getting messages and letters.',
    environment: { DOCUMENTS_BUCKET: documents.name },
  });
  table.allowRead(serveConsents, 'BatchGetItem');
  table.allowQuery(serveConsents, 'table', lookupIndex);
  table.allowWrite(serveConsents, 'PutItem', 'UpdateItem');
  door.protect(serveConsents, 'ward:read', 'GET /v1/consents');
  table.within(`${partitions.deed}*`).allowWrite(serveConsents, 'PutItem');
  documents.allowRead(serveConsents, 'persons');
  door.protect(serveConsents, 'ward:write', 'POST /v1/consents');
  door.protect(
    serveConsents,
    'ward:persons',
    'GET /v1/persons',
    'GET /v1/persons/{id}',
    'GET /v1/persons/{id}/document',
    'POST /v1/persons/export',
    'POST /v1/persons/erase',
  );

  const unanswered =
    'Citizens who ask to see their data, or to have it erased, get no answer within the time of the law.';
  const answerPersons = keyed('answer-persons', {
    whoIsHurt: unanswered,
    timeout: Duration.seconds(900),
    memory: 1769, // the whole table goes through it
    press: true,
    environment: { DOCUMENTS_BUCKET: documents.name },
  });
  table.allowRead(answerPersons, 'GetItem', 'BatchGetItem');
  table.allowQuery(answerPersons, 'table', lookupIndex);
  table.allowErasing(answerPersons);
  documents.allowKeep(answerPersons, 'persons');
  documents.allowKeep(answerPersons, 'erased');
  documents.allowList(answerPersons, 'evidence');
  for (const shelf of ['letters', 'evidence', 'persons'] as const)
    documents.allowDelete(answerPersons, shelf);
  clock(stack, 'person-clock', {
    deployment,
    whoIsHurt: unanswered,
    strikes: answerPersons,
    everyMinutes: 5,
  });
};
