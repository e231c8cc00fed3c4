import { describe, expect, it } from 'vitest';
import { carrierWith, PostalAccounts } from '../../../shared/adapters/carriers/post/accounts.ts';
import { EsmsAccount, esmsCarrier } from '../../../shared/adapters/carriers/sms/esms/carrier.ts';
import type { GatewayName } from '../../../shared/adapters/carriers/sms/names.ts';
import { SpeedsmsAccount, speedsmsCarrier } from '../../../shared/adapters/carriers/sms/speedsms/carrier.ts';
import { VnptAccount, vnptCarrier } from '../../../shared/adapters/carriers/sms/vnpt/carrier.ts';
import { zaloCarrier } from '../../../shared/adapters/carriers/sms/zalo/carrier.ts';
import type { Carrier } from '../../../shared/domain/notification/carrier.ts';
import { consignmentOf } from '../../../shared/domain/post/carrier-orders/consignment.ts';
import type { CarrierInterface } from '../../../shared/domain/post/partner/carrier-interfaces.ts';
import { placesSample } from '../../../shared/domain/values/places/places-sample.ts';
import { postalAccountsAt } from '../../../infra/local/simulators/post/accounts.ts';
import { aServer } from '../../support/carrier-simulator.ts';
import { aJob, at } from '../../support/builders/post.ts';

/** The gateway and the form in which it says how it went: its code, and its sentence. */
type Form = (code: unknown, sentence: string) => unknown;

const template = { templateId: '1', fields: ['code'], params: ['H29.26-260302-0001'] };
const aMessage = {
  to: '+84912345678',
  text: 'Ho so H29.26-260302-0001 da co ket qua',
  attempt: 'a-1',
  provider: { vnpt: template, zalo: template },
};

/** A carrier that is new does not compile until it is asked the same as the others. */
const gateways: Record<GatewayName, [at: (url: string) => Carrier, form: Form]> = {
  esms: [
    (url) => esmsCarrier(EsmsAccount.parse({ url, apiKey: 'k', secretKey: 's', brandname: 'UBND' })),
    (CodeResult, ErrorMessage) => ({ CodeResult, ErrorMessage }),
  ],
  speedsms: [
    (url) => speedsmsCarrier(SpeedsmsAccount.parse({ url, token: 't', sender: 'UBND' })),
    (code, message) => ({ status: 'error', code, message }),
  ],
  vnpt: [
    (url) =>
      vnptCarrier(
        VnptAccount.parse({
          url,
          labelId: '1',
          contractId: '2',
          agentId: '3',
          apiUser: 'u',
          apiPass: 'p',
          userName: 'n',
        }),
      ),
    (ERROR, ERROR_DESC) => ({ RPLY: { name: 'send_sms_list', ERROR, ERROR_DESC } }),
  ],
  zalo: [
    (url) =>
      zaloCarrier(
        { url },
        {
          current: async () => ({ ok: true, access: 'a', version: 1 }),
          refused: async () => undefined,
        },
      ),
    (error, message) => ({ error, message }),
  ],
};

const posts: Record<CarrierInterface, Form> = {
  'vnpost-public-post': (status, message) => ({ status, message }),
  myvnpost: (code, message) => ({ code, message }),
  ghn: (code, message) => ({ code, message, data: null }),
  'viettel-post': (status, message) => ({ status, error: true, message }),
  ghtk: (error_code, message) => ({ success: false, error_code, message }),
  ems: (code, message) => ({ code, message }),
};

const saying = (body: string): Promise<string> =>
  aServer((request, response) => {
    const forToken = /token/i.test(request.url ?? '') && !request.url!.includes('merchant_token');
    request.resume().once('end', () => {
      response.writeHead(200).end(forToken ? '{"access_token":"t","token":"t"}' : body);
    });
  });

const aPost = (via: string, url: string) => {
  const accounts = Object.values(PostalAccounts.parse(postalAccountsAt(url, 'a-word-that-nobody-guesses')));
  return carrierWith(accounts.find(({ account }) => account.via === via)!.account, () => at('09:30'));
};
const consignment = consignmentOf(aJob(), 'BT0123456789ABCDEF', placesSample);

/** What stands in a body that HTTP calls good, and how sure it is that nothing was taken. */
const troubles: [string, unknown, string, 'unknown' | 'busy'][] = [
  ['500', 500, 'Internal Server Error', 'unknown'],
  ['502 as text', '502', 'Bad gateway', 'unknown'],
  ['a time-out', 599, 'Request timed out', 'unknown'],
  ['a busy system', 777, 'Hệ thống đang bận, vui lòng thử lại sau', 'unknown'],
  ['a busy system without accents', '777', 'He thong dang ban', 'unknown'],
  ['too many questions', 429, 'Too many requests', 'busy'],
  ['a spent quota', 778, 'Vượt quá hạn mức gửi trong ngày', 'busy'],
];
const bodies: [string, string][] = [
  ['a page', '<html><body>502</body></html>'],
  ['nothing', ''],
  ['half an answer', '{"code":"suc'],
  ['null', 'null'],
  ['a list', '[]'],
];

describe.each(Object.entries(gateways))('%s', (_name, [carrier, form]) => {
  it.each(troubles)(
    'that says 200 and in it %s leaves it as open as it is',
    async (_, code, words, outcome) => {
      const url = await saying(JSON.stringify(form(code, words)));
      expect((await carrier(url).take(aMessage)).outcome).toBe(outcome);
    },
  );

  it.each(bodies)('that says 200 and then %s is a doubt', async (_, body) => {
    expect((await carrier(await saying(body)).take(aMessage)).outcome).toBe('unknown');
  });

  it('never has a message under a name that nobody gave it', async () => {
    for (const nothing of [null, '', 'NULL']) {
      const yes = { CodeResult: '100', SMSID: nothing, status: 'success', error: 0 };
      const url = await saying(JSON.stringify({ ...yes, data: { tranId: nothing, msg_id: nothing } }));
      expect((await carrier(url).take(aMessage)).outcome).toBe('unknown');
    }
  });
});

describe.each(Object.entries(posts))('%s', (via, form) => {
  it.each(troubles)('that says 200 and in it %s leaves it as open as it is', async (_, code, words, is) => {
    const post = aPost(via, await saying(JSON.stringify(form(code, words))));
    expect((await post.place(consignment)).is).toBe(is);
    const placed = { trackingNumber: 'CN1VN', id: 'o-1' };
    expect(['unknown', 'busy']).toContain((await post.cancel(consignment.reference, placed)).is);
    expect((await post.lookUp?.(consignment.reference, at('09:00')))?.is).not.toBe('not-there');
  });

  it.each(bodies)('that says 200 and then %s is a doubt', async (_, body) => {
    expect((await aPost(via, await saying(body)).place(consignment)).is).toBe('unknown');
  });
});

/** The public post's parcels go by our own number. */
describe.each(Object.keys(posts).filter((via) => via !== 'vnpost-public-post'))('%s', (via) => {
  it.each([null, '', 'NULL'])('never has a parcel by the number %j', async (nothing) => {
    const parcel = { order_code: nothing, tracking_code: nothing, ORDER_NUMBER: nothing };
    const yes = { success: true, status: 200, code: via === 'ghn' ? 200 : 'success', error: false };
    const body = { ...yes, itemCode: nothing, data: parcel, order: { label: nothing } };
    expect((await aPost(via, await saying(JSON.stringify(body))).place(consignment)).is).toBe('unknown');
  });
});
