import { arn } from '../../place.ts';
import type { Ask } from '../statement.ts';
import type { Plan } from '../../template/plan.ts';
import { ask, type Demand, type RoleOf } from './demand.ts';

/** Lambda reads streams and queues, and writes what it gave up, with the role of the function that it calls. */
export const ofMappings = ({ functions, streams, polls }: Plan, roleOf: RoleOf): Demand[] => {
  const as = (name: string, otherwise: string, ...asks: Ask[]): Demand[] =>
    asks.map((one) => ({ who: { role: roleOf(name) }, ask: one, otherwise }));
  const giveUp = (name: string, queue: string | undefined): Demand[] =>
    queue === undefined
      ? []
      : as(name, `what ${name} gives up is lost`, ask('sqs:SendMessage', arn('sqs', queue)));
  return [
    ...streams.flatMap(({ function: name, table, onFailure }) => {
      const stream = arn('dynamodb', `table/${table}/stream/local`);
      const read = ['DescribeStream', 'GetRecords', 'GetShardIterator'].map((one) =>
        ask(`dynamodb:${one}`, stream),
      );
      return [
        ...as(name, `${name} hears nothing of ${table}`, ...read, ask('dynamodb:ListStreams', '*')),
        ...giveUp(name, onFailure),
      ];
    }),
    ...polls.flatMap(({ function: name, queue }) =>
      as(
        name,
        `${name} gets nothing from ${queue}`,
        ...['ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes'].map((one) =>
          ask(`sqs:${one}`, arn('sqs', queue)),
        ),
      ),
    ),
    ...functions.flatMap(({ name, onFailure, deadLetters }) => [
      ...giveUp(name, onFailure),
      ...giveUp(name, deadLetters),
    ]),
  ];
};
