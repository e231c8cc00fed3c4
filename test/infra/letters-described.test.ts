import { expect, it } from 'vitest';
import { apiDescription } from '../../shared/adapters/lambda/openapi/document.ts';
import { resourcesOf, templates } from './template.ts';

it('describes every door for letters, and no other', () => {
  const described = Object.entries(apiDescription('https://baotin.example.vn').paths).flatMap(
    ([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const isAboutLetters = (door: string): boolean => /letters|print-batches|\/lich\//.test(door);
  const doors = resourcesOf(templates.prod, 'AWS::ApiGatewayV2::Route').map(([, { Properties }]) =>
    String(Properties['RouteKey']),
  );
  expect(new Set(described.filter(isAboutLetters))).toEqual(new Set(doors.filter(isAboutLetters)));
});
