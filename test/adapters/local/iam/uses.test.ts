import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { answerTo } from '../../../../infra/local/iam/rights.ts';
import { grantsOf, openUses, reviewed, usesFile } from '../../../../infra/local/iam/uses.ts';
import { blueprint } from '../../../../infra/local/template/template.ts';
import { aFunction, aQueue, arnOf, here } from '../a-template.ts';

const { rights } = blueprint(
  {
    Resources: {
      Work: aQueue({ QueueName: 'work' }),
      Send: aFunction('functions/notification/send-sms.ts'),
      Role: { Type: 'AWS::IAM::Role' },
      Policy: {
        Type: 'AWS::IAM::Policy',
        Properties: {
          Roles: [{ Ref: 'Role' }],
          PolicyDocument: {
            Version: '2012-10-17',
            Statement: [
              { Effect: 'Allow', Action: ['sqs:SendMessage', 'sqs:ReceiveMessage'], Resource: arnOf('Work') },
              { Effect: 'Deny', Action: 'sqs:DeleteMessage', Resource: '*' },
            ],
          },
        },
      },
    },
  },
  here,
);
const work = 'arn:aws:sqs:ap-southeast-1:000000000000:work';

it('says which rights nobody asked for, and what was asked for in vain', async () => {
  const uses = openUses();
  const directory = await mkdtemp(join(tmpdir(), 'bao-tin-'));
  for (const action of ['sqs:SendMessage', 'sqs:SendMessage', 'sqs:DeleteMessage', 'sqs:PurgeQueue'])
    uses.note('send-sms', [
      answerTo(rights, rights.roles.get('Role')!, { action, resource: work, context: {} }),
    ]);
  await uses.keep(directory);
  await openUses().keep(directory);
  const lines = (await readFile(join(directory, usesFile), 'utf8')).split('\n');
  expect(grantsOf(rights)).toEqual([
    `send-sms sqs:SendMessage ${work}`,
    `send-sms sqs:ReceiveMessage ${work}`,
  ]);
  expect(reviewed(grantsOf(rights), lines)).toEqual({
    unused: [`send-sms sqs:ReceiveMessage ${work}`],
    refused: [`send-sms sqs:DeleteMessage ${work}`, `send-sms sqs:PurgeQueue ${work}`],
  });
});
