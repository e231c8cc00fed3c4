import { lookupIndex, partitions } from '../../shared/adapters/dynamodb/table.ts';
import type { House } from './foundation.ts';

/** A ward office chooses how it speaks, and notes what a citizen chose. */
export const choices = ({ table, door, keyed }: House): void => {
  const serveSettings = keyed('serve-settings', {
    whoIsHurt: 'Offices cannot change what their messages say; citizens read a wrong name or number.',
  });
  table.allowRead(serveSettings, 'GetItem', 'BatchGetItem');
  table.allowQuery(serveSettings, 'table', lookupIndex);
  // What reaches every citizen is proposed; whoever approves it does so at the desk.
  table
    .within(`${partitions.ward}*`, `${partitions.proposal}*`, `${partitions.deed}*`)
    .allowWrite(serveSettings, 'PutItem');
  door.protect(
    serveSettings,
    'ward:read',
    'GET /v1/settings',
    'GET /v1/choices',
    'GET /v1/templates',
    'GET /v1/proposals',
  );
  door.protect(serveSettings, 'ward:write', 'PUT /v1/settings', 'POST /v1/templates');

  const serveConsents = keyed('serve-consents', {
    whoIsHurt: 'Citizens who asked to be left alone go on getting messages and letters.',
  });
  table.allowRead(serveConsents, 'BatchGetItem');
  table.allowQuery(serveConsents, 'table', lookupIndex);
  table.allowWrite(serveConsents, 'PutItem', 'UpdateItem');
  door.protect(serveConsents, 'ward:read', 'GET /v1/consents');
  door.protect(serveConsents, 'ward:write', 'POST /v1/consents');
};
