import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apiDescription } from '../../../../shared/adapters/lambda/openapi/document.ts';
import { inVietnamese } from '../../../../shared/domain/api/errors-in-vietnamese.ts';
import { problem } from '../../../../shared/domain/api/problem.ts';
import { errorsOf } from '../../../../shared/domain/values/problem-error.ts';
import { ChosenSettings, SettingsBody } from '../../../../shared/domain/office/choose-settings.ts';
import * as z from 'zod';

type Schema = Record<string, unknown> & { $ref?: string };
const described = apiDescription('https://baotin.example.vn') as unknown as {
  paths: Record<string, Record<string, { requestBody?: { content: Record<string, { schema: Schema }> } }>>;
  components: { schemas: Record<string, Schema> };
};

/** Every shape that somebody may write, with what it refers to put in its place. */
const bodies = Object.entries(described.paths).flatMap(([path, methods]) =>
  Object.entries(methods).flatMap(([method, { requestBody }]) => {
    const schema = requestBody?.content['application/json']?.schema;
    return schema === undefined ? [] : [[`${method.toUpperCase()} ${path}`, schema] as const];
  }),
);
const shapeOf = (schema: Schema): z.ZodType =>
  z.fromJSONSchema({
    ...JSON.parse(
      JSON.stringify({ ...schema, $defs: described.components.schemas }).replaceAll(
        '#/components/schemas/',
        '#/$defs/',
      ),
    ),
  } as never);

const vietnamese = /[ăâđêôơưà-ãè-êìíò-õùúýĩũạ-ỹ]/i;
const isEnglish = (message: string): boolean =>
  !vietnamese.test(message) || /\b(?:invalid|expected|received|too (?:big|small)|there is)\b/i.test(message);

const messagesOf = (error: z.ZodError): string[] =>
  problem('validation-failed', 'vi', { errors: errorsOf(error) }).errors!.map(({ message }) => message);

describe('whoever asks in Vietnamese', () => {
  it.each(bodies)('reads no English about what is wrong with %s', (_, schema) => {
    const shape = shapeOf(schema);
    const property = fc.property(fc.jsonValue({ maxDepth: 3 }), (body) => {
      const read = shape.safeParse(body);
      expect(read.success ? [] : messagesOf(read.error).filter(isEnglish)).toEqual([]);
    });
    fc.assert(property, { seed: 20261201, numRuns: 40 });
  });

  it('reads which limit is missing, and what has to be a number', () => {
    const read = ChosenSettings.safeParse({ office: 'UBND X', limits: { messagesPerPhonePerDay: 'năm' } });
    expect(messagesOf(read.error!)).toEqual([
      'số tin mỗi ngày cho một số điện thoại (messagesPerPhonePerDay): phải là số.',
      'số tin mỗi ngày của cả phường, xã (messagesPerWardPerDay): còn thiếu.',
    ]);
  });

  it('reads every wrong type of every choice of an office in Vietnamese', () => {
    const wrong = fc.dictionary(
      fc.constantFrom(...Object.keys(SettingsBody.shape)),
      fc.jsonValue({ maxDepth: 2 }),
    );
    fc.assert(
      fc.property(wrong, (body) => {
        const read = ChosenSettings.safeParse(body);
        expect(read.success ? [] : messagesOf(read.error).filter(isEnglish)).toEqual([]);
      }),
      { seed: 20261201, numRuns: 300 },
    );
  });

  it('reads a sentence that was Vietnamese already as it is', () => {
    const error = { pointer: '/office', code: 'custom', message: 'Tin nhắn không xuống dòng được' };
    expect(inVietnamese(error)).toEqual(error);
  });
});
