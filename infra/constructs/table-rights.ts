import { Stack } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { TableIndex } from '../../shared/adapters/dynamodb/table.ts';
import type { WardFunction } from './ward-function.ts';

type Conditions = Record<string, Record<string, string[]>>;

/** By the partitions that a request names: each has to be like one of these, or like none. */
export const leadingKeys = (how: 'StringLike' | 'StringNotLike', names: string[]): Conditions => ({
  [`ForAllValues:${how}`]: { 'dynamodb:LeadingKeys': names },
});

/** What a function may ask of a table, and of its key through it. */
export type TableRights = {
  /** Reading by key. */
  allowRead: (fn: WardFunction, ...actions: ('GetItem' | 'BatchGetItem')[]) => void;
  /** Writing; a transaction is authorised through its parts, so it needs nothing of its own. */
  allowWrite: (fn: WardFunction, ...actions: ('PutItem' | 'UpdateItem' | 'DeleteItem')[]) => void;
  /** Going through everything that there is. */
  allowScan: (fn: WardFunction) => void;
  /** Asking one partition of the table, or an index. */
  allowQuery: (fn: WardFunction, ...where: ('table' | TableIndex)[]) => void;
};

const toRead = ['kms:Decrypt', 'kms:DescribeKey'];
const toWrite = [...toRead, 'kms:Encrypt', 'kms:GenerateDataKey', 'kms:ReEncryptFrom', 'kms:ReEncryptTo'];

/** Rights to a table under conditions: of all that is asked, or of what is written. */
export const tableRights = (
  arn: string,
  key: IKey,
  { asks, writes = asks }: { asks?: Conditions; writes?: Conditions },
): TableRights => {
  const allow = (
    fn: WardFunction,
    actions: readonly string[],
    resources: string[],
    conditions: Conditions | undefined,
    keyActions: string[],
  ): void => {
    fn.allow(
      actions.map((action) => `dynamodb:${action}`),
      resources,
      conditions,
    );
    // Only through the table: a function that may read an item may not unwrap a citizen's phone with the key.
    fn.allow(keyActions, [key.keyArn], {
      StringEquals: { 'kms:ViaService': `dynamodb.${Stack.of(fn).region}.amazonaws.com` },
    });
  };
  return {
    allowRead: (fn, ...actions) => allow(fn, actions, [arn], asks, toRead),
    allowWrite: (fn, ...actions) => allow(fn, actions, [arn], writes, toWrite),
    allowScan: (fn) => allow(fn, ['Scan'], [arn], undefined, toRead),
    allowQuery: (fn, ...where) => {
      const places = where.map((place) => (place === 'table' ? arn : `${arn}/index/${place.name}`));
      allow(fn, ['Query'], places, asks, toRead);
    },
  };
};
