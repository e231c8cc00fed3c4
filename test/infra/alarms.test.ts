import { readFileSync } from 'node:fs';
import type { Context, SQSEvent } from 'aws-lambda';
import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { tableIndexes } from '../../shared/adapters/dynamodb/table.ts';
import { stages } from '../../infra/stages.ts';
import { synthesise } from '../../infra/synthesise.ts';
import { queueFunction } from '../../shared/adapters/lambda/queue.ts';
import { idsIn, resourcesOf, templates, theOnly } from './template.ts';

const template = templates.prod;
const alarms = resourcesOf(template, 'AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties);
const names = alarms.map(({ AlarmName }) => String(AlarmName).replace('bao-tin-prod-', ''));

type Part = { MetricName?: string; Namespace?: string; Dimensions?: { Name: string; Value: unknown }[] };

/** What an alarm adds up, where it adds. */
const partsOf = ({ Metrics = [] }: { Metrics?: unknown }): Part[] =>
  (Metrics as { MetricStat?: { Metric: Part } }[]).flatMap(({ MetricStat }) => MetricStat?.Metric ?? []);

const watched = (type: string, metric: string): string[] =>
  alarms
    .flatMap((alarm) => [alarm, ...partsOf(alarm)])
    .filter(({ MetricName }) => MetricName === metric)
    .flatMap(({ Dimensions }) => idsIn(Dimensions))
    .filter((id) => template.Resources[id]?.Type === type)
    .toSorted();

describe('when something stops', () => {
  it('every alarm says who is hurt, in a whole sentence', () => {
    for (const { AlarmDescription } of alarms) {
      expect(AlarmDescription).toMatch(
        /Who is hurt: \p{Lu}[^.]{20,}\. What to do first: docs\/operations\.md/u,
      );
    }
  });

  it('every function rings when it fails', () => {
    const functions = resourcesOf(template, 'AWS::Lambda::Function').map(([id]) => id);
    expect(watched('AWS::Lambda::Function', 'Errors')).toEqual(functions.toSorted());
  });

  it('every function rings for what it answers itself, which Lambda takes for a success', async () => {
    const printed: Record<string, unknown>[] = [];
    vi.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(JSON.parse(line)));
    vi.stubEnv('STAGE', 'prod');
    const message = { messageId: 'm', body: 'no JSON' };
    const functions = resourcesOf(template, 'AWS::Lambda::Function');
    for (const [id, { Properties }] of functions) {
      const name = String(Properties['FunctionName']);
      vi.stubEnv('AWS_LAMBDA_FUNCTION_NAME', name);
      printed.length = 0;
      await queueFunction(
        z.unknown(),
        () => undefined,
        async () => 'done',
      )({ Records: [message] } as unknown as SQSEvent, {} as Context);
      const line = printed.find((each) => '_aws' in each)!;
      expect(line).toMatchObject({ failed: 1, stage: 'prod', function: name });
      const alarm = alarms.find(({ AlarmName }) => AlarmName === `${name}-errors`)!;
      expect(partsOf(alarm)).toContainEqual({
        Namespace: 'BaoTin',
        MetricName: 'failed',
        Dimensions: [
          { Name: 'function', Value: { Ref: id } },
          { Name: 'stage', Value: 'prod' },
        ],
      });
    }
  });

  it.each([
    ['table-throttled', 'WriteThrottleEvents'],
    ['table-reads-throttled', 'ReadThrottleEvents'],
  ])('%s rings when the table or any of its indexes turns something away', (name, metric) => {
    const parts = partsOf(alarms[names.indexOf(name)]!);
    expect(
      parts.map(({ MetricName, Dimensions = [] }) => [
        MetricName,
        Dimensions.find(({ Name }) => Name === 'GlobalSecondaryIndexName')?.Value,
      ]),
    ).toEqual([undefined, ...tableIndexes.map(({ name: index }) => index)].map((index) => [metric, index]));
    expect(parts.length).toBeLessThanOrEqual(10); // what an alarm adds up at the most
  });

  it('every queue that no function empties rings as soon as it is not empty', () => {
    const emptied = resourcesOf(template, 'AWS::Lambda::EventSourceMapping').flatMap(([, { Properties }]) =>
      idsIn(Properties['EventSourceArn']),
    );
    const dead = resourcesOf(template, 'AWS::SQS::Queue')
      .map(([id]) => id)
      .filter((id) => !emptied.includes(id));
    expect(dead).toHaveLength(8);
    expect(watched('AWS::SQS::Queue', 'ApproximateNumberOfMessagesVisible')).toEqual(dead.toSorted());
  });

  it.each([
    ['sms-age', 'ApproximateAgeOfOldestMessage', 300],
    ['status-events-age', 'IteratorAge', 60_000],
    ['api-5xx', '5xx', 0],
    ['busy', 'busy', 0],
    ['api-throttled', 'bao-tin-prod-api-throttled', 0],
    ['api-unauthorized', 'bao-tin-prod-api-unauthorized', 200],
    ['unknown', 'unknown', stages.prod.unknownPerHour],
    ['stuck', 'stuck', 0],
    ['to-mend', 'to-mend', 0],
    ['unsayable', 'unsayable', 0],
    ['inbound-unclaimed', 'inbound-unclaimed', 0],
    ['denied', 'denied', 0],
    ['functions-throttled', 'Throttles', 0],
    ['sms-spend', 'SMSMonthToDateSpentUSD', 0.8],
    ['post-word-age', 'IteratorAge', 60_000],
    ['post-dead-letter', 'post-dead-letter', 0],
    ['post-waits-for-duty', 'post-waits-for-duty', 0],
    ['post-waits-for-ward', 'post-waits-for-ward', 0],
    ['post-quarantined', 'post-quarantined', 0],
    ['post-partner-silent', 'post-partner-silent', 0],
    ['carrier-stuck', 'carrier-stuck', 0],
    ['carrier-unreachable', 'carrier-unreachable', 0],
    ['carrier-unknown-code', 'carrier-unknown-code', 0],
  ])('%s rings when %s is more than %d', (name, metric, threshold) => {
    expect(alarms[names.indexOf(name)]).toMatchObject({
      MetricName: metric,
      Threshold: threshold,
      ComparisonOperator: 'GreaterThanThreshold',
      TreatMissingData: 'notBreaching',
    });
  });

  it.each([
    ['AccessDeniedException', 1],
    ['AccessDenied', 1],
    ['AuthorizationErrorException', 1],
    ['KMSAccessDeniedException', 1],
    ['ResourceNotFoundException', 0],
  ])('what AWS refuses with %s is counted as denied, %i times', async (name, times) => {
    const printed: Record<string, unknown>[] = [];
    vi.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(JSON.parse(line)));
    vi.stubEnv('STAGE', 'prod');
    const refused = Object.assign(new Error('arn:aws:… is not authorized'), { name });
    await queueFunction(
      z.unknown(),
      () => undefined,
      async () => Promise.reject(refused),
    )({ Records: [{ messageId: 'm', body: '{}' }] } as unknown as SQSEvent, {} as Context);
    const counts = printed.filter((line) => 'denied' in line);
    expect(counts).toHaveLength(times);
    for (const line of counts) expect(line).toMatchObject({ denied: 1, stage: 'prod' });
  });

  it('receipts that stay out are counted against those that come', () => {
    const parts = partsOf(alarms[names.indexOf('receipts-missing')]!);
    expect(parts.map(({ MetricName }) => MetricName)).toEqual(['unconfirmed', 'delivered', 'undelivered']);
  });

  it('stands on one page, which shows every alarm', () => {
    const [, { Properties }] = theOnly(template, 'AWS::CloudWatch::Dashboard');
    const shown = idsIn(Properties['DashboardBody']);
    const ids = resourcesOf(template, 'AWS::CloudWatch::Alarm').map(([id]) => id);
    expect(ids.filter((id) => !shown.includes(id))).toEqual([]);
    expect(ids.length).toBeLessThanOrEqual(100); // what one widget shows
  });

  it('a clock that says nothing rings too', () => {
    expect(alarms[names.indexOf('clock-stands-still')]).toMatchObject({
      MetricName: 'Invocations',
      Threshold: 1,
      ComparisonOperator: 'LessThanThreshold',
      TreatMissingData: 'breaching',
    });
  });

  it('the operations page has a row for every alarm, and none for an alarm that is gone', () => {
    const page = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8');
    const rows = [...page.matchAll(/^\| `([a-z0-9-]+)` +\|/gm)].map((match) => match[1]!);
    expect(rows.toSorted()).toEqual(names.toSorted());
  });

  it('whoever the stage names is told of every alarm', () => {
    const settings = { ...stages.prod, alarmEmail: 'truc-ban@tinh.example.vn' };
    const heard = synthesise('prod', { settings });
    const told = resourcesOf(heard, 'AWS::SNS::Subscription').map(([, { Properties }]) => Properties);
    expect(told.filter(({ Protocol }) => Protocol === 'email')).toMatchObject([
      { Endpoint: settings.alarmEmail },
    ]);
    for (const [, { Properties }] of resourcesOf(heard, 'AWS::CloudWatch::Alarm')) {
      expect(Properties['AlarmActions']).toHaveLength(1);
    }
  });
});
