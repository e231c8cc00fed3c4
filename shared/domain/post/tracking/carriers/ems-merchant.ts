import type { CodeTable } from '../carrier-codes.ts';

/**
 * EMS's merchant interface counts its own statuses, other than the events of the standard. Its public pages explain
 * three of them in samples; the others stay unknown until EMS has given its list of statuses.
 */
export const emsMerchant: CodeTable = {
  name: 'ems/merchant-2021',
  source: 'docws.ems.com.vn, "Chi tiết bưu gửi" and "Webhook", samples; read in 2026',
  confidence: 'C',
  codes: { '1': 'registered', '2': 'registered', '4': 'in-transit' },
};
