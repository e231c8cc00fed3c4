import { Duration } from 'aws-cdk-lib';
import { partitions } from '../../shared/adapters/dynamodb/table.ts';
import { dispatchIndex, dueIndex, lookupIndex } from '../../shared/adapters/dynamodb/table.ts';
import type { House } from './foundation.ts';

/** The pages that officers work on. No token opens them: each route asks for the session of an officer itself. */
export const pages = ({ deployment, table, door, keyed }: House): void => {
  const serveDesk = keyed('serve-desk', {
    forStrangers: true,
    whoIsHurt: 'Officers cannot sign in, and see neither whom to ring nor which letter waits.',
    timeout: Duration.seconds(29),
    memory: 1024,
    environment: {
      PUBLIC_URL: door.url,
      SIGN_IN: JSON.stringify(deployment.settings.signIn),
      SMS_CARRIERS: deployment.settings.smsCarriers.join(','),
    },
  });
  table.allowRead(serveDesk, 'GetItem', 'BatchGetItem');
  table.allowQuery(serveDesk, 'table', dueIndex, lookupIndex, dispatchIndex);
  table.within(`${partitions.session}*`, `${partitions.deed}*`).allowWrite(serveDesk, 'PutItem');
  door.open(
    serveDesk,
    'A page asks for the session of an officer itself, and shows how to sign in where there is none.',
    'GET /',
    'GET /kieu/{file}',
    'GET /dang-nhap',
    'GET /dang-nhap/bat-dau',
    'GET /dang-nhap/xong',
    'GET /dang-nhap/tiep',
    'POST /dang-xuat',
    'GET /viec',
  );
};
