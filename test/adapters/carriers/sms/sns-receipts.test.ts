import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  matterOf,
  providerResponses,
} from '../../../../shared/adapters/carriers/sms/sns/provider-responses.ts';
import { receiptsIn } from '../../../../shared/adapters/carriers/sms/sns/receipts.ts';
import { Receipt } from '../../../../shared/domain/notification/receipt.ts';

const line = (given: object = {}) => ({
  notification: { messageId: '34d9b400-c6dd-5444-820d-fbeb0f1f54cf', timestamp: '2026-03-02 02:00:34.558' },
  delivery: {
    phoneCarrier: 'Viettel',
    mnc: 4,
    mcc: 452,
    numberOfMessageParts: 1,
    destination: '+84912345678',
    priceInUSD: 0.0875,
    smsType: 'Transactional',
    providerResponse: 'Message has been accepted by phone carrier',
    dwellTimeMs: 599,
  },
  status: 'SUCCESS',
  ...given,
});

const delivered = (messages: string[], messageType = 'DATA_MESSAGE') =>
  gzipSync(
    JSON.stringify({
      messageType,
      owner: '123456789012',
      logGroup: 'sns/ap-southeast-1/123456789012/DirectPublishToPhoneNumber',
      logStream: 'stream',
      subscriptionFilters: ['receipts'],
      logEvents: messages.map((message, index) => ({ id: `line-${index}`, timestamp: 0, message })),
    }),
  ).toString('base64');

describe('the delivery log of Amazon SNS', () => {
  it('says that the carrier took a message, in UTC', () => {
    const { receipts } = receiptsIn(delivered([JSON.stringify(line())]));
    expect(receipts.map((receipt) => Receipt.parse(receipt))).toEqual([
      {
        carrier: 'sns',
        reference: '34d9b400-c6dd-5444-820d-fbeb0f1f54cf',
        outcome: 'delivered',
        detail: 'Message has been accepted by phone carrier',
        code: 'Message has been accepted by phone carrier',
        to: '+84912345678',
        takenAt: '2026-03-02T02:00:34.558Z',
      },
    ]);
  });

  it('says that a message did not get through, and why', () => {
    const failed = line({
      status: 'FAILURE',
      delivery: {
        mnc: 0,
        mcc: 0,
        destination: '+84912345678',
        providerResponse: 'Phone is on a blocked list',
      },
    });
    expect(receiptsIn(delivered([JSON.stringify(failed)])).receipts).toMatchObject([
      { outcome: 'undelivered', detail: 'Phone is on a blocked list' },
    ]);
  });

  const failedWith = (providerResponse: string) =>
    receiptsIn(
      delivered([
        JSON.stringify(
          line({ status: 'FAILURE', delivery: { destination: '+84912345678', providerResponse } }),
        ),
      ]),
    ).receipts[0]!;

  it.each(Object.entries(providerResponses))('"%s" is a matter of: %s', (word, matter) => {
    const concern = matter === 'ours' ? 'to-mend' : undefined;
    expect(failedWith(word).concern).toBe(concern);
    expect(failedWith(`${word}.`)).toMatchObject({ code: word, ...(concern && { concern }) });
  });

  it('concerns whoever is on duty in a word nobody taught us, but not when the message arrived', () => {
    expect(matterOf('constructor')).toBeUndefined();
    expect(failedWith('Phone is on the moon')).toMatchObject({
      outcome: 'undelivered',
      concern: 'unrecognised',
    });
    expect(failedWith('Phone is on the moon')).not.toHaveProperty('code');
    const arrived = line({ delivery: { destination: '+84912345678', providerResponse: 'Shown on screen' } });
    expect(receiptsIn(delivered([JSON.stringify(arrived)])).receipts[0]).not.toHaveProperty('concern');
  });

  it('keeps no phone that stands in the words', () => {
    const receipt = failedWith('Phone number +84912345678 is opted out');
    expect(receipt).toMatchObject({ outcome: 'undelivered', detail: 'Phone number # is opted out' });
    expect(receipt).not.toHaveProperty('concern');
  });

  it.each([
    ['no JSON', 'END RequestId: 1'],
    ['no reference', JSON.stringify(line({ notification: { timestamp: '2026-03-02 02:00:34.558' } }))],
    [
      'no such day',
      JSON.stringify(line({ notification: { messageId: 'm', timestamp: '2026-13-02 02:00:34.558' } })),
    ],
    ['an unknown status', JSON.stringify(line({ status: 'PENDING' }))],
  ])('lets a line with %s stop no other, and does not repeat what it says', (_, broken) => {
    const { receipts, unreadable } = receiptsIn(
      delivered([JSON.stringify(line()), broken, JSON.stringify(line())]),
    );
    expect(receipts).toHaveLength(2);
    expect(unreadable).toEqual([{ logEventId: 'line-1', because: expect.any(String) }]);
    expect(JSON.stringify(unreadable)).not.toContain('912345678');
  });

  it('holds nothing when CloudWatch only tries the line', () => {
    const control = delivered(['CWL CONTROL MESSAGE: Checking health'], 'CONTROL_MESSAGE');
    expect(receiptsIn(control)).toEqual({ receipts: [], unreadable: [] });
  });

  it('throws when it cannot be unpacked at all', () => {
    expect(() => receiptsIn('bm90IGd6aXA=')).toThrow(/.+/);
  });
});
