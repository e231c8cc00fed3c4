import { describe, expect, expectTypeOf, it } from 'vitest';
import { type Refused, refused } from '../../../../shared/adapters/lambda/http/refused.ts';
import { postProblems } from '../../../../shared/domain/post/problems.ts';
import { instantOf } from '../../../../shared/domain/values/instant.ts';
import type { Problem } from '../../../../shared/domain/api/problem.ts';
import { anAcceptedJob } from '../../../support/builders/post.ts';

const told = (said: Refused, language: 'vi' | 'en' = 'en') => refused(said, { language });

describe('a refusal', () => {
  it('of a flow is a word that has a text, or it does not compile', () => {
    expectTypeOf<{ is: 'not-sealed' }>().toExtend<Refused>();
    expectTypeOf<{ is: 'papers-sealed' }>().not.toExtend<Refused>();
    expectTypeOf<{ is: string }>().not.toExtend<Refused>();
  });

  it.each(Object.entries(postProblems))(
    '%s says what is wrong in both languages',
    (is, { vi, en, status }) => {
      const said = { is: is as keyof typeof postProblems };
      expect(told(said, 'vi')).toMatchObject({ status, body: { type: is, title: vi } });
      expect(told(said, 'en')).toMatchObject({ status, body: { type: is, title: en } });
    },
  );

  const until = instantOf(new Date('2026-03-03T00:00:00+07:00'));
  it.each<[string, Refused, string | undefined]>([
    ['how a letter stands', { is: 'wrong-state', state: 'held', version: 2 }, 'It is held, version 2'],
    ['how a message stands', { is: 'opted-out', state: 'unknown' }, 'It is unknown'],
    ['how a job stands', { is: 'lease-lost', job: anAcceptedJob() }, 'state accepted, revision 3, epoch 1'],
    [
      'until when a cap is full',
      { is: 'cap-reached', state: 'unknown', cap: 'phone-day', retryAt: until },
      'phone-day is full until 00:00 03/03/2026',
    ],
    [
      'that no day has room for so long a message',
      { is: 'cap-reached', state: 'unknown', cap: 'phone-day' },
      'The message has more parts than phone-day allows',
    ],
    ['what the sum would be', { is: 'total-differs', expected: 60_000, lines: 2 }, '2 lines, 60000 VND'],
    ['nothing where there is nothing to say', { is: 'not-found' }, undefined],
  ])('says %s', (_what, said, detail) => {
    expect((told(said).body as Problem).detail).toBe(detail);
  });

  it('names every field that is wrong', () => {
    const errors = [{ pointer: '/version', code: 'invalid-type', message: 'Not a number' }];
    expect(told({ is: 'validation-failed', errors }).body).toMatchObject({ errors });
  });
});
