import type { CodeTable } from '../carrier-codes.ts';

/** Events come in any order, as the standard itself warns; sort by when they happened. */
export const ems: CodeTable = {
  name: 'ems/emsevt',
  source: 'UPU EMSEVT event codes EMA to EMK, EXA to EXX',
  confidence: 'B',
  codes: {
    EMA: 'picked-up',
    EMB: 'in-transit',
    EMC: 'in-transit',
    EMD: 'in-transit',
    EME: 'on-hold',
    EMF: 'in-transit',
    EMG: 'at-delivery-office',
    EMH: 'delivery-attempted',
    EMI: 'delivered',
    EMJ: 'in-transit',
    EMK: 'in-transit',
    EDA: 'on-hold',
    EDD: 'in-transit',
    EDF: 'on-hold',
    EDG: 'out-for-delivery',
    EDH: 'held-for-pickup',
    EXD: 'on-hold',
    EXX: 'cancelled',
  },
};
