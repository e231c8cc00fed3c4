import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { apiDescription } from '../../../shared/adapters/lambda/openapi/document.ts';
import { allRoutes } from '../../support/routes.ts';

const described = apiDescription('https://baotin.example.vn');

const routes = [...(await allRoutes()).keys()];

describe('the description of the API', () => {
  it('is OpenAPI 3.1', async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(described));
    expect([valid, errors]).toEqual([true, undefined]);
  });

  it('describes every door of wards and partners, and none that there is not', () => {
    const doors = Object.entries(described.paths)
      .flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`))
      .filter((door) => door.includes('/v1/'));
    expect(doors.toSorted()).toEqual(routes.toSorted());
  });
});
