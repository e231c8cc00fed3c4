import { describe, expect, it } from 'vitest';
import {
  carrierWith,
  PostalAccounts,
  readPostalAccounts,
} from '../../../../shared/adapters/carriers/post/accounts.ts';
import { memorySecrets } from '../../../../shared/adapters/memory/secrets.ts';
import { consignmentOf } from '../../../../shared/domain/post/carrier-orders/consignment.ts';
import { placesSample } from '../../../../shared/domain/values/places/places-sample.ts';
import type { CarrierInterface } from '../../../../shared/domain/post/partner/carrier-interfaces.ts';
import { postalAccountsAt } from '../../../../infra/local/simulators/post/accounts.ts';
import { aServer, nobodyThere } from '../../../support/carrier-simulator.ts';
import { aJob, at } from '../../../support/builders/post.ts';

const interfaces: CarrierInterface[] = [
  'vnpost-public-post',
  'myvnpost',
  'ghn',
  'viettel-post',
  'ghtk',
  'ems',
];
const consignment = consignmentOf(aJob(), 'BT0123456789ABCDEF', placesSample);

type Answer = { status?: number; body: unknown };

/** A carrier whose server gives this answer to everything but the question for a token, and what it was asked. */
const aCarrier = async (via: CarrierInterface, answer: Answer | 'hangs up') => {
  const asked: { method: string; url: string; headers: Record<string, unknown>; body: unknown }[] = [];
  const url = await aServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      body += chunk;
    });
    request.once('end', () => {
      const { method = '', url: path = '', headers } = request;
      if (/token/i.test(path) && !path.includes('merchant_token'))
        return response.end('{"access_token":"t-1","token":"t-1"}');
      asked.push({
        method,
        url: path,
        headers,
        body: body === '' ? undefined : (JSON.parse(body) as unknown),
      });
      if (answer === 'hangs up') return request.socket.destroy();
      response.writeHead(answer.status ?? 200, { 'content-type': 'application/json' });
      return response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body));
    });
  });
  return { carrier: carrierAt(via, url), asked };
};

const carrierAt = (via: CarrierInterface, url: string) => {
  const accounts = Object.values(PostalAccounts.parse(postalAccountsAt(url, 'a-word-that-nobody-guesses')));
  return carrierWith(accounts.find(({ account }) => account.via === via)!.account, () => at('09:30'));
};

describe.each(interfaces)('%s', (via) => {
  it.each([['never reached', nobodyThere, 'busy']])(
    'when it is %s surely has no order',
    async (_what, url, is) => {
      expect((await carrierAt(via, url).place(consignment)).is).toBe(is);
    },
  );

  it.each([
    ['hangs up', 'hangs up', 'unknown'],
    ['answers 500', { status: 500, body: 'oops' }, 'unknown'],
    ['answers 502 with a page', { status: 502, body: '<html>' }, 'unknown'],
    ['answers 200 with a page', { body: '<html>' }, 'unknown'],
    ['answers 200 with an empty object', { body: {} }, 'unknown'],
    ['answers 429', { status: 429, body: {} }, 'busy'],
    ['answers 403', { status: 403, body: 'no' }, 'busy'],
  ] as const)('that %s leaves it as open as it is', async (_what, answer, is) => {
    const { carrier } = await aCarrier(via, answer);
    expect((await carrier.place(consignment)).is).toBe(is);
  });

  it('gets names, phone and cash once, and no word about the dossier', async () => {
    const { carrier, asked } = await aCarrier(via, { body: {} });
    await carrier.place(consignment);
    expect(asked).toHaveLength(1);
    const sent = JSON.stringify(asked[0]!.body);
    for (const word of ['BT0123456789ABCDEF', 'Nguyễn Thị Hằng', '0912345678', '30000'])
      expect(sent).toContain(word);
    expect(sent).not.toMatch(/H29\.26|result-papers/);
  });
});

const answers: [CarrierInterface, string, Answer, object][] = [
  [
    'vnpost-public-post',
    '100',
    { body: { Status: '100' } },
    { is: 'taken', placed: { trackingNumber: consignment.reference } },
  ],
  [
    'vnpost-public-post',
    '101',
    { body: { status: 101 } },
    { is: 'taken-before', placed: { trackingNumber: consignment.reference } },
  ],
  [
    'vnpost-public-post',
    'another code',
    { body: { status: 7 } },
    { is: 'refused', because: 'carrier-refused', reason: '7 unrecognised' },
  ],
  [
    'vnpost-public-post',
    'a sentence for a code',
    { body: { status: 'Sai địa chỉ người nhận' } },
    { reason: 'a code unrecognised' },
  ],
  [
    'myvnpost',
    'an order',
    { body: { orderHdrID: 'h', originalID: 'o-1', itemCode: 'CN1VN' } },
    { is: 'taken', placed: { trackingNumber: 'CN1VN', id: 'o-1' } },
  ],
  [
    'myvnpost',
    'a 400',
    { status: 400, body: { message: 'Thiếu thông tin' } },
    { is: 'refused', because: 'carrier-refused' },
  ],
  [
    'ghn',
    'an order',
    { body: { code: 200, message: 'Success', data: { order_code: 'L1' } } },
    { is: 'taken', placed: { trackingNumber: 'L1' } },
  ],
  [
    'ghn',
    'USER_ERR_COMMON',
    { status: 400, body: { code: 400, data: null, code_message: 'USER_ERR_COMMON' } },
    { is: 'refused', because: 'carrier-refused' },
  ],
  [
    'ghn',
    'SHOP_NOT_FOUND',
    { status: 400, body: { code: 400, data: null, code_message: 'SHOP_NOT_FOUND' } },
    { is: 'busy' },
  ],
  [
    'ghtk',
    'an order',
    { body: { success: true, order: { label: 'S1.A1.1' } } },
    { is: 'taken', placed: { trackingNumber: 'S1.A1.1' } },
  ],
  [
    'ghtk',
    'ORDER_ID_EXIST with its label',
    { body: { success: false, error: { code: 'ORDER_ID_EXIST', ghtk_label: 'S1.A1.1' } } },
    { is: 'taken-before', placed: { trackingNumber: 'S1.A1.1' } },
  ],
  [
    'ghtk',
    'ORDER_ID_EXIST alone',
    { body: { success: false, error: { code: 'ORDER_ID_EXIST' } } },
    { is: 'taken-before' },
  ],
  [
    'ghtk',
    '30103',
    { status: 422, body: { success: false, error_code: '30103' } },
    { is: 'refused', because: 'not-mailable' },
  ],
  ['ghtk', '10103', { body: { success: false, error_code: 10103 } }, { is: 'unknown' }],
  [
    'viettel-post',
    'an order',
    { body: { status: 200, error: false, data: { ORDER_NUMBER: 11506020148 } } },
    { is: 'taken', placed: { trackingNumber: '11506020148' } },
  ],
  [
    'viettel-post',
    'a token that ran out',
    { body: { status: 202, error: true, message: 'Token invalid' } },
    { is: 'busy' },
  ],
  [
    'viettel-post',
    'a refusal',
    { body: { status: 204, error: true, message: 'Price does not apply' } },
    { is: 'refused', because: 'carrier-refused' },
  ],
  [
    'ems',
    'an order',
    { body: { code: 'success', data: [{ tracking_code: 'EJ1VN' }] } },
    { is: 'taken', placed: { trackingNumber: 'EJ1VN' } },
  ],
  [
    'ems',
    'an error',
    { body: { code: 'error', message: 'Sai số điện thoại 0912345678' } },
    { is: 'refused', reason: 'error a sentence' },
  ],
];

describe('what a carrier answers to an order', () => {
  it.each(answers)('%s: %s', async (via, _what, answer, means) => {
    const { carrier } = await aCarrier(via, answer);
    expect(await carrier.place(consignment)).toMatchObject(means);
  });

  it('goes into records as a code, never as the carrier’s own sentence', async () => {
    for (const [via, , answer] of answers) {
      const { carrier } = await aCarrier(via, answer);
      expect(JSON.stringify(await carrier.place(consignment))).not.toMatch(/0912345678|Sai |Price/);
    }
  });
});

describe('an address of two tiers', () => {
  it('has the district VNPOST at MyVNPost, and the national codes unless the account says others', async () => {
    const { carrier, asked } = await aCarrier('myvnpost', { body: {} });
    await carrier.place(consignment);
    expect(asked[0]!.body).toMatchObject({
      informationOrder: {
        receiverProvinceCode: '82',
        receiverDistrictCode: 'VNPOST',
        receiverCommuneCode: '29926',
        addonService: [{ code: 'GTG021', propValue: 'PROP0018:30000' }],
      },
    });
  });

  it('without a code of EMS’s own is not ordered there', async () => {
    const account = { via: 'ems', merchantToken: 't', inventory: '1', service: 1, places: {} } as const;
    const carrier = carrierWith({ ...account, url: nobodyThere }, () => at('09:30'));
    expect(await carrier.place(consignment)).toEqual({
      is: 'refused',
      because: 'address-insufficient',
      reason: 'place-without-ems-code',
    });
  });
});

describe('the secret with the postal accounts', () => {
  it.each([
    '{"ghn":{"account":{"via":"ghn","token":"s3cret"}}}',
    '{"ghn": s3cret',
    '{"ghn":{"account":{"via":"s3cret"}}}',
  ])('that is wrong is named without quoting any of it: %#', async (text) => {
    const reading = readPostalAccounts(memorySecrets({ accounts: text }), 'accounts');
    await expect(reading).rejects.toThrow(/the secret with the postal accounts is/);
    await expect(reading).rejects.not.toThrow(/s3cret/);
  });

  it('may be empty: then nobody is ordered at and nobody may call', async () => {
    expect(await readPostalAccounts(memorySecrets({ accounts: '{}' }), 'accounts')).toEqual({});
  });
});
