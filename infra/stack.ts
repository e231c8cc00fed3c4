import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { dueIndex, lookupIndex, statusEventKind } from '../shared/adapters/dynamodb/table.ts';
import { alarmTopic } from './constructs/alarm-topic.ts';
import { CarrierReceipts } from './constructs/carrier-receipts.ts';
import { clock } from './constructs/clock.ts';
import type { Deployment } from './constructs/deployment.ts';
import { doorbell } from './constructs/doorbell.ts';
import { FrontDoor } from './constructs/front-door.ts';
import { Keys } from './constructs/keys.ts';
import { postOffice } from './constructs/post-office.ts';
import { allowSms } from './constructs/sms.ts';
import { WardFunction } from './constructs/ward-function.ts';
import { WardTable } from './constructs/ward-table.ts';
import { counted, watch } from './constructs/watch.ts';
import { WorkQueue } from './constructs/work-queue.ts';
import { smsWorkers, type Stage } from './stages.ts';

type BaoTinProps = { stage: string; settings: Stage };

/** The whole system, top to bottom in the order a status event walks through it (see docs/architecture.md). */
export class BaoTinStack extends Stack {
  constructor(scope: Construct, id: string, { stage, settings }: BaoTinProps) {
    super(scope, id, {
      env: { region: settings.region },
      description: `Bao Tin ${stage}: tells citizens what happens to their dossiers`,
      terminationProtection: settings.keepsData,
    });

    // What everything stands on
    const keys = new Keys(this, 'keys', { stage, settings });
    const { alarmEmail: email } = settings;
    const deployment: Deployment = {
      stage,
      settings,
      dataKey: keys.data,
      ...(email !== undefined && { alarmTopic: alarmTopic(this, { email, key: keys.data }) }),
    };
    const table = new WardTable(this, 'table', deployment);
    const door = new FrontDoor(this, 'api', {
      deployment,
      whoIsHurt: 'Ward offices cannot report statuses or look up dossiers; their citizens wait uninformed.',
    });
    const smsTimeout = Duration.seconds(30);
    const sms = new WorkQueue(this, 'sms', {
      deployment,
      whoIsHurt: 'Citizens are owed an SMS that does not leave.',
      workerTimeout: smsTimeout,
      attempts: 5,
    });

    const store = { TABLE_NAME: table.name, DATA_KEY_ARN: keys.data.keyArn };
    const issuer = { SIGNING_KEY_ARN: keys.signing.keyArn, ISSUER: door.url };

    // Who may knock: tokens for the wards' machines
    const serveDiscovery = new WardFunction(this, 'serve-discovery', {
      deployment,
      whoIsHurt:
        'API Gateway cannot check tokens once its copy of the keys is gone: every ward is locked out.',
      environment: issuer,
    });
    serveDiscovery.allow(['kms:GetPublicKey'], [keys.signing.keyArn]);
    door.open(
      serveDiscovery,
      'Public keys and the API description are read before there is a token.',
      'GET /.well-known/openid-configuration',
      'GET /.well-known/jwks.json',
      'GET /openapi.json',
    );

    const issueToken = new WardFunction(this, 'issue-token', {
      deployment,
      whoIsHurt: 'Ward systems get no new access token and are locked out when their last one expires.',
      environment: { ...issuer, TABLE_NAME: table.name },
    });
    table.allowRead(issueToken, 'GetItem');
    issueToken.allow(['kms:Sign'], [keys.signing.keyArn]);
    door.open(issueToken, 'The client proves itself with its secret here.', 'POST /oauth/token');

    // A ward office reports statuses: stored before the answer says so
    const acceptStatus = new WardFunction(this, 'accept-status', {
      deployment,
      whoIsHurt: 'Ward offices cannot report statuses, so citizens are not told that their dossier moved.',
      environment: store,
    });
    table.allowWrite(acceptStatus, 'PutItem');
    door.protect(acceptStatus, 'ward:write', 'POST /v1/status-events');

    // The doorbell rings, and it is decided whom to tell
    const decide = new WardFunction(this, 'decide-notifications', {
      deployment,
      whoIsHurt: 'Statuses are stored but nobody decides to tell the citizens about them.',
      timeout: Duration.seconds(60),
      environment: { ...store, SMS_QUEUE_URL: sms.queue.queueUrl },
    });
    table.allowRead(decide, 'GetItem', 'BatchGetItem');
    table.allowWrite(decide, 'PutItem', 'UpdateItem');
    sms.allowSend(decide);
    doorbell(this, 'status-events', {
      deployment,
      whoIsHurt: 'Citizens hear late, or only after somebody looked, that their dossier moved.',
      what: 'Reported statuses wait more than a minute to be decided',
      of: table,
      kind: statusEventKind,
      wakes: decide,
    });

    // The SMS leaves, once
    const sendSms = new WardFunction(this, 'send-sms', {
      deployment,
      whoIsHurt: 'Citizens are not told by SMS that their dossier moved.',
      timeout: smsTimeout,
      environment: { ...store, SMS_SENDER_ID: settings.smsSenderId },
    });
    table.allowRead(sendSms, 'GetItem');
    table.allowWrite(sendSms, 'UpdateItem');
    allowSms(sendSms);
    sms.feed(sendSms, { batchSize: 10, workers: smsWorkers(settings) });

    // The carrier says what became of it
    const recordReceipt = new WardFunction(this, 'record-receipt', {
      deployment,
      whoIsHurt: 'Officers cannot see which citizens were not reached and have to be called.',
      timeout: Duration.seconds(30),
      environment: store,
    });
    table.allowWrite(recordReceipt, 'PutItem', 'UpdateItem');
    table.allowQuery(recordReceipt, lookupIndex);
    const receipts = new CarrierReceipts(this, 'receipts', {
      deployment,
      whoIsHurt: 'Officers cannot see which citizens were not reached and have to be called.',
      to: recordReceipt,
    });

    // The clock brings what had to wait, and finds what got lost
    const releaseDue = new WardFunction(this, 'release-due', {
      deployment,
      whoIsHurt: 'SMS held back for the night never leave, and nothing that got lost is found again.',
      timeout: Duration.seconds(50),
      reservedConcurrency: 1,
      environment: { ...store, SMS_QUEUE_URL: sms.queue.queueUrl },
    });
    table.allowRead(releaseDue, 'GetItem', 'BatchGetItem');
    table.allowWrite(releaseDue, 'PutItem', 'UpdateItem');
    table.allowQuery(releaseDue, dueIndex, lookupIndex);
    sms.allowSend(releaseDue);
    sms.allowCount(releaseDue);
    clock(this, 'clock', {
      deployment,
      whoIsHurt: 'SMS held back for the night never leave, and nothing that got lost is found again.',
      strikes: releaseDue,
    });

    // A ward office looks
    const serveDossiers = new WardFunction(this, 'serve-dossiers', {
      deployment,
      whoIsHurt: 'Officers cannot see what a citizen was told.',
      environment: store,
    });
    table.allowRead(serveDossiers, 'BatchGetItem');
    table.allowQuery(serveDossiers, lookupIndex);
    door.protect(serveDossiers, 'ward:read', 'GET /v1/dossiers/{code}', 'GET /v1/dossiers');

    // Result papers travel
    postOffice(this, 'post', { deployment, table, door, sms, store });

    // A ward office chooses how it speaks, and notes what a citizen chose
    const serveSettings = new WardFunction(this, 'serve-settings', {
      deployment,
      whoIsHurt: 'Offices cannot change what their messages say; citizens read a wrong name or number.',
      environment: { TABLE_NAME: table.name },
    });
    table.allowQuery(serveSettings, 'table');
    table.allowWrite(serveSettings, 'PutItem');
    door.protect(serveSettings, 'ward:read', 'GET /v1/settings', 'GET /v1/templates');
    door.protect(serveSettings, 'ward:write', 'PUT /v1/settings', 'POST /v1/templates');

    const serveConsents = new WardFunction(this, 'serve-consents', {
      deployment,
      whoIsHurt: 'Citizens who asked to be left alone go on getting messages.',
      environment: store,
    });
    table.allowRead(serveConsents, 'BatchGetItem');
    table.allowWrite(serveConsents, 'UpdateItem');
    door.protect(serveConsents, 'ward:read', 'GET /v1/consents');
    door.protect(serveConsents, 'ward:write', 'POST /v1/consents');

    // Who may make, keep and unwrap the key that phones are encrypted with; wrapped, it is an item of the table
    for (const fn of [
      acceptStatus,
      decide,
      sendSms,
      recordReceipt,
      releaseDue,
      serveDossiers,
      serveConsents,
    ]) {
      fn.allow(['kms:GenerateDataKeyWithoutPlaintext', 'kms:Decrypt'], [keys.data.keyArn]);
      table.allowQuery(fn, 'table');
      table.allowWrite(fn, 'PutItem');
    }

    // What no single part can see
    watch(this, deployment, {
      name: 'unknown',
      what: 'Nobody knows whether some SMS left; none of them is sent again by itself',
      whoIsHurt: 'These citizens may not have been told, and only a person may decide to tell them again.',
      metric: counted(deployment, 'unknown', Duration.hours(1)),
      above: settings.unknownPerHour,
    });
    watch(this, deployment, {
      name: 'stuck',
      what: 'The sweep found something that waits longer than it ever should',
      whoIsHurt: 'Citizens are owed word that no machine will bring by itself.',
      metric: counted(deployment, 'stuck', Duration.minutes(5)),
    });

    const outputs = {
      Url: door.url,
      TableName: table.name,
      DataKeyArn: keys.data.keyArn,
      SmsDeliveryRoleArn: receipts.writer.roleArn,
    };
    Object.entries(outputs).map(([name, value]) => new CfnOutput(this, name, { value }));
  }
}
