import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactJson, jsonOf } from '../../../../shared/domain/values/wire/exact-json.ts';
import { digits, flag, maybe, written } from '../../../../shared/domain/values/wire/written.ts';

describe('an id of another machine', () => {
  it.each(['9007199254740993', '18446744073709551615', '-9007199254740993', '7'])(
    '%s is read as it was written',
    (id) => {
      const { order } = exactJson(`{"order":${id}}`) as { order: unknown };
      expect(String(order)).toBe(id);
      expect(written(40).parse(order)).toBe(id);
    },
  );

  it('is the id that was sent, whatever it is', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 64n), max: 2n ** 64n }), (id) => {
        const read = exactJson(`\uFEFF[${id}]`) as unknown[];
        expect(written(40).parse(read[0])).toBe(String(id));
      }),
    );
  });

  it('is none where JSON is cut off or never was', () => {
    for (const text of ['', '{"a":', '<html>', 'null']) expect(jsonOf(text) ?? undefined).toBeUndefined();
  });
});

describe('a name, a code or a count', () => {
  it.each([
    null,
    undefined,
    '',
    '  ',
    'NULL',
    'null',
    'undefined',
    'NaN',
    '[object Object]',
    {},
    [],
    true,
    1.5,
  ])('is never made out of %j', (nothing) => {
    expect(written(40).safeParse(nothing).success).toBe(false);
    expect(digits.safeParse(nothing).success).toBe(false);
    expect(maybe(written(40)).parse(nothing)).toBeUndefined();
  });

  it('is never invented, whatever JSON stands there', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const asText =
          typeof value === 'string' || typeof value === 'number' ? String(value).trim() : undefined;
        expect([undefined, asText]).toContain(maybe(written(40)).parse(value));
        expect([undefined, Number(asText)]).toContain(maybe(digits).parse(value));
      }),
      { numRuns: 200 },
    );
  });

  it('says yes or no only where somebody said so', () => {
    expect([true, 'True', 1, '1', 'false', 0].map((said) => flag.parse(said))).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
    for (const said of ['', 'co', 2, null]) expect(flag.safeParse(said).success).toBe(false);
  });
});

it('names of fields are read as a reader sees them, too, and the first of two that look alike counts', () => {
  const [nothing, hidden] = [String.fromCodePoint(0), String.fromCodePoint(0x200b)];
  const body = {
    [`sta${hidden}tus`]: 'completed',
    deep: [{ [`na${nothing}me`]: 'An' }],
    name: 'Bình',
    [`na${hidden}me`]: 'x',
  };
  expect(exactJson(JSON.stringify(body))).toEqual({
    status: 'completed',
    deep: [{ 'na me': 'An' }],
    name: 'Bình',
  });
});
