import { describe, expect, it } from 'vitest';
import { condition } from '../../../../infra/local/iam/conditions.ts';
import { statementsIn } from '../../../../infra/local/iam/statement.ts';

const all = () => true;
const holds = (operator: string, wanted: string | string[], given?: string | string[]): boolean =>
  condition({ [operator]: { 'x:Key': wanted } }, all)(given === undefined ? {} : { 'x:key': given });

describe('a condition', () => {
  it.each<
    [operator: string, wanted: string | string[], given: string | string[] | undefined, expected: boolean]
  >([
    ['StringEquals', 'a', 'a', true],
    ['StringEquals', 'a', 'A', false],
    ['StringEquals', ['a', 'b'], 'b', true],
    ['StringEquals', 'a', undefined, false],
    ['StringEqualsIfExists', 'a', undefined, true],
    ['StringEqualsIfExists', 'a', 'b', false],
    ['StringNotEquals', 'a', 'b', true],
    ['StringNotEquals', ['a', 'b'], 'b', false],
    ['StringNotEquals', 'a', undefined, true],
    ['StringEqualsIgnoreCase', 'a', 'A', true],
    ['StringLike', 'evidence/*', 'evidence/1/2', true],
    ['StringLike', 'evidence/*', 'letters/1', false],
    ['StringLike', 'evidence/*', undefined, false],
    ['StringNotLike', 'evidence/*', 'letters/1', true],
    ['ArnLike', 'arn:aws:sns:*:1:t*', 'arn:aws:sns:r:1:topic', true],
    ['ArnEquals', 'arn:aws:sns:*:1:t', 'arn:aws:sns:r:2:t', false],
    ['Bool', 'false', 'true', false],
    ['Bool', 'true', 'true', true],
    ['Null', 'true', undefined, true],
    ['Null', 'true', 'a', false],
    ['Null', 'false', 'a', true],
    ['NumericLessThanEquals', '10', '9', true],
    ['NumericLessThanEquals', '10', '11', false],
    ['NumericGreaterThan', '10', '11', true],
    ['ForAllValues:StringEquals', ['a', 'b'], ['a', 'b', 'a'], true],
    ['ForAllValues:StringEquals', ['a', 'b'], ['a', 'c'], false],
    ['ForAllValues:StringEquals', 'a', undefined, true],
    ['ForAllValues:StringLike', 'KEY#*', ['KEY#data', 'CLIENT#x'], false],
    ['ForAnyValue:StringEquals', 'a', ['b', 'a'], true],
    ['ForAnyValue:StringEquals', 'a', undefined, false],
    ['ForAnyValue:StringNotEquals', 'a', ['a', 'b'], true],
  ])('%s %j holds for %j: %s', (operator, wanted, given, expected) => {
    expect(holds(operator, wanted, given)).toBe(expected);
  });

  it('holds only when every line of it does', () => {
    const both = condition({ StringEquals: { a: '1', b: '2' }, Bool: { c: 'true' } }, all);
    expect(both({ a: '1', b: '2', c: 'true' })).toBe(true);
    for (const missing of [
      { a: '1', b: '2' },
      { a: '1', c: 'true' },
      { a: '1', b: '3', c: 'true' },
    ])
      expect(both(missing as Record<string, string>)).toBe(false);
  });

  it.each([
    [{ Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } }, /IpAddress is not understood/],
    [
      { Condition: { 'ForMostValues:StringEquals': { a: 'b' } } },
      /ForMostValues:StringEquals is not understood/,
    ],
    [{ Condition: { toString: { a: 'b' } } }, /toString is not understood/],
    [{ Condition: { StringEquals: { unknown: 'b' } } }, /condition key unknown is not known/],
    [{ Resource: 'arn:aws:s3:::b/${aws:username}/*' }, /policy variable/],
    [{ NotPrincipal: '*' }, /NotPrincipal/],
    [{ NotAction: 'a:B' }, /either Action or NotAction/],
    [{ Effect: 'Maybe' }, /Effect/],
  ])('refuses loudly what it does not understand: %j', (more, message) => {
    const written = { Effect: 'Allow', Action: 'a:B', Resource: '*', ...more };
    expect(() =>
      statementsIn({ Version: '2012-10-17', Statement: written }, (name) => name !== 'unknown'),
    ).toThrow(message);
  });
});
