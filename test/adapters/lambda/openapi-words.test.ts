import * as z from 'zod';
import { describe, expect, it } from 'vitest';
import { dossierFields } from '../../../shared/domain/api/fields/dossier.ts';
import { letterFields } from '../../../shared/domain/api/fields/letter.ts';
import { moneyFields } from '../../../shared/domain/api/fields/money.ts';
import { officeFields } from '../../../shared/domain/api/fields/office.ts';
import { peopleFields } from '../../../shared/domain/api/fields/people.ts';
import { postFields } from '../../../shared/domain/api/fields/post.ts';
import { type ApiShape, apiShapes } from '../../../shared/domain/api/shapes.ts';
import { operationWords } from '../../../shared/adapters/lambda/openapi/operations.ts';
import { apiDescription } from '../../../shared/adapters/lambda/openapi/document.ts';
import type { Schema } from '../../../shared/adapters/lambda/openapi/schemas.ts';

const { paths, components, tags } = apiDescription('https://baotin.example.vn');

type Found = { at: string; schema: Schema };
type Visit = (at: string, schema: Schema, isField: boolean) => void;

/** Every schema inside another one, with where it stands. */
const walk = (at: string, schema: Schema, visit: Visit, isField = false): void => {
  visit(at, schema, isField);
  const { properties = {}, anyOf = [], oneOf = [], items, additionalProperties } = schema;
  for (const [name, field] of Object.entries(properties)) walk(`${at}.${name}`, field, visit, true);
  for (const part of [...anyOf, ...oneOf]) walk(at, part, visit);
  if (items) walk(at, items, visit);
  if (typeof additionalProperties === 'object') walk(at, additionalProperties, visit);
};
const all = (keep: (schema: Schema, isField: boolean) => boolean): Found[] => {
  const found: Found[] = [];
  for (const [name, schema] of Object.entries(components.schemas))
    walk(name, schema, (at, inner, isField) => {
      if (keep(inner, isField)) found.push({ at, schema: inner });
    });
  return found;
};
const fields = all((_schema, isField) => isField);
const operations = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ door: `${method} ${path}`, ...operation })),
);
const names = (found: readonly { at: string }[]): string[] => found.map(({ at }) => at);

describe('every field of the API', () => {
  it('says in a sentence what it is', () => {
    expect(fields.length).toBeGreaterThan(1000);
    expect(names(fields.filter(({ schema }) => (schema.description ?? '').length < 2))).toEqual([]);
  });

  it('shows an example that may really stand there', () => {
    const inside = (schema: object) => JSON.stringify(schema).replaceAll('#/components/schemas/', '#/$defs/');
    const $defs = JSON.parse(inside(components.schemas)) as z.core.JSONSchema.JSONSchema['$defs'];
    const wrong = fields.filter(({ schema }) => {
      const [example] = schema.examples ?? [];
      const alone = inside(schema);
      const whole = { ...(JSON.parse(alone) as object), ...(alone.includes('#/$defs/') && { $defs }) };
      return example === undefined || !z.fromJSONSchema(whole).safeParse(example).success;
    });
    expect(names(wrong)).toEqual([]);
  });

  it('that has one value only, or one of a few, says of which type they are', () => {
    const bare: string[] = [];
    const look = (at: string, value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      const { const: only, enum: few, type, ...rest } = value as Record<string, unknown>;
      if ((only !== undefined || Array.isArray(few)) && type === undefined) bare.push(at);
      for (const [name, part] of Object.entries(rest))
        if (!name.startsWith('example')) look(`${at}/${name}`, part);
    };
    look('', { paths, components });
    expect(bare).toEqual([]);
  });

  it('that holds a list says of what', () => {
    expect(names(all(({ type, items }) => type === 'array' && items === undefined))).toEqual([]);
  });
});

describe('every shape of the API', () => {
  it.each(Object.keys(apiShapes) as ApiShape[])('%s has an example that the door itself takes', (name) => {
    expect(apiShapes[name].safeParse(components.schemas[name]!.examples![0]).error?.issues).toBeUndefined();
  });
});

describe('every operation of the API', () => {
  it('has a name of its own, a summary and a description that says more', () => {
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
    const thin = operations.filter(({ description = '' }) => description.length < 20);
    expect(thin.map(({ door }) => door)).toEqual([]);
  });

  it('stands in one chapter, and every chapter says what is in it', () => {
    const chapters = new Set(operations.flatMap((operation) => operation.tags));
    expect(new Set(tags.map(({ name }) => name))).toEqual(chapters);
    expect(tags.filter(({ description }) => description.length < 15)).toEqual([]);
  });

  it('says what each parameter is, with an example', () => {
    type Asked = { name: string; description?: string; example?: unknown };
    const poor = operations.flatMap(({ door, parameters = [] }) =>
      (parameters as readonly Asked[])
        .filter(({ description, example }) => !description || example === undefined)
        .map(({ name }) => `${door} ${name}`),
    );
    expect(poor).toEqual([]);
  });

  it('refuses in problem+json, but for the gateway, the token endpoint and the page for finders, which have forms of their own', () => {
    const odd = operations.flatMap(({ door, responses }) =>
      Object.entries(responses)
        .filter(([status]) => status >= '400' && !['401', '403'].includes(status))
        .filter(([, { content }]) => content?.['application/problem+json'] === undefined)
        .map(([status]) => `${door} ${status}`),
    );
    expect(odd).toEqual(['get /buu-gui/{code} 404', 'post /oauth/token 400']);
  });
});

describe('the words about fields', () => {
  const tables = [dossierFields, officeFields, peopleFields, letterFields, postFields, moneyFields];

  it('say each thing in one place only', () => {
    const keys = tables.flatMap((table) => Object.keys(table));
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  it('are about fields that there are', () => {
    const places = fields.map(({ at }) => `.${at}`);
    const unused = tables
      .flatMap((table) => Object.keys(table))
      .filter((key) => !places.some((place) => place.endsWith(`.${key}`)));
    expect(unused).toEqual([]);
  });

  it('and about operations are about operations that there are', () => {
    const ids = new Set(operations.map(({ operationId }) => operationId));
    expect(Object.keys(operationWords).filter((id) => !ids.has(id))).toEqual([]);
  });
});
