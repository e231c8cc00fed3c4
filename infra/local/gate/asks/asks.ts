import type { Ask } from '../../iam/statement.ts';
import type { Request } from '../requests.ts';

/** What a request asks of IAM; undefined when it is an operation whose asks nobody has written down. */
export type AsksOf = (request: Request) => Ask[] | undefined;

/** The name of the operation in the AWS JSON protocols. */
export const operationOf = ({ headers }: Pick<Request, 'headers'>): string =>
  (headers['x-amz-target'] ?? '').replace(/^.*\./, '');
