import { describe, expect, it } from 'vitest';
import { App } from 'aws-cdk-lib';
import { buildStages } from '../../infra/build-stages.ts';
import { refusals } from '../../infra/refusals.ts';
import { BaoTinStack } from '../../infra/stack.ts';
import { onOneMachine, smsWorkers, type Stage, stages } from '../../infra/stages.ts';
import { longestTakes, type SmsCarrierName } from '../../shared/adapters/carriers/sms/names.ts';
import { smsPerWorker, smsTimeout } from '../../infra/stack/sms-sending.ts';
import { synthesise } from '../../infra/synthesise.ts';
import { idsIn, resourcesOf, stageNames, templates, theOnly } from './template.ts';

const settings: Record<string, Stage> = stages;

describe.each(stageNames)('stage %s', (stage) => {
  it('has a sender that the carriers of Viet Nam can register: 3 to 11 letters or digits, one letter at least', () => {
    expect(settings[stage]!.smsSenderId).toMatch(/^(?=.*[A-Za-z])[A-Za-z0-9]{3,11}$/);
  });

  it('keeps logs for a known number of days', () => {
    const groups = resourcesOf(templates[stage], 'AWS::Logs::LogGroup');
    expect(groups.length).toBeGreaterThan(0);
    for (const [, { Properties }] of groups) expect(Properties['RetentionInDays']).toBeGreaterThan(0);
  });

  it('sends with as many workers as its granted rate needs', () => {
    const queues = resourcesOf(templates[stage], 'AWS::SQS::Queue');
    const [queue] = queues.find(([, { Properties }]) => Properties['QueueName'] === `bao-tin-${stage}-sms`)!;
    const [mapping] = resourcesOf(templates[stage], 'AWS::Lambda::EventSourceMapping').filter(
      ([, { Properties }]) => idsIn(Properties['EventSourceArn']).includes(queue),
    );
    expect(mapping![1].Properties['ScalingConfig']).toEqual({
      MaximumConcurrency: smsWorkers(settings[stage]!),
    });
  });
});

it.each([
  { smsPerSecond: 1, workers: 2, because: 'AWS accepts no fewer than two' },
  { smsPerSecond: 20, workers: 5, because: 'one worker hands over four a second' },
  { smsPerSecond: 21, workers: 6, because: 'a started worker counts whole' },
])('sends $smsPerSecond SMS a second with $workers workers: $because', ({ smsPerSecond, workers }) => {
  expect(smsWorkers({ ...stages.prod, smsPerSecond })).toBe(workers);
});

it.each([
  { stage: 'prod', answer: 'keeps', kept: ['RetainExceptOnCreate', true] },
  { stage: 'dev', answer: 'deletes', kept: ['Delete', false] },
] as const)('$stage $answer its table when its stack is deleted', ({ stage, kept }) => {
  const [, { DeletionPolicy, Properties }] = theOnly(templates[stage], 'AWS::DynamoDB::GlobalTable');
  const [replica] = Properties['Replicas'] as { DeletionProtectionEnabled: boolean }[];
  expect([DeletionPolicy, replica!.DeletionProtectionEnabled]).toEqual(kept);
});

describe('how long the sender may run', () => {
  const lists: SmsCarrierName[][] = [
    ['sns'],
    ['zalo', 'esms', 'sns'],
    Object.keys(longestTakes) as SmsCarrierName[],
  ];

  it.each(lists.map((smsCarriers) => ({ smsCarriers })))(
    'follows from its carriers: a batch by $smsCarriers, and the last one as slow as it can be',
    ({ smsCarriers }) => {
      const longest = smsCarriers.reduce((sum, name) => sum + longestTakes[name], 0);
      const runs = smsTimeout({ ...stages.prod, smsCarriers }).toMilliseconds();
      expect(runs).toBeGreaterThanOrEqual(2 * longest + 9_000 * smsCarriers.length);
      expect(runs).toBeGreaterThanOrEqual(30_000);
      expect(runs).toBeLessThanOrEqual(900_000);
    },
  );

  it.each([
    { why: 'nobody carries', smsCarriers: [], smsPerSecond: 20 },
    { why: 'twice', smsCarriers: ['sns', 'esms', 'sns'], smsPerSecond: 20 },
    { why: 'nobody made', smsCarriers: ['pigeon'], smsPerSecond: 20 },
    { why: 'no rate', smsCarriers: ['sns'], smsPerSecond: 0 },
    { why: 'no rate', smsCarriers: ['sns'], smsPerSecond: Number.NaN },
    { why: 'may take', smsCarriers: ['sns'], smsPerSecond: 0.01 },
  ])('a stage that cannot send is refused: $why, $smsCarriers', ({ why, smsCarriers, smsPerSecond }) => {
    const stage = { ...stages.prod, smsCarriers: smsCarriers as SmsCarrierName[], smsPerSecond };
    expect(() => smsTimeout(stage)).toThrow(why);
  });
});

describe('a deployment that failed can be tried again', () => {
  const prod = Object.entries(synthesise('prod', { first: true }).Resources);

  it('keeps nothing that a creation made and a rollback took back', () => {
    expect(prod.filter(([, { DeletionPolicy }]) => DeletionPolicy === 'Retain')).toEqual([]);
    expect(
      prod.filter(([, { DeletionPolicy }]) => DeletionPolicy === 'RetainExceptOnCreate').length,
    ).toBeGreaterThan(0);
  });

  it('protects neither stack nor anything in it before the first deployment went through, and both after it', () => {
    const protects = (first: boolean) =>
      new BaoTinStack(new App({ context: { 'aws:cdk:bundling-stacks': [] } }), 'stack', {
        stage: 'prod',
        settings: stages.prod,
        first,
      }).terminationProtection;
    expect([protects(true), protects(false)]).toEqual([false, true]);
    expect(JSON.stringify(prod)).not.toMatch(/"DeletionProtection\w*":true/);
    expect(JSON.stringify(templates.prod)).toMatch(/"DeletionProtection\w*":true/);
  });
});

it.each(stageNames)(
  '%s deploys to an account that may run ten functions at once and so may reserve none',
  (stage) => {
    const reserved = resourcesOf(templates[stage], 'AWS::Lambda::Function').filter(
      ([, { Properties }]) => Properties['ReservedConcurrentExecutions'] !== undefined,
    );
    expect(reserved).toEqual([]);
  },
);

describe('the door', () => {
  it('gives each route that anybody may call a limit of its own, so that wards are not starved by strangers', () => {
    const [, { Properties }] = theOnly(templates.prod, 'AWS::ApiGatewayV2::Stage');
    const open = resourcesOf(templates.prod, 'AWS::ApiGatewayV2::Route')
      .filter(([, route]) => route.Properties['AuthorizationType'] !== 'JWT')
      .map(([, route]) => String(route.Properties['RouteKey']));
    const limited = Properties['RouteSettings'] as Record<string, { ThrottlingRateLimit: number }>;
    expect(Object.keys(limited).toSorted()).toEqual(open.toSorted());
    for (const { ThrottlingRateLimit } of Object.values(limited))
      expect(ThrottlingRateLimit).toBeLessThanOrEqual(stages.prod.requestsPerSecond / 4);
  });
});

it('the table of a stage for a whole country is ready for its peak, indexes too', () => {
  const [, { Properties }] = theOnly(templates.prod, 'AWS::DynamoDB::GlobalTable');
  const ready = { ReadUnitsPerSecond: 12_000, WriteUnitsPerSecond: 12_000 };
  expect(Properties['WarmThroughput']).toEqual(ready);
  for (const index of Properties['GlobalSecondaryIndexes'] as object[])
    expect(index).toMatchObject({ WarmThroughput: ready });
});

it('on one machine nobody waits for a rate: two senders, a hundred SMS a second each', () => {
  expect([smsWorkers(onOneMachine), smsPerWorker(onOneMachine)]).toEqual([2, 100]);
});

describe('a stage that nobody would hear', () => {
  /** Which stacks there are to deploy, and what was said of the others. */
  const built = (given: Record<string, Stage>) => {
    const app = new App({ context: { 'aws:cdk:bundling-stacks': [] } });
    const lines: string[] = [];
    buildStages(app, given, { first: false, say: (line) => void lines.push(line) });
    return {
      stacks: app.node.children.map(({ node }) => node.id).filter((id) => id.startsWith('bao-tin')),
      lines,
    };
  };

  const domain = {
    name: 'bao-tin.tinh.example.vn',
    certificateArn: 'arn:aws:acm:ap-southeast-1:123456789012:certificate/c0ffee',
  };
  const heard = { ...settings['prod']!, alarmEmail: 'truc-ban@tinh.example.vn', domain };

  it('is refused where citizens depend on it, and holds up no other', () => {
    expect(built(settings)).toEqual({
      stacks: ['bao-tin-dev'],
      lines: [
        'bao-tin-prod is not deployed. Nobody would hear its alarms: name an alarmEmail in infra/stages.ts.',
        'bao-tin-prod is not deployed. The codes it prints on letters and labels would die with its API: name a domain and its certificate in infra/stages.ts.',
      ],
    });
  });

  it('is deployed once somebody hears it, after its name', () => {
    expect(built({ prod: heard })).toEqual({ stacks: ['bao-tin-prod-domain', 'bao-tin-prod'], lines: [] });
  });

  it.each([
    { name: 'abc123.execute-api.ap-southeast-1.amazonaws.com', why: 'no name of an office' },
    { name: 'https://bao-tin.tinh.example.vn', why: 'no name of an office' },
    { name: 'Bao-Tin.tinh.example.vn', why: 'no name of an office' },
    { name: 'baotin', why: 'no name of an office' },
    { certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/c', why: 'has to lie in' },
    { certificateArn: '', why: 'has to lie in' },
    {
      certificateArn: 'arn:aws:acm:ap-southeast-1:210987654321:certificate/c',
      why: 'in account 123456789012',
    },
  ])('under a name that cannot work is refused: $why', ({ why, ...wrong }) => {
    const { stacks, lines } = built({
      prod: { ...heard, account: '123456789012', domain: { ...domain, ...wrong } },
    });
    expect(stacks).toEqual([]);
    expect(lines.join(' ')).toContain(why);
  });

  it('carries its own name in issuer, letters, labels, calendars and pages, and answers under no other', () => {
    const template = synthesise('prod', { settings: heard });
    const [, api] = theOnly(template, 'AWS::ApiGatewayV2::Api');
    expect(api.Properties['DisableExecuteApiEndpoint']).toBe(true);
    const [, mapping] = theOnly(template, 'AWS::ApiGatewayV2::ApiMapping');
    expect(mapping.Properties['DomainName']).toBe(domain.name);
    const addresses = resourcesOf(template, 'AWS::Lambda::Function').flatMap(([, { Properties }]) => {
      const { Variables = {} } = (Properties['Environment'] ?? {}) as { Variables?: Record<string, unknown> };
      return ['PUBLIC_URL', 'ISSUER'].flatMap((name) => Variables[name] ?? []);
    });
    expect(addresses.length).toBeGreaterThan(5);
    expect(new Set(addresses)).toEqual(new Set([`https://${domain.name}`]));
    expect(template.Outputs!['Url']!.Value).toBe(`https://${domain.name}`);
    expect(JSON.stringify(template.Outputs)).not.toContain('execute-api');
    const [, wards] = theOnly(template, 'AWS::ApiGatewayV2::Authorizer');
    expect(wards.Properties['JwtConfiguration']).toMatchObject({ Issuer: `https://${domain.name}` });
    const [waits] = resourcesOf(template, 'Custom::IssuerAnswers');
    expect(waits![1].Properties['issuer']).toBe(`https://${domain.name}`);
    expect(JSON.stringify(waits![1].DependsOn)).toContain(
      theOnly(template, 'AWS::ApiGatewayV2::ApiMapping')[0],
    );
  });
});

describe('a stage whose table was brought back under another name', () => {
  const table = 'bao-tin-prod-table-0302';
  const stream = `arn:aws:dynamodb:ap-southeast-1:123456789012:table/${table}/stream/2026-03-02T04:10:11.123`;
  const restored = { table, stream, lostUntil: '2026-03-02T03:00:00.000Z' };
  const template = synthesise('prod', { settings: { ...stages.prod, restored } });

  it('asks it, listens to it and watches it, and keeps its own, which nobody asks any more', () => {
    const [own, { DeletionPolicy }] = theOnly(template, 'AWS::DynamoDB::GlobalTable');
    expect(DeletionPolicy).toBe('RetainExceptOnCreate');
    const askOwn = Object.entries(template.Resources).filter(([, { Properties }]) =>
      idsIn(Properties).includes(own),
    );
    expect(askOwn).toEqual([]);
    const variables = resourcesOf(template, 'AWS::Lambda::Function').map(
      ([, { Properties }]) =>
        (Properties['Environment'] as { Variables: object } | undefined)?.Variables ?? {},
    );
    const asking = variables.filter((each) => 'TABLE_NAME' in each);
    expect(asking.length).toBeGreaterThan(20);
    for (const each of asking)
      expect(each).toMatchObject({ TABLE_NAME: table, LOST_UNTIL: restored.lostUntil });
    expect(template.Outputs!['TableName']!.Value).toBe(table);
    const streams = resourcesOf(template, 'AWS::Lambda::EventSourceMapping').filter(
      ([, { Properties }]) => Properties['EventSourceArn'] === stream,
    );
    expect(streams.length).toBeGreaterThan(0);
  });

  it.each([
    { wrong: { stream: stream.replace(table, 'another') }, why: 'that table’s own' },
    { wrong: { stream: stream.replace('southeast-1', 'east-1') }, why: 'that table’s own' },
    { wrong: { stream: '' }, why: 'that table’s own' },
    { wrong: { lostUntil: '2026-03-02T10:00:00+07:00' }, why: 'when the old street stopped' },
    { wrong: { lostUntil: 'ten' }, why: 'when the old street stopped' },
  ])('is refused where it cannot stand in: $wrong', ({ wrong, why }) => {
    expect(refusals({ ...stages.dev, restored: { ...restored, ...wrong } }).join(' ')).toContain(why);
    expect(refusals({ ...stages.dev, restored })).toEqual([]);
  });
});

describe('a cell of the country', () => {
  const cell = { ...stages.dev, account: '123456789012' };

  it('stands in its account and region and in no other', () => {
    const app = new App({ context: { 'aws:cdk:bundling-stacks': [] } });
    const [stack] = buildStages(app, { hcm: cell }, { first: false, say: () => {} });
    expect([stack!.stackName, stack!.account, stack!.region]).toEqual([
      'bao-tin-hcm',
      '123456789012',
      'ap-southeast-1',
    ]);
  });

  it('in an account that is none is refused', () => {
    expect(refusals({ ...cell, account: '1234' }).join(' ')).toContain('twelve digits');
    expect(refusals(cell)).toEqual([]);
  });
});
