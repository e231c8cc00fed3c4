import { Duration } from 'aws-cdk-lib';
import { lookupIndex, lookups, partitions } from '../../shared/adapters/dynamodb/table.ts';
import type { House } from './foundation.ts';

/** Every partition that begins so. */
const all = (partition: string): string => `${partition}*`;

/** Beside the pages of the day's work: who may come in, and the press. */
export const pagesBeside = ({ deployment, table, door, documents, keyed }: House): void => {
  const servePeople = keyed('serve-people', {
    forStrangers: true,
    whoIsHurt: 'Nobody is let in or taken off at a desk, and nobody sees who did and read what.',
    timeout: Duration.seconds(29),
    memory: 1024,
    environment: {
      PUBLIC_URL: door.url,
      SIGN_IN: JSON.stringify(deployment.settings.signIn),
      DOCUMENTS_BUCKET: documents.name,
    },
  });
  const people = [partitions.officer, partitions.session, partitions.deed].map(all);
  const machines = [partitions.client, partitions.clientUse].map(all);
  const asked = all(partitions.personRequest);
  const offices = [partitions.ward, partitions.wardLetters].map(all);
  table.within(...people, ...offices, ...machines, asked).allowRead(servePeople, 'GetItem', 'BatchGetItem');
  table.within(all(partitions.deed), all(partitions.ward), asked).allowQuery(servePeople, 'table');
  table.within(all(lookups.officers), all(lookups.clients)).allowQuery(servePeople, lookupIndex);
  table.within(...people, all(partitions.client), asked).allowWrite(servePeople, 'PutItem');
  documents.allowRead(servePeople, 'persons');
  door.open(
    servePeople,
    'It asks for the session of an officer itself, as every page does.',
    'GET /can-bo',
    'POST /can-bo',
    'POST /can-bo/thoi',
    'GET /nhat-ky',
    'GET /quyen',
    'POST /quyen',
    'GET /quyen/{id}/{tep}',
    'GET /cai-dat/may',
    'POST /cai-dat/may',
    'POST /cai-dat/may/{id}',
  );

  door.protect(
    servePeople,
    'ward:operate',
    'GET /v1/officers',
    'PUT /v1/officers',
    'DELETE /v1/officers/{id}',
    'GET /v1/audit',
  );

  const printFromDesk = keyed('print-from-desk', {
    forStrangers: true,
    whoIsHurt: 'Officers cannot print the letters that are signed; families wait at the counter.',
    timeout: Duration.seconds(29),
    memory: 1769, // one whole processor, as print-letters
    press: true,
    environment: {
      PUBLIC_URL: door.url,
      SIGN_IN: JSON.stringify(deployment.settings.signIn),
      DOCUMENTS_BUCKET: documents.name,
    },
  });
  table.allowRead(printFromDesk, 'GetItem', 'BatchGetItem');
  table.allowQuery(printFromDesk, 'table', lookupIndex);
  const { job: papers, changes: told, parcel } = partitions;
  table.within(...[papers, told, parcel].map(all)).allowWrite(printFromDesk, 'PutItem', 'UpdateItem');
  table
    .within(`${partitions.session}*`, `${partitions.deed}*`, `${partitions.letter}*`)
    .allowWrite(printFromDesk, 'PutItem', 'UpdateItem');
  documents.allowKeep(printFromDesk, 'batches');
  documents.allowRead(printFromDesk, 'batches');
  door.open(
    printFromDesk,
    'It asks for the session of an officer itself, as every page does.',
    'POST /thu/in',
    'POST /hanh-trinh/{id}/nhan',
    'GET /bang-ke/{id}/in',
    'GET /di-phat/in',
  );
};
