import { describe, expect, it } from 'vitest';
import { readPostalCallback } from '../../../../shared/adapters/carriers/post/callback-routes.ts';
import type { CarrierCallback } from '../../../../shared/domain/post/carrier-orders/carrier-callback.ts';
import type { CarrierInterface } from '../../../../shared/domain/post/partner/carrier-interfaces.ts';
import { at } from '../../../support/builders/post.ts';

const aWord = (raw: string, given: Partial<CarrierCallback> = {}): CarrierCallback => ({
  id: 'a',
  partner: 'x',
  raw,
  from: 'call',
  heardAt: at('09:30'),
  tries: 0,
  ...given,
});

/** Bodies as the carriers' own pages print them (and, for Viettel Post, as public client code declares them). */
const samples: [CarrierInterface, string, string | undefined, object][] = [
  [
    'ghn',
    '{"CODAmount":3000000,"CODTransferDate":null,"ClientOrderCode":"","ConvertedWeight":200,"Description":"Tạo đơn hàng","Fee":{"CODFailedFee":0,"MainService":53900,"Return":0},"Height":10,"IsPartialReturn":false,"Length":10,"OrderCode":"Z82BS","PartialReturnCode":"","PaymentType":1,"Reason":"","ReasonCode":"","ShopID":81558,"Status":"ready_to_pick","Time":"2021-11-11T03:52:50.158Z","TotalFee":71400,"Type":"create","Warehouse":"Bưu Cục 229 Quan Nhân-Q.Thanh Xuân-HN","Weight":10,"Width":10}',
    undefined,
    {
      is: 'scan',
      event: {
        trackingNumber: 'Z82BS',
        code: 'ready_to_pick',
        occurredAt: '2021-11-11T03:52:50.158Z',
        location: { text: 'Bưu Cục 229 Quan Nhân-Q.Thanh Xuân-HN' },
      },
    },
  ],
  [
    'ghtk',
    'label_id=S1.A1.17373471&partner_id=1234567&action_time=2016-11-02T12:18:39+07:00&status_id=5&reason_code=&reason=&weight=2.4&fee=1500&return_part_package=0',
    undefined,
    {
      is: 'scan',
      reference: '1234567',
      event: { trackingNumber: 'S1.A1.17373471', code: '5', occurredAt: '2016-11-02T05:18:39.000Z' },
    },
  ],
  [
    'ghtk',
    'label_id=S1.A1.17373471&partner_id=1234567&action_time=2016-11-02T12%3A18%3A39%2B07%3A00&status_id=5',
    undefined,
    {
      is: 'scan',
      reference: '1234567',
      event: { trackingNumber: 'S1.A1.17373471', code: '5', occurredAt: '2016-11-02T05:18:39.000Z' },
    },
  ],
  [
    'ghtk',
    '{"partner_id":"1234567","label_id":"S1.A1.17373471","status_id":5,"action_time":"2016-11-02T12:18:39+07:00","reason_code":"","reason":"","weight":2.4,"fee":15000,"pick_money":100000,"return_part_package":0}',
    undefined,
    {
      is: 'scan',
      reference: '1234567',
      event: { trackingNumber: 'S1.A1.17373471', code: '5', occurredAt: '2016-11-02T05:18:39.000Z' },
    },
  ],
  [
    'ems',
    '{"tracking_code":"EJ012345678VN","order_code":"ODR356","status_code":4,"status_name":"Đang vận chuyển","note":"Đã đóng chuyến thư đi","locate":"890100 - KTC1 Vĩnh Long (ÐT:02703834180)","datetime":"28/08/2019 07:54:50","total_weight":240,"money_collect":210000,"total_fee":34000}',
    '1234567890',
    {
      is: 'scan',
      reference: 'ODR356',
      event: {
        eventId: '1234567890',
        trackingNumber: 'EJ012345678VN',
        code: '4',
        occurredAt: '2019-08-28T00:54:50.000Z',
      },
    },
  ],
  [
    'viettel-post',
    '{"DATA":{"ORDER_NUMBER":"10345381626","ORDER_REFERENCE":"TKS1801492","ORDER_STATUSDATE":"13/12/2018 17:34:05","ORDER_STATUS":200,"STATUS_NAME":"Nhận từ bưu tá","LOCALION_CURRENTLY":"BC Q1","NOTE":"","MONEY_COLLECTION":150000},"TOKEN":"x"}',
    undefined,
    {
      is: 'scan',
      reference: 'TKS1801492',
      event: { trackingNumber: '10345381626', code: '200', occurredAt: '2018-12-13T10:34:05.000Z' },
    },
  ],
];

describe('a call in the words of its carrier', () => {
  it.each(samples)('%s: %s', (via, raw, transaction, told) => {
    const [read] = readPostalCallback(via, aWord(raw, transaction === undefined ? {} : { transaction }));
    expect(read).toMatchObject(told);
  });

  it('books no cash: what it names is what is due, not what was taken', () => {
    for (const [via, raw] of samples) {
      const [read] = readPostalCallback(via, aWord(raw));
      expect(JSON.stringify(read)).not.toContain('collected');
    }
  });

  it.each(['update_weight', 'Update_cod', 'update_fee'])(
    'of GHN about %s says nothing about the parcel',
    (Type) => {
      const raw = JSON.stringify({
        OrderCode: 'L1',
        Status: 'delivered',
        Time: '2026-03-02T02:00:00Z',
        Type,
      });
      expect(readPostalCallback('ghn', aWord(raw))).toEqual([{ is: 'nothing', what: Type.toLowerCase() }]);
    },
  );

  it.each([
    ['IS_RETURNING true', true, 'return'],
    ['IS_RETURNING false', false, 'outward'],
    ['no IS_RETURNING', undefined, undefined],
  ])('of Viettel Post with %s has that leg, and none is guessed', (_what, returning, leg) => {
    const DATA = {
      ORDER_NUMBER: '1',
      ORDER_STATUSDATE: '02/03/2026 09:15:00',
      ORDER_STATUS: 500,
      IS_RETURNING: returning,
    };
    const [read] = readPostalCallback('viettel-post', aWord(JSON.stringify({ DATA })));
    expect(read?.is === 'scan' && read.event.leg).toBe(leg);
  });

  it.each([
    ['ghn', '{"OrderCode":"L1","Status":"picked","Time":"2026-03-02 09:15:00"}'],
    ['ems', '{"tracking_code":"E","status_code":4,"datetime":"08/28/2019 07:54:50"}'],
    ['viettel-post', '{"DATA":{"ORDER_NUMBER":"1","ORDER_STATUS":500,"ORDER_STATUSDATE":"2026-03-02"}}'],
    ['myvnpost', '{}'],
  ] as const)('of %s with a time in another form is not guessed: %s', (via, raw) => {
    expect(readPostalCallback(via, aWord(raw))[0]?.is).not.toBe('scan');
  });
});
