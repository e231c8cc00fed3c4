import { globSync } from 'node:fs';
import type { Answer, Request, Route } from '../../shared/adapters/lambda/http/http.ts';
import { apiDescription } from '../../shared/adapters/lambda/openapi/document.ts';
import { type ApiShape, apiShapes } from '../../shared/domain/api/shapes.ts';
import type { Ward } from '../../shared/domain/values/ward.ts';

const root = new URL('../../', import.meta.url);

type Served = { handler: { routes?: Record<string, Route<never>> } };

/** Every route of wards and partners, as its function has it. */
export const allRoutes = async (): Promise<Map<string, Route<never>>> => {
  const served = await Promise.all(
    globSync('functions/*/*.ts').map(async (file) => (await import(new URL(file, root).href)) as Served),
  );
  const routes = served.flatMap(({ handler }) => Object.entries(handler.routes ?? {}));
  return new Map(routes.filter(([key]) => key.includes('/v1/')));
};

type Said = { content?: Record<string, { schema: { $ref?: string } }> };
const { paths } = apiDescription('https://baotin.example.vn');

/** What the description says that a route answers with, status by status. */
export const described = (key: string): Record<string, Said> => {
  const [method = '', path = ''] = key.split(' ');
  const doors = paths as Record<string, Record<string, { responses: Record<string, Said> }>>;
  return doors[path]?.[method.toLowerCase()]?.responses ?? {};
};

/** Whether a route answers in a shape, and not with a document. */
export const answersInShape = (key: string): boolean =>
  Object.entries(described(key)).some(
    ([status, { content }]) => status < '400' && content?.['application/json'] !== undefined,
  );

/** The shape that the description names for this answer. */
export const shapeOf = (key: string, { status }: Answer) => {
  const name = described(key)[status]?.content?.['application/json']?.schema.$ref?.split('/').at(-1);
  if (name === undefined) throw new Error(`${key} answered ${status}, and nobody said so`);
  return apiShapes[name as ApiShape];
};

/** A request as a route sees it: by a partner where the path is a partner's, else by a ward. */
export const asking = (
  key: string,
  { path = {}, query = {}, body }: { path?: Request['path']; query?: Request['query']; body?: unknown } = {},
): Request => {
  const event = {
    headers: { 'idempotency-key': 'morning-1' },
    body: body === undefined ? undefined : JSON.stringify(body),
  };
  const isPartner = key.includes(' /partner/');
  return {
    event: event as unknown as Request['event'],
    language: 'vi',
    ward: isPartner ? undefined : ('26506' as Ward),
    partner: isPartner ? 'vnpost' : undefined,
    client: 'a-machine',
    path,
    query,
  };
};
