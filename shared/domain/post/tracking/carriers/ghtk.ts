import type { CodeTable } from '../carrier-codes.ts';

/** 6 and 11 add that the cash is reconciled; that is for the remittance to say, here they repeat 5 and 21. `/part` is ours. */
export const ghtk: CodeTable = {
  name: 'ghtk/2026',
  source:
    'GHTK status ids as published for partners; read in 2026. 45, 49, 123, 127, 128, 410 are reports only',
  confidence: 'B',
  codes: {
    '-1': 'cancelled',
    '1': 'registered',
    '2': 'registered',
    '3': 'picked-up',
    '4': 'out-for-delivery',
    '5': 'delivered',
    '5/part': 'partly-delivered',
    '6': 'delivered',
    '6/part': 'partly-delivered',
    '7': 'note',
    '8': 'note',
    '9': 'delivery-attempted',
    '10': 'note',
    '11': 'returned',
    '12': 'registered',
    '13': 'lost',
    '20': 'returning',
    '21': 'returned',
    '45': 'note',
    '49': 'note',
    '123': 'note',
    '127': 'note',
    '128': 'note',
    '410': 'note',
  },
};
