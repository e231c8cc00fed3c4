import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { PinpointSMSVoiceV2Client } from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { SNSClient } from '@aws-sdk/client-sns';
import { Command } from 'commander';
import { dayOf } from '../../../shared/domain/values/day.ts';
import { instantOf } from '../../../shared/domain/values/instant.ts';
import { type Stage, stages } from '../../stages.ts';
import { checksOf } from './findings.ts';
import { leadsSomewhere, lookAtAccount } from './look-at-account.ts';

/** `preflight STAGE`: whether a deployment would go through and citizens be told. Ends with 0 only if nothing is to mend. */
export const preflightCommand = (): Command =>
  new Command('preflight')
    .description(
      'before a deployment: account, quotas, sandbox, sender, spend limit, calendar and domain of a stage',
    )
    .argument('<stage>', Object.keys(stages).join(' or '))
    .option('--json', 'a finding a line')
    .action(async (name: string, { json }: { json?: boolean }) => {
      const stage = (stages as Readonly<Record<string, Stage>>)[name];
      if (stage === undefined)
        throw new Error(
          `there is no stage ${name} in infra/stages.ts; there are ${Object.keys(stages).join(', ')}`,
        );
      const at = { region: stage.region };
      const account = await lookAtAccount(stage, {
        sns: new SNSClient(at),
        eum: new PinpointSMSVoiceV2Client(at),
        dynamodb: new DynamoDBClient(at),
        leads: leadsSomewhere,
      });
      const checks = checksOf(`bao-tin-${name}`, stage, account, dayOf(instantOf(new Date())));
      for (const check of checks)
        process.stdout.write(
          `${json ? JSON.stringify(check) : `${check.is}  ${check.about}  ${check.what}`}\n`,
        );
      const count = (is: string) => checks.filter((check) => check.is === is).length;
      process.stderr.write(`${count('mend')} to mend, ${count('look')} to look at, ${count('good')} good\n`);
      if (count('mend') > 0) process.exitCode = 1;
    });
