import { arn } from '../../place.ts';
import { operationOf, type AsksOf } from './asks.ts';

/** A batch asks what one of it would ask. */
const asOne = (operation: string): string => operation.replace(/Batch$/, '');

/** SQS, in its JSON protocol: the queue that the URL or the name says. */
export const sqsAsks: AsksOf = (request) => {
  const operation = operationOf(request);
  if (operation === '') return undefined;
  const { QueueUrl, QueueName } = JSON.parse(request.body.toString('utf8')) as {
    QueueUrl?: string;
    QueueName?: string;
  };
  const queue = QueueName ?? QueueUrl?.slice(QueueUrl.lastIndexOf('/') + 1);
  return [
    {
      action: `sqs:${asOne(operation)}`,
      resource: queue === undefined ? '*' : arn('sqs', queue),
      context: {},
    },
  ];
};
