// Writes down every record it sees; one that says `poison` cannot be taken.
import { appendFileSync } from 'node:fs';

type Record = {
  eventName: string;
  eventSourceARN: string;
  dynamodb: { SequenceNumber: string; NewImage: { sk: { S: string } } };
};

export const handler = async ({ Records }: { Records: Record[] }) => {
  const batchItemFailures: { itemIdentifier: string }[] = [];
  for (const { dynamodb } of Records) {
    appendFileSync(process.env['SEEN']!, `${dynamodb.NewImage.sk.S} ${Date.now()}\n`);
    if (dynamodb.NewImage.sk.S.includes('poison')) {
      batchItemFailures.push({ itemIdentifier: dynamodb.SequenceNumber });
      break;
    }
  }
  return { batchItemFailures };
};
