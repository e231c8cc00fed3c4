import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Route } from '../../../../shared/adapters/lambda/http/http.ts';
import { apiDescription } from '../../../../shared/adapters/lambda/openapi/document.ts';
import { StatusEvent } from '../../../../shared/domain/dossier/event/status-event.ts';
import { anEventBody } from '../../../support/builders/dossiers.ts';
import { aPostWithJobs } from '../../../support/post-routes.ts';
import { aWardWithNews } from '../../../support/ward-routes.ts';
import { allRoutes, asking } from '../../../support/routes.ts';

type Asked = () => Promise<{ ports: unknown; path?: Record<string, string>; body?: unknown }>;
const asked: Record<string, Asked> = { ...aPostWithJobs, ...aWardWithNews };
const writing = Object.keys(asked).filter((key) => /^(?:POST|PUT) /.test(key));

let routes: Map<string, Route<never>>;
beforeEach(() => void vi.spyOn(console, 'log').mockReturnValue());
beforeAll(async () => {
  routes = await allRoutes();
});

type Schema = {
  $ref?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
};
type Door = { requestBody?: { content: { 'application/json': { schema: Schema } } } };
const { paths, components } = apiDescription('https://baotin.example.vn') as unknown as {
  paths: Record<string, Record<string, Door>>;
  components: { schemas: Record<string, Schema> };
};

/** Where a body may have something, by the description: its fields, those of its parts, and of the first of a list. */
const placesIn = (schema: Schema | undefined, at: readonly string[] = []): string[][] => {
  if (schema === undefined || at.length > 5) return [];
  if (schema.$ref) return placesIn(components.schemas[schema.$ref.split('/').at(-1)!], at);
  const within = Object.entries(schema.properties ?? {}).flatMap(([name, part]) => [
    [...at, name],
    ...placesIn(part, [...at, name]),
  ]);
  const listed = schema.items ? [[...at, '0'], ...placesIn(schema.items, [...at, '0'])] : [];
  const either = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  return [...within, ...listed, ...either.flatMap((one) => placesIn(one, at))];
};

const schemaOf = (key: string): Schema | undefined => {
  const [method = '', path = ''] = key.split(' ');
  return paths[path]?.[method.toLowerCase()]?.requestBody?.content['application/json'].schema;
};

/** The body with this at that place; what is on the way there and is not there yet is made. */
const withAt = (body: unknown, [name, ...rest]: readonly string[], value: unknown): unknown => {
  if (name === undefined) return value;
  if (/^\d+$/.test(name)) {
    const list: unknown[] = Array.isArray(body) ? [...(body as unknown[])] : [];
    list[Number(name)] = withAt(list[Number(name)], rest, value);
    return list;
  }
  const within = typeof body === 'object' && body !== null && !Array.isArray(body) ? body : {};
  return { ...within, [name]: withAt((within as Record<string, unknown>)[name], rest, value) };
};

/** Anything that JSON can say, and what senders really say for nothing, for too much and for something else. */
const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(
    null,
    '',
    ' ',
    'NULL',
    '\u0000',
    '\ud800',
    '0001-01-01T00:00:00Z',
    '9999-12-31',
    -0,
    1e308,
    2 ** 53,
    'x'.repeat(5000),
    '𝕏'.repeat(300),
    'constructor',
    '__proto__',
    '💥',
    'True',
    '2026-13-45',
  ),
  fc.constant(JSON.parse('{"__proto__":{"x":1},"constructor":1}')),
);

describe('anything that JSON can say, at any place of a body', () => {
  it.each(writing)('is taken or refused, and never our failure: %s', { timeout: 60_000 }, async (key) => {
    const places = [[], ...placesIn(schemaOf(key))];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...places), anything, async (place, value) => {
        const { ports, path, body } = await asked[key]!();
        const request = asking(key, { ...(path && { path }), body: withAt(body ?? {}, place, value) });
        const answer = await routes.get(key)!(ports as never, request);
        expect(answer.status).toBeLessThan(500);
        JSON.stringify(answer.body);
      }),
      { numRuns: 50 },
    );
  });
});

const identity = ['eventId', 'dossierCode', 'status', 'occurredAt'];
const details = placesIn(components.schemas['StatusEvent']).filter(([name]) => !identity.includes(name!));

it('an event is refused for nothing but what names and times it', { timeout: 60_000 }, async () => {
  expect(new Set(details.map(([name]) => name))).toEqual(
    new Set(Object.keys(StatusEvent.shape).filter((name) => !identity.includes(name))),
  );
  const key = 'POST /v1/status-events';
  const { ports } = await asked[key]!();
  let count = 0;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...details), anything, async (place, value) => {
      const event = withAt(anEventBody({ eventId: `any-${(count += 1)}` }), place, value);
      const answer = await routes.get(key)!(ports as never, asking(key, { body: { events: [event] } }));
      expect(answer).toMatchObject({ status: 202, body: { results: [{ outcome: 'accepted' }] } });
    }),
    { numRuns: 600 },
  );
});
