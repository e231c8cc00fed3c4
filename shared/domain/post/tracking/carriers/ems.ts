import type { CodeTable } from '../carrier-codes.ts';

/** Events come in any order, as the standard itself warns; sort by when they happened. */
export const ems: CodeTable = {
  name: 'ems/emsevt',
  source:
    'UPU EMSEVT event codes, EMA to EMK, customs EXA to EXX and EDA to EDX; names as public clients quote them, 2026',
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
    EDB: 'in-transit', // presented to import customs
    EDC: 'in-transit', // back from import customs
    EDD: 'in-transit',
    EDE: 'in-transit',
    EDF: 'on-hold',
    EDG: 'out-for-delivery',
    EDH: 'held-for-pickup',
    EDX: 'on-hold', // import terminated: what becomes of the item, another event says
    EXA: 'in-transit', // presented to export customs
    EXB: 'on-hold', // held by export customs
    EXC: 'in-transit', // back from export customs
    EXD: 'on-hold',
    EXX: 'cancelled',
  },
};
