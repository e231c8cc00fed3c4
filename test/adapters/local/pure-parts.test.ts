import { describe, expect, it, vi } from 'vitest';
import { milliseconds } from '../../../infra/local/clock/duration.ts';
import { passes, understoodPattern } from '../../../infra/local/streams/event-filter.ts';
import { startDynamoDb } from '../../../infra/local/stores/dynamodb.ts';
import { optionsIn } from '../../../infra/local/options.ts';
import { routeFor, routeOf } from '../../../infra/local/api/route.ts';
import { clockOf, nextCall } from '../../../infra/local/clock/schedule.ts';

describe('an event passes a filter', () => {
  const record = {
    eventName: 'INSERT',
    dynamodb: { NewImage: { kind: { S: 'status-event' } } },
    tags: ['a', 'b'],
  };
  const cases: [pattern: object, passes: boolean][] = [
    [{ eventName: ['INSERT', 'MODIFY'] }, true],
    [{ eventName: ['REMOVE'] }, false],
    [{ dynamodb: { NewImage: { kind: { S: ['status-event'] } } } }, true],
    [{ dynamodb: { OldImage: { kind: { S: ['status-event'] } } } }, false],
    [{ dynamodb: { NewImage: { kind: { S: [{ prefix: 'status' }] } } } }, true],
    [{ dynamodb: { NewImage: { kind: { S: [{ suffix: '-job' }] } } } }, false],
    [{ dynamodb: { NewImage: { duePk: { S: [{ exists: false }] } } } }, false],
    [{ dynamodb: { NewImage: { duePk: [{ exists: false }] } } }, true],
    [{ eventName: [{ exists: true }] }, true],
    [{ eventName: [{ 'anything-but': ['REMOVE'] }] }, true],
    [{ eventName: [{ 'anything-but': 'INSERT' }] }, false],
    [{ tags: ['b'] }, true],
  ];
  it.each(cases)('%j: %s', (pattern, expected) => {
    expect(passes([understoodPattern('M', JSON.stringify(pattern))], record)).toBe(expected);
  });
  it('passes when there is no filter, or one of several fits', () => {
    expect(passes([], record)).toBe(true);
    expect(passes([{ eventName: ['REMOVE'] }, { eventName: ['INSERT'] }], record)).toBe(true);
  });
});

describe('a request finds its route', () => {
  const routes = [
    '$default',
    'ANY /{proxy+}',
    'GET /v1/dossiers/{code}',
    'GET /v1/dossiers/mine',
    'POST /v1/dispatch-jobs/claim',
    'ANY /v1/{thing}',
    'GET /v1/{thing}',
    'GET /',
  ].map((key) => routeOf('R', key));
  const cases: [method: string, path: string, key: string, parameters: Record<string, string>][] = [
    ['GET', '/v1/dossiers/H29.26-260302-0001', 'GET /v1/dossiers/{code}', { code: 'H29.26-260302-0001' }],
    ['GET', '/v1/dossiers/mine', 'GET /v1/dossiers/mine', {}],
    ['GET', '/v1/dossiers/a%20b', 'GET /v1/dossiers/{code}', { code: 'a b' }],
    ['POST', '/v1/dispatch-jobs/claim', 'POST /v1/dispatch-jobs/claim', {}],
    ['GET', '/v1/letters', 'GET /v1/{thing}', { thing: 'letters' }],
    ['PUT', '/v1/letters', 'ANY /v1/{thing}', { thing: 'letters' }],
    ['DELETE', '/a/b/c', 'ANY /{proxy+}', { proxy: 'a/b/c' }],
    ['GET', '/', 'GET /', {}],
  ];
  it.each(cases)('%s %s', (method, path, key, parameters) => {
    expect(routeFor(routes, method, path)).toMatchObject({ route: { key }, parameters });
  });
  it('finds none when there is none', () => {
    expect(routeFor([routeOf('R', 'GET /v1/{thing}')], 'GET', '/v1/')).toBeUndefined();
    expect(routeFor([routeOf('R', 'GET /v1/{thing}')], 'POST', '/v1/x')).toBeUndefined();
  });
});

describe('the clock calls', () => {
  const cases: [expression: string, zone: string, now: string, next: string][] = [
    ['rate(5 minutes)', 'UTC', '2026-03-02T00:07:00Z', '2026-03-02T00:10:00Z'],
    ['rate(1 hour)', 'UTC', '2026-03-02T00:00:00Z', '2026-03-02T01:00:00Z'],
    ['cron(0 8 * * ? *)', 'Asia/Ho_Chi_Minh', '2026-03-02T00:07:00Z', '2026-03-02T01:00:00Z'],
    ['cron(30 16 ? * 2-6 *)', 'Asia/Ho_Chi_Minh', '2026-03-07T00:00:00Z', '2026-03-09T09:30:00Z'],
    ['cron(0 0 ? * MON#1 *)', 'UTC', '2026-03-03T00:00:00Z', '2026-04-06T00:00:00Z'],
    ['cron(0/15 * * * ? *)', 'UTC', '2026-03-02T00:15:00Z', '2026-03-02T00:30:00Z'],
    ['cron(0 3 1 * ? *)', 'UTC', '2026-03-02T00:15:00Z', '2026-04-01T03:00:00Z'],
  ];
  it.each(cases)('%s in %s, after %s, at %s', (expression, zone, now, next) => {
    const call = nextCall(
      clockOf('S', expression, zone),
      Date.parse('2026-03-02T00:00:00Z'),
      Date.parse(now),
    );
    expect(new Date(call).toISOString()).toBe(new Date(next).toISOString());
  });
  it.each([
    'at(2026-03-02T00:00:00)',
    'rate(5 fortnights)',
    'rate(0 minutes)',
    'cron(0 8 * * ? 2027)',
    'cron(0 8)',
  ])('refuses %s, naming the schedule', (expression) => {
    expect(() => clockOf('Sweep', expression, 'UTC')).toThrow(/^Sweep: /);
  });
});

describe('durations and options', () => {
  it.each([
    ['90s', 90_000],
    ['-30m', -1_800_000],
    ['2h', 7_200_000],
    ['1d12h', 129_600_000],
    ['0s', 0],
  ])('%s is %i milliseconds', (text, expected) => {
    expect(milliseconds(text) + 0).toBe(expected);
  });
  it.each(['', '5', 'h', '5 weeks', '--5m'])('"%s" is no duration', (text) => {
    expect(() => milliseconds(text)).toThrow(/duration/);
  });
  it('reads the command line', () => {
    expect(optionsIn(['--port', '0', '--clock-offset', '-30m', '--data', 'd', '--empty'])).toEqual({
      help: false,
      port: 0,
      data: 'd',
      empty: true,
      clockOffset: -1_800_000,
      carriers: undefined,
      carrier: undefined,
    });
    expect(optionsIn([])).toMatchObject({ port: 4000, clockOffset: undefined, empty: false });
    expect(() => optionsIn(['--prot', '1'])).toThrow(/--prot/);
    expect(() => optionsIn(['--port', 'many'])).toThrow(/--port/);
  });

  it('names the carriers that there are when somebody asks for another', () => {
    expect(optionsIn(['--carriers', 'zalo, esms']).carriers).toEqual(['zalo', 'esms']);
    expect(() => optionsIn(['--carriers', 'esms,pigeon'])).toThrow(/no carrier is called pigeon.*speedsms/);
  });
});

it('knows two engines, and says so when another is asked for', async () => {
  vi.stubEnv('BAO_TIN_DYNAMODB', 'sqlite');
  await expect(startDynamoDb(undefined)).rejects.toThrow(
    'BAO_TIN_DYNAMODB=sqlite names no engine: known are dynoxide and local',
  );
});

it('says in one sentence how to get Java', async () => {
  vi.stubEnv('JAVA_HOME', '/nowhere');
  const { ready } = await startDynamoDb(undefined, 'local');
  await expect(ready).rejects.toThrow(/^Báo Tin needs Java 17 .*apt-get install.*openjdk-17-jre-headless$/);
});
