import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { errorsOf } from '../../../shared/domain/values/problem-error.ts';

const errorsFor = (body: object) => errorsOf(z.strictObject({}).safeParse(body).error!);

describe('what is wrong with a body', () => {
  it('is told whole where somebody can mend it', () => {
    expect(errorsFor({ a: 1, b: 2 })).toEqual([
      { pointer: '/a', code: 'unknown-field', message: 'There is no such field' },
      { pointer: '/b', code: 'unknown-field', message: 'There is no such field' },
    ]);
  });

  it('never makes an answer longer than what a person reads, whatever is sent', () => {
    const many = Object.fromEntries(Array.from({ length: 90_000 }, (_, n) => [`field-${n}`, n]));
    const errors = errorsFor({ ['x'.repeat(100_000)]: 1, ...many });
    expect(errors).toHaveLength(51);
    expect(errors.at(-1)).toMatchObject({
      code: 'more-errors',
      message: '89951 more of them are not listed',
    });
    expect(JSON.stringify(errors).length).toBeLessThan(10_000);
  });
});
