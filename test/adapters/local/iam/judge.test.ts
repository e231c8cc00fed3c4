import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge } from '../../../../infra/local/iam/judge.ts';
import { arnPattern, pattern } from '../../../../infra/local/iam/pattern.ts';
import { statementsIn } from '../../../../infra/local/iam/statement.ts';

const role = { role: 'arn:aws:iam::000000000000:role/Pages' };
const table = 'arn:aws:dynamodb:ap-southeast-1:000000000000:table/papers';
const key = 'arn:aws:kms:ap-southeast-1:000000000000:key/data';

type Written = Record<string, unknown>;
const policy = (...Statement: Written[]) => statementsIn({ Version: '2012-10-17', Statement }, () => true);
const allow = (Action: string | string[], Resource: string | string[], more: Written = {}): Written => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...more,
});
const deny = (Action: string, Resource: string, more: Written = {}): Written => ({
  ...allow(Action, Resource, more),
  Effect: 'Deny',
});

const may = (
  statements: Written[],
  action: string,
  resource: string,
  context: Record<string, string | string[]> = {},
): boolean =>
  judge(role, { action, resource, context }, { identity: policy(...statements), resource: undefined }).is ===
  'allowed';

describe('what a role may do', () => {
  it.each<[what: string, statements: Written[], action: string, resource: string, expected: boolean]>([
    ['nothing that nobody gave it', [], 'dynamodb:GetItem', table, false],
    ['what is given by name', [allow('dynamodb:GetItem', table)], 'dynamodb:GetItem', table, true],
    ['the action in other capitals', [allow('DynamoDB:getItem', table)], 'dynamodb:GetItem', table, true],
    ['no other action', [allow('dynamodb:GetItem', table)], 'dynamodb:PutItem', table, false],
    ['no action that only begins so', [allow('s3:Get', '*')], 's3:GetObject', 'arn:aws:s3:::b/k', false],
    ['all of a kind by a star', [allow('dynamodb:*', table)], 'dynamodb:PutItem', table, true],
    [
      'no index by the table',
      [allow('dynamodb:Query', table)],
      'dynamodb:Query',
      `${table}/index/due`,
      false,
    ],
    [
      'an index by its name',
      [allow('dynamodb:Query', `${table}/index/due`)],
      'dynamodb:Query',
      `${table}/index/due`,
      true,
    ],
    [
      'any index by a star',
      [allow('dynamodb:Query', `${table}/index/*`)],
      'dynamodb:Query',
      `${table}/index/due`,
      true,
    ],
    [
      'no resource in other capitals',
      [allow('dynamodb:GetItem', table.toUpperCase())],
      'dynamodb:GetItem',
      table,
      false,
    ],
    ['one of several', [allow(['a:B', 'a:C'], ['x', 'y'])], 'a:C', 'y', true],
    [
      'a phone, where topics are denied',
      [allow('sns:Publish', '*'), deny('sns:Publish', 'arn:aws:sns:*:*:*')],
      'sns:Publish',
      '+84912345678',
      true,
    ],
    [
      'no topic, where topics are denied',
      [allow('sns:Publish', '*'), deny('sns:Publish', 'arn:aws:sns:*:*:*')],
      'sns:Publish',
      'arn:aws:sns:ap-southeast-1:0:t',
      false,
    ],
    ['what is denied first and allowed later', [deny('a:B', '*'), allow('a:B', '*')], 'a:B', 'x', false],
    [
      'everything but one, by NotAction',
      [{ Effect: 'Allow', NotAction: 'a:B', Resource: '*' }],
      'a:C',
      'x',
      true,
    ],
    ['not the one, by NotAction', [{ Effect: 'Allow', NotAction: 'a:B', Resource: '*' }], 'a:B', 'x', false],
    [
      'nothing of the kept one, by NotResource',
      [{ Effect: 'Allow', Action: 'a:B', NotResource: 'x*' }],
      'a:B',
      'xy',
      false,
    ],
    ['all others, by NotResource', [{ Effect: 'Allow', Action: 'a:B', NotResource: 'x*' }], 'a:B', 'y', true],
  ])('is %s', (_, statements, action, resource, expected) => {
    expect(may(statements, action, resource)).toBe(expected);
  });

  it('never grows by a deny, and never shrinks by an allow', () => {
    const word = fc.constantFrom('a', 'b', 'ab', '*', 'a*', '*b', '?');
    const text = fc.constantFrom('a', 'b', 'ab', 'ba', '');
    const one = fc.record({ Effect: fc.constantFrom('Allow', 'Deny'), Action: word, Resource: word });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 6 }), one, text, text, (all, another, action, resource) => {
        const before = may(all, action, resource);
        const after = may([...all, another], action, resource);
        expect(another.Effect === 'Allow' ? !before || after : before || !after).toBe(true);
        expect(may(all.toReversed(), action, resource)).toBe(before);
      }),
    );
  });
});

describe('what a thing’s own policy adds', () => {
  const by = (principal: unknown, more: Written = {}) =>
    policy({ ...allow('kms:Decrypt', '*', more), Principal: principal });
  const ask = { action: 'kms:Decrypt', resource: key, context: { 'aws:sourcearn': 'arn:aws:sns:r:1:t' } };
  const account = { AWS: 'arn:aws:iam::000000000000:root' };
  const own = policy(allow('kms:Decrypt', key));

  it.each<
    [
      what: string,
      who: Parameters<typeof judge>[0],
      identity: ReturnType<typeof policy>,
      resource: ReturnType<typeof policy> | undefined,
      ruledByItself: boolean,
      expected: boolean,
    ]
  >([
    ['who is named needs nothing else', role, [], by({ AWS: role.role }), false, true],
    ['who is of the account needs a right of its own', role, [], by(account), false, false],
    ['and with it may', role, own, by(account), false, true],
    [
      'a key that hands over to nobody is closed to every role',
      role,
      own,
      by({ AWS: 'arn:aws:iam::000000000000:role/Other' }),
      true,
      false,
    ],
    ['a key without a policy is closed', role, own, [], true, false],
    ['a key that hands over to the account is open by a right', role, own, by(account), true, true],
    [
      'a service comes by its name',
      { service: 'sns.amazonaws.com' },
      [],
      by({ Service: ['x', 'sns.amazonaws.com'] }),
      true,
      true,
    ],
    [
      'a service that is not named does not',
      { service: 'sqs.amazonaws.com' },
      [],
      by({ Service: 'sns.amazonaws.com' }),
      true,
      false,
    ],
    ['a service without any policy does not', { service: 'sns.amazonaws.com' }, [], undefined, false, false],
    [
      'a service comes from where it may',
      { service: 'sns.amazonaws.com' },
      [],
      by(
        { Service: 'sns.amazonaws.com' },
        { Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:sns:r:1:*' } } },
      ),
      false,
      true,
    ],
    [
      'and from nowhere else',
      { service: 'sns.amazonaws.com' },
      [],
      by(
        { Service: 'sns.amazonaws.com' },
        { Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:sns:r:2:*' } } },
      ),
      false,
      false,
    ],
  ])('%s', (_, who, identity, resource, ruledByItself, expected) => {
    expect(judge(who, ask, { identity, resource, ruledByItself }).is).toBe(expected ? 'allowed' : 'denied');
  });

  it('a deny to everybody holds against whoever is allowed', () => {
    const closed = policy({ ...deny('kms:*', '*'), Principal: { AWS: '*' } });
    expect(judge(role, ask, { identity: own, resource: [...by(account), ...closed] })).toEqual({
      is: 'denied',
      why: 'an explicit deny',
    });
  });
});

describe('a star', () => {
  it('stands for any letters, a question mark for one, and every other sign for itself', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (middle, before, after) => {
        const bare = (text: string) => text.replaceAll(/[*?]/g, '.');
        expect(pattern(`${bare(before)}*${bare(after)}`)(bare(before) + middle + bare(after))).toBe(true);
        expect(pattern(bare(before))(bare(before))).toBe(true);
        expect(pattern(bare(before))(`${bare(before)}x`)).toBe(false);
        expect(pattern(`${bare(before)}?`)(`${bare(before)}x`)).toBe(true);
      }),
    );
  });

  it('does not reach over a colon of an ARN, but for the last part', () => {
    expect(arnPattern('arn:aws:sns:*:1:t')('arn:aws:sns:r:1:t')).toBe(true);
    expect(arnPattern('arn:aws:*:t')('arn:aws:sns:r:1:t')).toBe(false);
    expect(arnPattern('arn:aws:logs:r:1:*')('arn:aws:logs:r:1:log-group:a:*')).toBe(true);
    expect(arnPattern('*:*:*:*:*:*')('+84912345678')).toBe(false);
  });
});
