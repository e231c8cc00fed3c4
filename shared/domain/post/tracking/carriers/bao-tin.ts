import type { CodeTable } from '../carrier-codes.ts';

/** Our own words, for partners that report in them and for the ward's own deliverers. */
export const baoTin: CodeTable = {
  name: 'bao-tin/1',
  source: 'The partner guide of this system',
  confidence: 'A',
  codes: {
    'picked-up': 'picked-up',
    'in-transit': 'in-transit',
    'at-delivery-office': 'at-delivery-office',
    'out-for-delivery': 'out-for-delivery',
    'delivery-attempted': 'delivery-attempted',
    'held-for-pickup': 'held-for-pickup',
    'on-hold': 'on-hold',
    delivered: 'delivered',
    returning: 'returning',
    returned: 'returned',
    lost: 'lost',
    damaged: 'damaged',
    'cod-collected': 'money',
  },
};
