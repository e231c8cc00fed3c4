import type { ApiShape } from '../../../domain/api/shapes.ts';
import type { Scope } from '../../../domain/office/client.ts';

const json = (shape: ApiShape, type = 'application/json') => ({
  content: { [type]: { schema: { $ref: `#/components/schemas/${shape}` } } },
});
export const answers = (description: string, shape: ApiShape) => ({ description, ...json(shape) });
export const refuses = (description: string) => ({
  description,
  ...json('Problem', 'application/problem+json'),
});
export const parameter = (place: 'path' | 'query' | 'header', name: string, description: string) => ({
  name,
  in: place,
  required: true,
  description,
  schema: { type: 'string' },
});
export const optionalQuery = (name: string, description: string, schema: object = { type: 'string' }) => ({
  ...parameter('query', name, description),
  required: false,
  schema,
});
export const ward = (scope: Scope) => [{ machine: [scope] }];

/** The gateway itself refuses a missing, expired or foreign token, in its own words. */
const atTheGateway = (description: string, message: string) => ({
  description,
  content: {
    'application/json': {
      schema: {
        type: 'object',
        required: ['message'],
        properties: {
          message: { type: 'string', description: 'In the gateway’s own words', examples: [message] },
        },
      },
    },
  },
});
export const gateway = {
  '401': atTheGateway('No valid token', 'Unauthorized'),
  '403': atTheGateway('The token lacks the scope', 'Forbidden'),
};

/** A redirect, and what it leads to: most programs follow by themselves and see only the file. */
export const leadsTo = (shape: ApiShape, ...types: string[]) => ({
  '200': {
    description: 'The file, after the redirect was followed',
    content: Object.fromEntries(
      types.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]),
    ),
  },
  '302': answers('Where the file is, for five minutes', shape),
});

export const body = (shape: ApiShape) => ({ requestBody: { required: true, ...json(shape) } });

/** What any body may be refused for. */
export const unreadable = {
  '400': refuses('The body as a whole cannot be read'),
  '413': refuses('The body is larger than 1 MiB'),
  '415': refuses('The body is not JSON'),
};
