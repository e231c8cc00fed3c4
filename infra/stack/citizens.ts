import { dispatchIndex, dueIndex, partitions } from '../../shared/adapters/dynamodb/table.ts';
import type { WorkQueue } from '../constructs/work-queue.ts';
import type { House } from './foundation.ts';

/**
 * The pages for those who wait. Anybody may call them, so they write nothing but what citizens say there; what else a wish
 * means is done by whoever answers citizens' texts.
 */
export const citizens = ({ table, door, keyed }: House, inbound: WorkQueue): void => {
  const serveLookups = keyed('serve-lookups', {
    forStrangers: true,
    whoIsHurt: 'Citizens cannot see how their dossier stands; they ring up the office or come in vain.',
    environment: { PUBLIC_URL: door.url, INBOUND_QUEUE_URL: inbound.queue.queueUrl },
  });
  const { dossier, ward, lookup, rating, code, ready } = partitions;
  table
    .within(`${dossier}*`, `${lookup}*`, 'CONSENT#*', `${ward}*`, 'WARD-LETTERS#*')
    .allowRead(serveLookups, 'GetItem', 'BatchGetItem');
  table.within(`${dossier}*`, `${ward}*`).allowQuery(serveLookups, 'table');
  table.within(`${code}*`).allowQuery(serveLookups, dispatchIndex);
  table.within(`${ready}*`).allowQuery(serveLookups, dueIndex);
  table.within(`${lookup}*`, `${rating}*`).allowWrite(serveLookups, 'PutItem');
  table.within(`${rating}*`).allowWrite(serveLookups, 'UpdateItem');
  inbound.allowSend(serveLookups);
  door.open(
    serveLookups,
    'Whoever holds a receipt has its two codes or the word in its square code, and nothing else.',
    'GET /tra-cuu',
    'POST /tra-cuu',
    'GET /tra-cuu/{token}',
    'POST /tra-cuu/{token}',
    'GET /danh-gia/{ward}',
    'POST /danh-gia/{ward}',
    'GET /bang/{ward}',
    'GET /bang/{ward}/{tep}',
  );
};
