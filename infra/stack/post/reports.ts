import { dispatchIndex, lookupIndex, offersBy } from '../../../shared/adapters/dynamodb/table.ts';
import type { House } from '../foundation.ts';
import { membersOf } from './member.ts';

/** What waits too long, what contradicts itself, and where the cash is. */
export const reports = (house: House): void => {
  const { table, door } = house;
  const member = membersOf(house);

  const servePostReports = member('serve-post-reports', {
    whoIsHurt: 'Nobody at the office sees which papers wait too long, or can confirm that the money came.',
  });
  table.allowQuery(servePostReports, dispatchIndex, lookupIndex, offersBy.ward);
  door.protect(
    servePostReports,
    'ward:read',
    'GET /v1/reports/waiting-papers',
    'GET /v1/reports/cash',
    'GET /v1/quarantined-scans',
  );
  door.protect(servePostReports, 'ward:write', 'POST /v1/cod-confirmations');
  door.protect(servePostReports, 'partner:jobs', 'GET /partner/v1/reports/cash');
};
