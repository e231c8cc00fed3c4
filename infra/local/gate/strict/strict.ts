import { operationOf } from '../asks/asks.ts';
import type { No } from '../refusal.ts';
import type { Request } from '../requests.ts';
import { buckets } from './bucket.ts';
import type { Strict } from './options.ts';
import { keyOf, type KeysOf, writesOf } from './writes.ts';

/** What one transaction may write: so many items, so many bytes together; and how large one item may be. */
const mostItems = 100;
const mostBytes = 4 * 1024 * 1024;
const largestItem = 400 * 1024;

const invalid = (message: string): No => ({ code: 'ValidationException', message });

const tooFast = 'Throughput exceeds the current capacity of your table or index.';

const isSms = (service: string, request: Request): boolean =>
  service === 'sns'
    ? /(?:^|&)PhoneNumber=/.test(request.body.toString('latin1'))
    : service === 'sms-voice' && operationOf(request) === 'SendTextMessage';

type Answer = { Items?: Record<string, Record<string, unknown>>[]; Count?: number };

/**
 * AWS's own limits where the engines on one machine have none. `refuse` says no as AWS would; `hides` is asked of what an
 * engine answers: what is newer than the lag is not in an answer of an index. An item that the index has had is shown as it is
 * now, a moment early.
 */
export const openStrict = (
  { partition, sms, lag }: Strict,
  keysOf: KeysOf,
  now: () => number = () => performance.now(),
) => {
  const partitions = buckets(partition, now);
  const carriers = buckets(sms, now);
  const born = new Map<string, number>();

  const note = (table: string, key: string): void => {
    const name = `${table}\n${key}`;
    if (!born.has(name)) born.set(name, now());
  };

  const refuseWrite = (request: Request): No | undefined => {
    const writes = writesOf(request, keysOf);
    const isTransaction = operationOf(request) === 'TransactWriteItems';
    if (isTransaction && writes.length > mostItems)
      return invalid(
        `1 validation error detected: Value at 'transactItems' failed to satisfy constraint: Member must have length less than or equal to ${mostItems}`,
      );
    if (isTransaction && writes.reduce((sum, { bytes }) => sum + bytes, 0) > mostBytes)
      return invalid('Collection size of items in the transaction cannot exceed 4MB');
    if (writes.some(({ bytes }) => bytes > largestItem))
      return invalid('Item size has exceeded the maximum allowed size');
    const throttled = writes.map((one) => !partitions(`${one.table}\n${one.partition}`, one.units));
    if (throttled.includes(true)) {
      if (!isTransaction) return { code: 'ProvisionedThroughputExceededException', message: tooFast };
      const reasons = throttled.map((is) =>
        is ? { Code: 'ThrottlingError', Message: tooFast } : { Code: 'None' },
      );
      const codes = reasons.map(({ Code }) => Code).join(', ');
      return {
        code: 'TransactionCanceledException',
        message: `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`,
        more: { CancellationReasons: reasons },
      };
    }
    for (const { table, key } of writes) note(table, key);
    return undefined;
  };

  return {
    refuse: (service: string, request: Request): No | undefined => {
      if (service === 'dynamodb') return refuseWrite(request);
      if (!isSms(service, request) || carriers('sms')) return undefined;
      return service === 'sns'
        ? { code: 'Throttling', message: 'Rate exceeded', status: 400 }
        : { code: 'ThrottlingException', message: 'Rate exceeded' };
    },

    /** How an answer to this has to be read again before it is handed on; undefined where it may go as it comes. */
    hides: (service: string, request: Request): ((answer: Buffer) => Buffer) | undefined => {
      if (service !== 'dynamodb' || operationOf(request) !== 'Query' || lag === 0) return undefined;
      const asked = JSON.parse(request.body.toString('utf8')) as { TableName: string; IndexName?: string };
      if (asked.IndexName === undefined) return undefined;
      const since = now() - lag;
      return (answer) => {
        const { Items, ...rest } = JSON.parse(answer.toString('utf8')) as Answer;
        if (Items === undefined) return answer;
        const keys = keysOf(asked.TableName);
        const seen = Items.filter(
          (item) => (born.get(`${asked.TableName}\n${keyOf(keys, item)}`) ?? 0) <= since,
        );
        return Buffer.from(JSON.stringify({ ...rest, Items: seen, Count: seen.length }));
      };
    },
  };
};
export type StrictRules = ReturnType<typeof openStrict>;
