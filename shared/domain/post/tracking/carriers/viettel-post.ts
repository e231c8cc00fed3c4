import type { CodeTable } from '../carrier-codes.ts';

/**
 * 300, 400 and 500 come again on the way back, where they must never tell the citizen that a parcel is at the door.
 * 102, 503 and 507 mean different things in different editions; here as most public readings have them.
 */
export const viettelPost: CodeTable = {
  name: 'viettel-post/2026',
  source:
    'Viettel Post order statuses as published for partners and used in public integrations; read in 2026',
  confidence: 'C',
  codes: {
    '100': 'registered',
    '101': 'cancelled',
    '102': 'note',
    '103': 'registered',
    '104': 'registered',
    '105': 'picked-up',
    '106': 'lost',
    '107': 'cancelled',
    '200': 'picked-up',
    '201': 'cancelled',
    '202': 'note',
    '300': 'in-transit',
    '400': 'in-transit',
    '500': 'out-for-delivery',
    '501': 'delivered',
    '502': 'returning',
    '503': 'damaged',
    '504': 'returned',
    '505': 'returning',
    '506': 'delivery-attempted',
    '507': 'held-for-pickup',
    '508': 'in-transit',
    '509': 'in-transit',
    '510': 'note',
    '515': 'returning',
    '550': 'in-transit',
  },
  onReturn: { '300': 'returning', '400': 'returning', '500': 'returning' },
};
