import { dueIndex, lookupIndex } from '../../shared/adapters/dynamodb/table.ts';
import type { House } from './foundation.ts';

/** Some citizens only a person can reach: calls to make, messages in doubt, messages that did not arrive. */
export const desk = ({ deployment, table, door, sms, keyed }: House): void => {
  const serveNotifications = keyed('serve-notifications', {
    whoIsHurt: 'Officers cannot see whom to ring, nor send a lost message again.',
    environment: {
      SMS_QUEUE_URL: sms.queue.queueUrl,
      SMS_CARRIERS: deployment.settings.smsCarriers.join(','),
    },
  });
  table.allowRead(serveNotifications, 'GetItem', 'BatchGetItem');
  table.allowQuery(serveNotifications, 'table', dueIndex, lookupIndex);
  table.allowWrite(serveNotifications, 'PutItem', 'UpdateItem');
  sms.allowSend(serveNotifications);
  door.protect(serveNotifications, 'ward:read', 'GET /v1/notifications');
  door.protect(
    serveNotifications,
    'ward:write',
    'POST /v1/notifications/{id}/resend',
    'POST /v1/notifications/{id}/cancel',
    'POST /v1/notifications/{id}/settle',
    'POST /v1/notifications/{id}/call',
  );
};
