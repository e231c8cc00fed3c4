import { describe, expect, it } from 'vitest';
import { meet } from '../../infra/local/iam/between-services.ts';
import { answerTo } from '../../infra/local/iam/rights.ts';
import type { Ask } from '../../infra/local/iam/statement.ts';
import { arn } from '../../infra/local/place.ts';
import { blueprint } from '../../infra/local/template/template.ts';
import { stages } from '../../infra/stages.ts';
import { synthesise } from '../../infra/synthesise.ts';
import { partitions } from '../../shared/adapters/dynamodb/table.ts';
import { dataKeyUse } from '../../shared/adapters/kms/data-key-use.ts';
import { idsIn, resourcesOf, templates } from './template.ts';

const nowhere = { api: 'http://127.0.0.1', sqs: 'http://127.0.0.1' };

type Statement = {
  Effect: 'Allow' | 'Deny';
  Action: string | string[];
  Resource: unknown;
  Condition?: { StringEquals?: Record<string, string>; StringLike?: Record<string, string> };
};

const template = templates.prod;

/** Every statement of every role, with its logical id. */
const statements = resourcesOf(template, 'AWS::IAM::Role').flatMap(([role, { Properties }]) => {
  const { Policies } = Properties as { Policies: { PolicyDocument: { Statement: Statement[] } }[] };
  return Policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement).map((statement) => ({
    role,
    ...statement,
  }));
});
const allowed = statements.filter(({ Effect }) => Effect === 'Allow');

/** The role of the function, found through the file that runs in it. */
const roleOf = (name: string): string => {
  const fn = resourcesOf(template, 'AWS::Lambda::Function').find(([, { Metadata }]) =>
    String(Metadata?.['bao-tin:entry']).endsWith(`/${name}.ts`),
  );
  return idsIn(fn![1].Properties['Role'])[0]!;
};

const rolesThatMay = (action: string): string[] =>
  allowed.filter(({ Action }) => [Action].flat().includes(action)).map(({ role }) => role);

/** A resource without the star that ends the ARN of every log group, there for its streams. */
const withoutStreams = (resource: unknown): string =>
  JSON.stringify(resource).replace(/(:log-group:.*DirectPublishToPhoneNumber(?:\/Failure)?):\*/, '$1');

describe('permissions', () => {
  it('name each action, never all of a kind', () => {
    expect(statements.flatMap(({ Action }) => Action).filter((action) => action.includes('*'))).toEqual([]);
  });

  it('name each resource, except where AWS knows no name', () => {
    const everywhere = allowed
      .filter(({ Resource }) => [Resource].flat().some((resource) => withoutStreams(resource).includes('*')))
      .flatMap(({ role, Action }) => [Action].flat().map((action) => `${role} ${action}`));
    const reasons = {
      'decide-notifications dynamodb:ListStreams': 'Lambda asks for it; the action names no resource',
      'tell-of-post dynamodb:ListStreams': 'the same',
      'send-sms sns:Publish': 'a phone number has no ARN',
      'send-sms sms-voice:SendTextMessage': 'the name of a sender holds its country',
      'settle-sms-account sns:SetSMSAttributes': 'the settings of an account have no ARN',
      'render-letter s3:PutObject': 'a letter’s file is named when the letter is written',
      'serve-letters s3:GetObject': 'the same files',
      'serve-desk s3:GetObject': 'the same files',
      'serve-desk s3:PutObject': 'a file that is brought is named when it comes',
      'print-from-desk s3:PutObject': 'a batch is named when it is printed',
      'print-from-desk s3:GetObject': 'the same files',
      'import-file s3:PutObject': 'reports of an import are named when it is made',
      'import-file s3:GetObject': 'the same files',
      'serve-dossiers s3:PutObject': 'a file is named when it is announced',
      'serve-dossiers s3:GetObject': 'the same files',
      'print-letters s3:PutObject': 'a batch is named when it is printed',
      'print-letters s3:GetObject': 'the same files',
      'serve-evidence s3:PutObject': 'evidence is named when it is announced',
      'serve-evidence s3:GetObject': 'the same files',
      'serve-consents s3:GetObject': 'what a citizen asked to see is named when it is answered',
      'serve-people s3:GetObject': 'the same files',
      'answer-persons s3:PutObject': 'the same files',
      'answer-persons s3:DeleteObject':
        'files of whoever is erased, evidence and what they asked to see among them',
      'watch-post s3:DeleteObject': 'the same files, when their citizen is forgotten',
    };
    const expected = Object.keys(reasons).map((key) => {
      const [name, action] = key.split(' ') as [string, string];
      return `${roleOf(name)} ${action}`;
    });
    expect(everywhere.toSorted()).toEqual(expected.toSorted());
  });

  it('let nobody publish to a topic', () => {
    expect(statements.filter(({ Effect }) => Effect === 'Deny')).toMatchObject([
      { role: roleOf('send-sms'), Action: 'sns:Publish' },
    ]);
  });

  it('come from this stack alone, not from policies that AWS may widen', () => {
    for (const [, { Properties }] of resourcesOf(template, 'AWS::IAM::Role')) {
      expect(Properties).not.toHaveProperty('ManagedPolicyArns');
    }
    // What stood beside a role would be overlooked by everything here that reads roles.
    for (const type of ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy'])
      expect(resourcesOf(template, type)).toEqual([]);
  });

  it('fit into their role, which holds 10,240 characters of policy', () => {
    for (const [, { Properties }] of resourcesOf(template, 'AWS::IAM::Role'))
      expect(JSON.stringify(Properties['Policies']).length).toBeLessThan(8_000);
  });

  it.each([
    ['dev', stages.dev],
    ['prod', stages.prod],
    ['prod, with somebody who hears alarms', { ...stages.prod, alarmEmail: 'truc-ban@example.vn' }],
  ] as const)('let the services of AWS that this needs hear each other: %s', (_, settings) => {
    const { rights, between } = blueprint(synthesise('prod', { settings }), nowhere);
    expect(between.length).toBeGreaterThan(100);
    expect(meet(rights, between).flatMap(({ trouble }) => trouble ?? [])).toEqual([]);
  });

  describe('put to the judge', () => {
    const { rights, api, tables } = blueprint(template, nowhere);
    const [{ name: tableName } = { name: '' }] = tables;
    const everybody = [...rights.callers.values()];
    const named = (name: string) => everybody.find((caller) => caller.name === name)!;
    const strangers = [
      ...new Set(
        (api?.routes ?? []).filter(({ guard }) => guard === undefined).map((route) => route.function),
      ),
    ].map((name) => named(name.replace('bao-tin-prod-', '')));
    const ask = (action: string, partition: string): Ask => ({
      action: `dynamodb:${action}`,
      resource: arn('dynamodb', `table/${tableName}`),
      context: { 'dynamodb:leadingkeys': [partition] },
    });
    const keyArn = rights.keys.get(arn('dynamodb', `table/${tableName}`))!;
    const unwrap = (context: Record<string, string>) => ({
      action: 'kms:Decrypt',
      resource: keyArn,
      context,
    });
    const may = ({ role }: (typeof everybody)[number], one: Ask): boolean =>
      'by' in answerTo(rights, role, one);
    const whoMay = (one: Ask): string[] =>
      everybody.filter((caller) => may(caller, one)).map(({ name }) => name);

    it('nobody but the page of the machines writes credentials of clients, nor anybody changes a data key', () => {
      for (const action of ['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem'])
        expect(whoMay(ask(action, 'CLIENT#a'))).toEqual(action === 'PutItem' ? ['serve-people'] : []);
      expect(whoMay(ask('UpdateItem', 'KEY#data'))).toEqual([]);
    });

    it('nobody unwraps anything with the data key but what is bound to its use', () => {
      expect(whoMay(unwrap({}))).toEqual([]);
      expect(whoMay(unwrap({ 'kms:encryptioncontext:use': 'something else' }))).toEqual([]);
      expect(whoMay(unwrap({ 'kms:encryptioncontext:use': dataKeyUse }))).toContain('accept-status');
    });

    it('those whom anybody may call are known, and make no data key', () => {
      expect(strangers.map(({ name }) => name).toSorted()).toEqual([
        'issue-token',
        'print-from-desk',
        'receive-callback',
        'receive-tracking',
        'serve-calendar',
        'serve-desk',
        'serve-discovery',
        'serve-lookups',
        'serve-parcel-page',
        'serve-people',
      ]);
      for (const caller of strangers) expect(may(caller, ask('PutItem', 'KEY#data'))).toBe(false);
    });

    /** Journeys, hand-over lists, numbers, claims of the office's own people, and money: what the desk does with papers. */
    const ofPapers = ['JOB#', 'MANIFEST#', 'TRACKING#', 'CLAIM#', 'POST#polls', 'POOL#', 'CASH#'].concat([
      'BOOKINGS#',
      'CONFIRMATION#',
      'CHANGES#',
    ]);

    it.each([
      ['issue-token', ['PutItem CLIENT-USE#']],
      ['serve-discovery', []],
      ['serve-parcel-page', []],
      ['serve-calendar', []],
      ['serve-lookups', ['PutItem LOOKUP#', 'PutItem RATING#', 'UpdateItem RATING#']],
      [
        'print-from-desk',
        ['PutItem', 'UpdateItem'].flatMap((action) =>
          ['LETTER#', 'SESSION#', 'DEEDS#', 'JOB#', 'PARCEL#', 'CHANGES#'].map((kind) => `${action} ${kind}`),
        ),
      ],
      [
        'serve-desk',
        ['EVENT#', 'DOSSIER#', 'WARD#', 'LETTER#', 'CALENDAR#', 'SESSION#', 'DEEDS#']
          .concat(['PROPOSALS#', 'IMPORTS#', 'BUNDLE#', 'PERSON#', 'PHONE#', ...ofPapers])
          .map((kind) => `PutItem ${kind}`)
          .concat(
            ['EVENT#', 'DOSSIER#', 'WARD#', 'LETTER#', 'CALENDAR#', 'PROPOSALS#', 'BUNDLE#', 'PERSON#']
              .concat(['PHONE#', ...ofPapers])
              .map((kind) => `UpdateItem ${kind}`),
          ),
      ],
      [
        'serve-people',
        ['CLIENT#', 'OFFICER#', 'SESSION#', 'DEEDS#', 'PERSON-REQUESTS#'].map((kind) => `PutItem ${kind}`),
      ],
      ['receive-tracking', ['PutItem CARRIER-WORD#']],
      ['receive-callback', ['PutItem RECEIPT#', 'UpdateItem DOSSIER#']],
    ])('%s writes no more than it has to: %j', (name, expected) => {
      const kinds = [...Object.values(partitions), 'CONSENT#', 'POST#', 'INBOX#', 'PLACES', 'CONVERSATION#'];
      const written = ['PutItem', 'UpdateItem', 'DeleteItem'].flatMap((action) =>
        kinds.filter((kind) => may(named(name), ask(action, `${kind}a`))).map((kind) => `${action} ${kind}`),
      );
      expect(written).toEqual(expected);
    });

    it('the page of a parcel and the token functions unwrap nothing', () => {
      for (const name of ['serve-parcel-page', 'issue-token', 'serve-discovery'])
        expect(may(named(name), unwrap({ 'kms:encryptioncontext:use': dataKeyUse }))).toBe(false);
    });
  });

  it('let no function delete anything but evidence whose time is over, and whoever asked to be erased', () => {
    const deletions = allowed.flatMap(({ role, Action, Resource }) =>
      [Action].flat().map((action) => ({ role, action, Resource })),
    );
    const others = deletions.filter(
      ({ action }) => action.includes('Delete') && action !== 'sqs:DeleteMessage', // a message that is done
    );
    expect(new Set(others.map(({ role, action }) => `${role} ${action}`))).toEqual(
      new Set([
        `${roleOf('watch-post')} s3:DeleteObject`,
        `${roleOf('answer-persons')} s3:DeleteObject`,
        `${roleOf('answer-persons')} dynamodb:DeleteItem`,
      ]),
    );
    const ofTheWatch = others.filter(({ role }) => role === roleOf('watch-post'));
    expect(JSON.stringify(ofTheWatch[0]?.Resource)).toContain('/evidence/*');
  });

  it('let one function go through the whole table, which no door and no queue leads to', () => {
    expect(rolesThatMay('dynamodb:Scan')).toEqual([roleOf('answer-persons')]);
    const { api } = blueprint(template, nowhere);
    expect((api?.routes ?? []).map((route) => route.function)).not.toContain('bao-tin-prod-answer-persons');
    const fn = resourcesOf(template, 'AWS::Lambda::Function').find(([, { Properties }]) =>
      String(Properties['FunctionName']).endsWith('answer-persons'),
    )![0];
    const sources = resourcesOf(template, 'AWS::Lambda::EventSourceMapping');
    expect(sources.flatMap(([, { Properties }]) => idsIn(Properties['FunctionName']))).not.toContain(fn);
  });

  it('let those who look for evidence list evidence and nothing else of the bucket', () => {
    const lists = allowed.filter(({ Action }) => [Action].flat().includes('s3:ListBucket'));
    expect(lists.map(({ role, Condition }) => [role, Condition])).toEqual(
      ['answer-persons', 'serve-tracking', 'serve-evidence', 'watch-post'].map((name) => [
        roleOf(name),
        { StringLike: { 's3:prefix': 'evidence/*' } },
      ]),
    );
  });

  it('let the token functions near no citizen’s data: the data key only through the table, or not at all', () => {
    const dataKey = resourcesOf(template, 'AWS::KMS::Key').find(([, { Properties }]) =>
      Boolean(Properties['EnableKeyRotation']),
    )![0];
    for (const name of ['issue-token', 'serve-discovery']) {
      const direct = allowed.filter(
        ({ role, Resource, Condition }) =>
          role === roleOf(name) && idsIn(Resource).includes(dataKey) && Condition === undefined,
      );
      expect(direct).toEqual([]);
    }
  });

  it('let one function sign and one send', () => {
    expect(rolesThatMay('kms:Sign')).toEqual([roleOf('issue-token')]);
    expect(rolesThatMay('sns:Publish')).toEqual([roleOf('send-sms')]);
  });
});
