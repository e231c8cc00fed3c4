/** The shapes of the API as JSON Schema (2020-12), each field with what it says and an example. */
import * as z from 'zod';
import { fieldAt } from '../../../domain/api/fields/all.ts';
import { apiShapes } from '../../../domain/api/shapes.ts';

export type Schema = {
  $ref?: string;
  type?: string | string[];
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  items?: Schema | false;
  prefixItems?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  propertyNames?: Schema;
  additionalProperties?: Schema | boolean;
  description?: string;
  examples?: unknown[];
};
type Schemas = Readonly<Record<string, Schema>>;

const place = '#/components/schemas/';

/** A pair is a list too; many readers of descriptions want to be told of what. */
const pairsAreLists = ({ jsonSchema }: { jsonSchema: Schema }) => {
  const [first] = jsonSchema.prefixItems ?? [];
  if (!first) return;
  Object.assign(jsonSchema, { items: first, minItems: jsonSchema.prefixItems!.length });
  jsonSchema.maxItems = jsonSchema.minItems!;
  delete jsonSchema.prefixItems;
};

const asSchemas = (): Schemas => {
  const registry = z.registry<{ id: string }>();
  for (const [id, shape] of Object.entries(apiShapes)) registry.add(shape, { id });
  const { schemas } = z.toJSONSchema(registry, {
    uri: (id) => place + id,
    io: 'input',
    unrepresentable: 'any',
    override: pairsAreLists as never,
  });
  return Object.fromEntries(
    Object.entries(schemas as Record<string, Schema & { $id?: string; $schema?: string }>).map(
      ([name, { $id: _id, $schema: _schema, ...schema }]) => [name, schema],
    ),
  );
};

/** Fields that stand in place of others; an example of the whole goes without them. */
const instead = new Set(['fee.exemption', 'CashConfirmation.remittanceId', 'CorrectEndRequest.returnReason']);

const instants = ['2026-03-02T09:00:00+07:00', '2026-03-02T02:00:00.000Z'];

const takes = (schema: Schema, value: unknown): boolean => {
  const types = [schema.type ?? []].flat();
  if (typeof value === 'number') return types.includes('integer') || types.includes('number');
  return (
    typeof value === 'string' &&
    types.includes('string') &&
    value.length >= (schema.minLength ?? 0) &&
    value.length <= (schema.maxLength ?? Infinity) &&
    (schema.pattern === undefined || new RegExp(schema.pattern, 'u').test(value))
  );
};

const leafExample = (schema: Schema, written: unknown): unknown => {
  if ([schema.type].flat().includes('boolean')) return true;
  const candidates = [written, ...(schema.format === undefined ? [] : [...instants, '2026-03-02'])];
  return candidates.find((value) => takes(schema, value));
};

/** An example of what stands at this path; composed of its fields' examples where it holds any. */
const exampleOf = (schema: Schema, path: readonly string[], all: Schemas): unknown => {
  if (schema.examples) return schema.examples[0];
  if ('const' in schema) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.$ref !== undefined) {
    const name = schema.$ref.slice(place.length);
    return exampleOf(all[name]!, [name], all);
  }
  const [choice] = schema.anyOf ?? schema.oneOf ?? [];
  if (choice) return exampleOf(choice, path, all);
  if (schema.properties)
    return Object.fromEntries(
      Object.entries(schema.properties)
        .filter(([name]) => !instead.has(`${path.at(-1)}.${name}`))
        .map(([name, field]) => [name, exampleOf(field, [...path, name], all)]),
    );
  if (schema.items) return Array(schema.minItems ?? 1).fill(exampleOf(schema.items, path, all));
  const written = fieldAt(path)?.[1];
  if (typeof written === 'object') return written;
  if (typeof schema.additionalProperties === 'object')
    return Object.fromEntries(
      (schema.propertyNames?.enum ?? [])
        .slice(0, 1)
        .map((name) => [name, exampleOf(schema.additionalProperties as Schema, path, all)]),
    );
  return leafExample(schema, written);
};

/** The same schema with a description and an example at every field. */
const withWords = (schema: Schema, path: readonly string[], all: Schemas): Schema => {
  const inside = (part: Schema): Schema => withWords(part, path, all);
  const field = (name: string, part: Schema): Schema => {
    const at = [...path, name];
    const said = part.description ?? fieldAt(at)?.[0];
    const example = exampleOf(part, at, all);
    return {
      ...withWords(part, at, all),
      ...(said !== undefined && { description: said }),
      ...(example !== undefined && { examples: [example] }),
    };
  };
  return {
    ...schema,
    ...(schema.anyOf && { anyOf: schema.anyOf.map(inside) }),
    ...(schema.oneOf && { oneOf: schema.oneOf.map(inside) }),
    ...(schema.items && { items: inside(schema.items) }),
    ...(typeof schema.additionalProperties === 'object' && {
      additionalProperties: inside(schema.additionalProperties),
    }),
    ...(schema.properties && {
      properties: Object.fromEntries(
        Object.entries(schema.properties).map(([name, part]) => [name, field(name, part)]),
      ),
    }),
  };
};

export const apiSchemas = (): Record<string, Schema> => {
  const all = asSchemas();
  return Object.fromEntries(
    Object.entries(all).map(([name, schema]) => [
      name,
      { ...withWords(schema, [name], all), examples: [exampleOf(schema, [name], all)] },
    ]),
  );
};
