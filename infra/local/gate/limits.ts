import { operationOf } from './asks/asks.ts';
import type { No } from './refusal.ts';
import type { Request } from './requests.ts';

/** What SQS takes at most, in one message and in all messages of a batch together (bytes). */
const largestMessage = 256 * 1024;

type Message = { MessageBody?: string; MessageAttributes?: Record<string, Record<string, unknown>> };

const bytesOf = ({ MessageBody = '', MessageAttributes = {} }: Message): number =>
  Object.entries(MessageAttributes)
    .flatMap(([name, value]) => [name, ...Object.values(value).map(String)])
    .reduce((sum, text) => sum + Buffer.byteLength(text), Buffer.byteLength(MessageBody));

const tooLong: No = {
  code: 'InvalidParameterValue',
  message: `One or more parameters are invalid. Reason: Message must be shorter than ${largestMessage} bytes.`,
};
const batchTooLong: No = {
  code: 'AWS.SimpleQueueService.BatchRequestTooLong',
  message: `Batch requests cannot be longer than ${largestMessage} bytes.`,
};

/**
 * What AWS takes no more of and the engine would: the engines of the table and of files know their own limits, that of queues
 * has a larger one.
 */
export const beyondLimit = (service: string, request: Request): No | undefined => {
  const operation = operationOf(request);
  if (service !== 'sqs' || !operation.startsWith('SendMessage')) return undefined;
  if (request.body.length <= largestMessage) return undefined;
  const sent = JSON.parse(request.body.toString('utf8')) as Message & { Entries?: Message[] };
  if (sent.Entries === undefined) return bytesOf(sent) > largestMessage ? tooLong : undefined;
  return sent.Entries.reduce((sum, one) => sum + bytesOf(one), 0) > largestMessage ? batchTooLong : undefined;
};
