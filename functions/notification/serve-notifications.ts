// Shows a ward which citizens somebody has to look after, and does what its people decide about them.
import { SQSClient } from '@aws-sdk/client-sqs';
import { dynamoBudgets } from '../../shared/adapters/dynamodb/notification/budgets.ts';
import { platformMost } from '../../shared/adapters/lambda/most.ts';
import { dynamoChoices } from '../../shared/adapters/dynamodb/office/choices.ts';
import { dynamoConsents } from '../../shared/adapters/dynamodb/office/consents.ts';
import { dynamoCircuits } from '../../shared/adapters/dynamodb/notification/circuits.ts';
import { dynamoWorklist } from '../../shared/adapters/dynamodb/notification/worklist.ts';
import { dynamoDossiers } from '../../shared/adapters/dynamodb/dossier/dossiers.ts';
import { dynamoPhoneCards } from '../../shared/adapters/dynamodb/notification/phone-cards.ts';
import { openStores } from '../../shared/adapters/open-stores.ts';
import { now } from '../../shared/adapters/lambda/clock.ts';
import { given, readEnv } from '../../shared/adapters/lambda/env.ts';
import { httpFunction } from '../../shared/adapters/lambda/http/http.ts';
import { notificationAct } from '../../shared/adapters/lambda/http/notification-act.ts';
import { forWard, withQuery } from '../../shared/adapters/lambda/http/route.ts';
import { sqsDoorbell } from '../../shared/adapters/sqs/doorbell.ts';
import { CallMade, DeskQuery, ReasonedAct } from '../../shared/domain/notification/acts.ts';
import { actOnNotification } from '../../shared/flows/notification/act-on-notification.ts';
import { listWorklist, openCircuitsOf } from '../../shared/flows/notification/list-worklist.ts';

const build = async () => {
  const env = readEnv({ SMS_QUEUE_URL: given, SMS_CARRIERS: given });
  const { dynamodb, tableName, vault } = await openStores();
  const desk = dynamoWorklist(dynamodb, tableName, vault);
  const act = actOnNotification({
    desk,
    dossiers: dynamoDossiers(dynamodb, tableName, vault),
    consents: dynamoConsents(dynamodb, tableName, vault),
    phones: dynamoPhoneCards(dynamodb, tableName, vault),
    budgets: dynamoBudgets(dynamodb, tableName),
    settings: dynamoChoices(dynamodb, tableName, now, { most: platformMost() }).settings,
    doorbell: sqsDoorbell(new SQSClient(), env.SMS_QUEUE_URL),
    clock: now,
  });
  const openCircuits = openCircuitsOf(dynamoCircuits(dynamodb, tableName), env.SMS_CARRIERS.split(','));
  return { act, look: listWorklist({ desk, clock: now, openCircuits }) };
};

export const handler = httpFunction(build, {
  'GET /v1/notifications': forWard(
    withQuery(DeskQuery, async ({ look }, { ward }, { list, cursor }) => ({
      status: 200,
      body: await look(ward, list, cursor),
    })),
  ),
  'POST /v1/notifications/{id}/resend': notificationAct('resend', ReasonedAct),
  'POST /v1/notifications/{id}/cancel': notificationAct('cancel', ReasonedAct),
  'POST /v1/notifications/{id}/settle': notificationAct('settle', ReasonedAct),
  'POST /v1/notifications/{id}/call': notificationAct('call', CallMade),
});
