// Takes messages; one that says `bad` comes back.
import { appendFileSync } from 'node:fs';

export const handler = async ({ Records }: { Records: { messageId: string; body: string }[] }) => {
  for (const { body } of Records) appendFileSync(process.env['SEEN']!, `${body}\n`);
  return {
    batchItemFailures: Records.filter(({ body }) => body.includes('bad')).map(({ messageId }) => ({
      itemIdentifier: messageId,
    })),
  };
};
