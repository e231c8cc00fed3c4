import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPostalCallback } from '../../../shared/adapters/carriers/post/callback-routes.ts';
import { readEsmsCallback } from '../../../shared/adapters/carriers/sms/esms/callback.ts';
import { readHttpMessage } from '../../../shared/adapters/carriers/sms/inbound-http.ts';
import {
  readSpeedsmsMessage,
  readSpeedsmsReport,
} from '../../../shared/adapters/carriers/sms/speedsms/callback.ts';
import type { CarrierInterface } from '../../../shared/domain/post/partner/carrier-interfaces.ts';
import { at } from '../../support/builders/post.ts';

const now = at('09:30');

/** A call as its carrier sends it, and what it is once a part of it is anything at all. */
const sound: [CarrierInterface, Record<string, unknown>][] = [
  [
    'ghn',
    {
      OrderCode: 'Z82BS',
      ClientOrderCode: 'BT01',
      Status: 'delivered',
      Time: '2026-03-02T01:00:00Z',
      Type: 'switch_status',
      Warehouse: 'HN',
    },
  ],
  ['ghtk', { label_id: 'S1.A1', partner_id: 'BT01', status_id: 5, action_time: '2026-03-02T08:00:00+07:00' }],
  [
    'ems',
    {
      tracking_code: 'EJ012345678VN',
      order_code: 'BT01',
      status_code: 4,
      datetime: '02/03/2026 08:00:00',
      locate: 'HN',
    },
  ],
  [
    'viettel-post',
    {
      ORDER_NUMBER: '10345381626',
      ORDER_REFERENCE: 'BT01',
      ORDER_STATUSDATE: '02/03/2026 08:00:00',
      ORDER_STATUS: 501,
      IS_RETURNING: false,
      LOCALION_CURRENTLY: 'HN',
    },
  ],
];
const identifying = [
  'OrderCode',
  'Status',
  'Time',
  'label_id',
  'status_id',
  'action_time',
  'tracking_code',
  'status_code',
  'datetime',
  'ORDER_NUMBER',
  'ORDER_STATUSDATE',
  'ORDER_STATUS',
];

const read = (via: CarrierInterface, call: unknown) =>
  readPostalCallback(via, {
    id: 'a',
    partner: 'x',
    raw: JSON.stringify(via === 'viettel-post' ? { DATA: call } : call),
    from: 'call',
    heardAt: now,
    tries: 0,
  });

describe('a call of a carrier with anything in one of its parts', () => {
  it.each(sound)('of %s is a scan still where the part names and times nothing', (via, call) => {
    const details = Object.keys(call).filter((name) => !identifying.includes(name) && name !== 'Type');
    fc.assert(
      fc.property(fc.constantFrom(...details), fc.jsonValue(), (name, value) => {
        expect(read(via, { ...call, [name]: value })).toMatchObject([{ is: 'scan' }]);
      }),
    );
  });

  it.each(sound)('of %s never names a parcel or a status that nobody wrote', (via, call) => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(call)), fc.jsonValue(), (name, value) => {
        const changed = { ...call, [name]: value };
        const given = new Set(
          Object.values(changed).map((part) => JSON.stringify(part).replaceAll('"', '').trim()),
        );
        const invented = read(via, changed)
          .flatMap((told) => (told.is === 'scan' ? [told.event.trackingNumber, told.event.code] : []))
          .filter((word) => !given.has(JSON.stringify(word).replaceAll('"', '')));
        expect(invented).toEqual([]);
      }),
    );
  });
});

describe('a report about a message', () => {
  it('is none where nothing is said, and nothing throws', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (id, status) => {
        const nothing = [null, '', ' ', 'NULL'] as unknown[];
        const report = readSpeedsmsReport({ type: 'report', tranId: id, status }, now);
        if (nothing.includes(id) || nothing.includes(status)) return report === undefined;
        readSpeedsmsMessage({ type: 'sms', phone: id, content: status }, now);
        readEsmsCallback({ SMSID: id, SendStatus: '5', SendSuccess: status }, now);
        readHttpMessage(
          { contentType: 'application/json', body: JSON.stringify({ id, text: status }) },
          'inbound',
          now,
        );
        return true;
      }),
    );
    expect(readSpeedsmsReport({ type: 'report', tranId: 7, status: null }, now)).toBeUndefined();
    expect(readSpeedsmsReport({ type: 'report', tranId: 7, status: '' }, now)).toBeUndefined();
    expect(readEsmsCallback({ SMSID: 's', SendStatus: '5', SendSuccess: '' }, now)).toMatchObject({
      is: 'open',
    });
  });
});
