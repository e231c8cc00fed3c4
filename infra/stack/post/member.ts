import { Duration } from 'aws-cdk-lib';
import type { RouteKey } from '../../constructs/front-door.ts';
import type { House } from '../foundation.ts';

export type Side = '/v1' | '/partner/v1';

/** Routes of what is done with one thing. */
export const acts = (things: `${Side}/dispatch-jobs` | `${Side}/manifests`, ...names: string[]): RouteKey[] =>
  names.map((name) => `POST ${things}/{id}/${name}` as RouteKey);

/** Makes functions that read and write jobs, and do nothing else until they are allowed more. */
export const membersOf =
  ({ table, keyed }: House): House['keyed'] =>
  (name, props) => {
    const fn = keyed(name, { timeout: Duration.seconds(28), ...props });
    table.allowRead(fn, 'GetItem', 'BatchGetItem');
    table.allowQuery(fn, 'table');
    table.allowWrite(fn, 'PutItem', 'UpdateItem');
    return fn;
  };
