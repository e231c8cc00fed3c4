import { App, Stack } from 'aws-cdk-lib';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { AwsSolutionsChecks } from 'cdk-nag';
import { expect, it } from 'vitest';
import { BaoTinStack } from '../../infra/stack.ts';
import { type Stage, stages } from '../../infra/stages.ts';

const findings = (build: (app: App) => void): string[] => {
  const app = new App({ context: { 'aws:cdk:bundling-stacks': [] } });
  build(app);
  return new AwsSolutionsChecks(app)
    .validateScope(app)
    .violations.flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath }) => `${ruleName} ${constructPath}`),
    );
};

const settings: [string, Stage][] = [
  ...Object.entries(stages),
  ['prod with somebody on duty', { ...stages.prod, alarmEmail: 'truc-ban@tinh.example.vn' }],
];

it.each(settings)('breaks no rule of AWS in %s, except those acknowledged with a reason', (stage, data) => {
  expect(
    findings((app) => new BaoTinStack(app, 'stack', { stage: stage.split(' ')[0]!, settings: data })),
  ).toEqual([]);
});

it('would notice a queue without encryption in transit', () => {
  expect(findings((app) => new Queue(new Stack(app, 'bare'), 'queue'))).toContain(
    'AwsSolutions-SQS4 bare/queue/Resource',
  );
});
