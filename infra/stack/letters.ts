import { Duration } from 'aws-cdk-lib';
import { lookupIndex, partitions } from '../../shared/adapters/dynamodb/table.ts';
import { letterTimeout, type House } from './foundation.ts';

/** An HTTP API waits 30 seconds for an answer; a batch of 200 letters takes about 3. */
const printingTime = Duration.seconds(29);

/** A letter is put on paper, people decide about it, and a family scans the code on its page. */
export const letters = ({ table, door, letter, documents, keyed }: House): void => {
  const environment = { DOCUMENTS_BUCKET: documents.name };

  const renderLetter = keyed('render-letter', {
    whoIsHurt: 'Families get no letter with their result: none is put on paper.',
    timeout: letterTimeout,
    memory: 1536,
    press: true,
    environment,
  });
  table.allowRead(renderLetter, 'BatchGetItem');
  table.allowWrite(renderLetter, 'UpdateItem');
  documents.allowKeep(renderLetter, 'letters');
  letter.feed(renderLetter, { batchSize: 5, workers: 2 });

  const serveLetters = keyed('serve-letters', {
    whoIsHurt: 'Officers cannot see or open the letters that wait for them.',
    environment,
  });
  table.allowRead(serveLetters, 'BatchGetItem');
  table.allowQuery(serveLetters, lookupIndex);
  table.within(`${partitions.letter}*`).allowQuery(serveLetters, 'table');
  documents.allowRead(serveLetters, 'letters');
  door.protect(
    serveLetters,
    'ward:read',
    'GET /v1/letters',
    'GET /v1/letters/{id}',
    'GET /v1/letters/{id}/document',
    'GET /v1/letters/{id}/leaflet',
  );

  const actOnLetters = keyed('act-on-letters', {
    whoIsHurt:
      'Officers cannot release, hold or withdraw a letter; a condolence waits while the family is at the counter.',
    environment: { LETTER_QUEUE_URL: letter.queue.queueUrl },
  });
  table.allowRead(actOnLetters, 'GetItem', 'BatchGetItem');
  table.allowQuery(actOnLetters, 'table');
  table.allowWrite(actOnLetters, 'PutItem', 'UpdateItem');
  letter.allowSend(actOnLetters);
  door.protect(
    actOnLetters,
    'ward:write',
    'POST /v1/letters/{id}/release',
    'POST /v1/letters/{id}/hold',
    'POST /v1/letters/{id}/withdraw',
    'POST /v1/letters/{id}/mark-handed-over',
    'POST /v1/letters/{id}/mark-posted',
    'POST /v1/letters/{id}/revise',
  );

  const printLetters = keyed('print-letters', {
    whoIsHurt: 'Officers cannot print the letters that are released.',
    timeout: printingTime,
    memory: 1769, // one whole processor: the batch is set in one go
    press: true,
    environment,
  });
  table.allowRead(printLetters, 'BatchGetItem');
  table.allowWrite(printLetters, 'PutItem', 'UpdateItem');
  documents.allowKeep(printLetters, 'batches');
  documents.allowRead(printLetters, 'batches');
  door.protect(printLetters, 'ward:write', 'POST /v1/print-batches');

  const serveCalendar = keyed('serve-calendar', {
    forStrangers: true,
    whoIsHurt: 'Families cannot open the vaccination calendar from their letter.',
  });
  table.within(`${partitions.calendar}*`, `${partitions.letter}*`).allowRead(serveCalendar, 'BatchGetItem');
  door.open(
    serveCalendar,
    'A family scans the code on its letter; the secret word in it is all it has.',
    'GET /lich/{token}',
  );
};
