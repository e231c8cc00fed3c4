import * as z from 'zod';
import { describe, expect, it } from 'vitest';
import { type ApiShape, apiShapes } from '../../../shared/domain/api/shapes.ts';

type Schema = { [key: string]: unknown };

/** The objects inside a schema that would let an unknown key through, by where they stand. */
const openIn = (schema: unknown, place: string): string[] => {
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties, additionalProperties } = schema as Schema;
  const here = properties !== undefined && additionalProperties !== false ? [place] : [];
  return [...here, ...Object.entries(schema).flatMap(([key, inner]) => openIn(inner, `${place}/${key}`))];
};

describe('a shape of the API', () => {
  it.each(Object.keys(apiShapes) as ApiShape[])('%s names every field that there is', (name) => {
    const schema = z.toJSONSchema(apiShapes[name], { io: 'input', unrepresentable: 'any' });
    expect(openIn(schema, name)).toEqual([]);
  });
});
