import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { describe, expect, it, vi } from 'vitest';
import { comesFrom, isSame, knowsWord } from '../../../../shared/adapters/carriers/callback-source.ts';
import { EsmsAccount, esmsCarrier } from '../../../../shared/adapters/carriers/sms/esms/carrier.ts';
import { readEsmsCallback, sendStatuses } from '../../../../shared/adapters/carriers/sms/esms/callback.ts';
import {
  SpeedsmsAccount,
  speedsmsCarrier,
} from '../../../../shared/adapters/carriers/sms/speedsms/carrier.ts';
import {
  readSpeedsmsMessage,
  readSpeedsmsReport,
} from '../../../../shared/adapters/carriers/sms/speedsms/callback.ts';
import { zaloCarrier } from '../../../../shared/adapters/carriers/sms/zalo/carrier.ts';
import { readZaloEvent } from '../../../../shared/adapters/carriers/sms/zalo/callback.ts';
import { Instant, instantOf } from '../../../../shared/domain/values/instant.ts';
import { aServer, aSimulator } from '../../../support/carrier-simulator.ts';

const heardAt = Instant.parse('2026-03-02T02:15:00.000Z');

const aMessage = {
  to: '+84912345678',
  text: 'Ho so H29.26-260302-0001 da co ket qua',
  attempt: 'a-1',
  provider: { zalo: { templateId: '7895417', fields: [], params: [] } },
};

/** Our end of a callback: keeps what was called. */
const anApi = async () => {
  const calls: { url: URL; body: string; headers: IncomingHttpHeaders }[] = [];
  const base = await aServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      body += chunk;
    });
    request.once('end', () => {
      calls.push({ url: new URL(request.url ?? '/', 'http://api'), body, headers: request.headers });
      response.end();
    });
  });
  const call = async () => {
    await vi.waitFor(() => expect(calls).toHaveLength(1), 5000);
    return calls[0]!;
  };
  return { base, call };
};

const anEsmsCallback = (given: object = {}) => ({
  SMSID: 's-1',
  SendStatus: '5',
  SendSuccess: '1',
  SendFailed: '0',
  TotalPrice: '850',
  RequestId: 'a-1',
  telcoid: '1',
  phonenumber: '0912345678',
  error_info: '',
  ...given,
});

describe('a callback of eSMS', () => {
  it('names message and attempt, but no phone and no time of its own', () => {
    expect(readEsmsCallback(anEsmsCallback(), heardAt)).toEqual({
      is: 'receipt',
      receipt: {
        carrier: 'esms',
        reference: 's-1',
        outcome: 'delivered',
        detail: '5',
        attempt: 'a-1',
        takenAt: heardAt,
      },
    });
  });

  it.each([
    ['sent, although it failed', { SendSuccess: '0', SendFailed: '1' }, 'undelivered'],
    ['sent to some and not to others', { SendFailed: '1' }, 'undelivered'],
    ['rejected', { SendStatus: '4', SendSuccess: '0' }, 'undelivered'],
  ])('of a message %s is a failure', (_, given, outcome) => {
    expect(readEsmsCallback(anEsmsCallback(given), heardAt)).toMatchObject({ receipt: { outcome } });
  });

  it.each(Object.keys(sendStatuses).filter((status) => status !== '4'))(
    'with status %s and no count says nothing final',
    (SendStatus) => {
      const callback = anEsmsCallback({ SendStatus, SendSuccess: '0' });
      expect(readEsmsCallback(callback, heardAt)).toMatchObject({ is: 'open', code: SendStatus });
    },
  );

  it('keeps no phone, even where eSMS writes one into its words', () => {
    const callback = anEsmsCallback({ SendFailed: '1', error_info: 'So 0912345678 bi chan' });
    expect(readEsmsCallback(callback, heardAt)).toMatchObject({ receipt: { detail: '5: So # bi chan' } });
  });

  it('with a status nobody taught us is kept for a person', () => {
    expect(readEsmsCallback(anEsmsCallback({ SendStatus: '9' }), heardAt)).toEqual({
      is: 'unrecognised',
      carrier: 'esms',
      reference: 's-1',
      attempt: 'a-1',
      code: '9',
    });
  });

  it.each([[{}], [{ SMSID: 's-1' }], [{ SMSID: '', SendStatus: '5' }], ['text'], [undefined]])(
    '%j is none',
    (query) => {
      expect(readEsmsCallback(query, heardAt)).toBeUndefined();
    },
  );

  it.each(['delivered', 'undelivered'])('of a message %s comes from the simulator', async (outcome) => {
    const api = await anApi();
    const simulator = await aSimulator(outcome === 'undelivered' ? 'undelivered=100%' : '', {});
    const account = EsmsAccount.parse({
      url: simulator.url,
      apiKey: 'k',
      secretKey: 's',
      brandname: 'UBNDVT',
      callbackUrl: `${api.base}/callbacks/esms/word`,
    });
    await esmsCarrier(account).take(aMessage);
    const { url } = await api.call();
    const [entry] = await simulator.ledger();
    expect(url.pathname).toBe('/callbacks/esms/word');
    expect(readEsmsCallback(Object.fromEntries(url.searchParams), heardAt)).toMatchObject({
      is: 'receipt',
      receipt: { reference: entry?.reference, attempt: 'a-1', outcome },
    });
  });
});

describe('a report of SpeedSMS', () => {
  it.each([
    [0, { is: 'receipt', receipt: { outcome: 'delivered', reference: '77', takenAt: heardAt } }],
    [1, { is: 'open', reference: '77', code: '1' }],
    [63, { is: 'open' }],
    [64, { is: 'receipt', receipt: { outcome: 'undelivered' } }],
    [-3, { is: 'unrecognised', code: '-3' }],
  ])('of status %i is %j', (status, report) => {
    const body = { type: 'report', tranId: 77, phone: '84912345678', status };
    expect(readSpeedsmsReport(body, heardAt)).toMatchObject(report);
  });

  it.each([[{}], [{ type: 'report', tranId: 77 }], [{ type: 'sms', phone: '84912345678', content: 'HS' }]])(
    '%j is none',
    (body) => {
      expect(readSpeedsmsReport(body, heardAt)).toBeUndefined();
    },
  );

  it('may be a citizen’s message instead', () => {
    const body = { type: 'sms', phone: '84912345678', content: 'HS H29.26-260302-0001' };
    expect(readSpeedsmsMessage(body, heardAt)).toMatchObject({
      from: '84912345678',
      text: 'HS H29.26-260302-0001',
    });
  });

  it('comes from the simulator', async () => {
    const api = await anApi();
    const simulator = await aSimulator('', api);
    await speedsmsCarrier(SpeedsmsAccount.parse({ url: simulator.url, token: 't', sender: 'S' })).take(
      aMessage,
    );
    const { url, body } = await api.call();
    const [entry] = await simulator.ledger();
    expect(url.pathname).toBe('/callbacks/speedsms/simulated');
    expect(readSpeedsmsReport(JSON.parse(body), heardAt)).toMatchObject({
      receipt: { reference: entry?.reference, outcome: 'delivered' },
    });
  });
});

const aZaloEvent = (given: object = {}) => ({
  event_name: 'user_received_message',
  app_id: '431',
  sender: { id: 'oa-1' },
  recipient: { id: 'user-1' },
  message: { delivery_time: '1772415303000', msg_id: 'm-1', tracking_id: 'a-1' },
  timestamp: '1772415303111',
  ...given,
});

describe('an event of Zalo', () => {
  const webhook = { appId: '431', oaSecretKey: 'oa-secret' };
  const signed = (event: object, secret = 'oa-secret', appId = '431') => {
    const body = JSON.stringify(event);
    const { timestamp } = event as { timestamp: string };
    const mac = createHash('sha256').update(`${appId}${body}${timestamp}${secret}`).digest('hex');
    return [body, `mac=${mac}`, webhook] as const;
  };

  it('with a delivery time means that the phone has the message', () => {
    expect(readZaloEvent(...signed(aZaloEvent()), heardAt)).toEqual({
      is: 'report',
      report: {
        is: 'receipt',
        receipt: {
          carrier: 'zalo',
          reference: 'm-1',
          outcome: 'delivered',
          detail: 'user_received_message',
          takenAt: '2026-03-02T01:35:03.000Z',
          attempt: 'a-1',
        },
      },
    });
  });

  it('of the same name without a delivery time is about an ordinary chat', () => {
    const event = aZaloEvent({ message: { msg_id: 'm-1' } });
    expect(readZaloEvent(...signed(event), heardAt)).toEqual({
      is: 'report',
      report: { is: 'none', carrier: 'zalo', code: 'user_received_message of a chat' },
    });
  });

  it('may be what a citizen wrote', () => {
    const event = aZaloEvent({
      event_name: 'user_send_text',
      sender: { id: 'user-1' },
      recipient: { id: 'oa-1' },
      message: { msg_id: 'm-2', text: 'hồ sơ H29.26-260302-0001', quote_msg_id: 'm-1' },
    });
    expect(readZaloEvent(...signed(event), heardAt)).toEqual({
      is: 'message',
      message: {
        provider: 'zalo',
        providerId: 'm-2',
        from: null,
        sender: 'user-1',
        to: 'oa-1',
        text: 'hồ sơ H29.26-260302-0001',
        receivedAt: '2026-03-02T01:35:03.111Z',
        inReplyTo: 'm-1',
      },
    });
  });

  it.each([
    ['signed with another secret', ...signed(aZaloEvent(), 'wrong')],
    ['of another app, signed by itself', ...signed(aZaloEvent({ app_id: '999' }), 'oa-secret', '999')],
    ['changed on the way', signed(aZaloEvent())[0].replace('m-1', 'm-9'), signed(aZaloEvent())[1], webhook],
    ['without a signature', signed(aZaloEvent())[0], undefined, webhook],
    ['with half a signature', signed(aZaloEvent())[0], 'mac=', webhook],
    ['that is no JSON', '{', 'mac=x', webhook],
    ['that is empty', '', undefined, webhook],
  ] as const)('%s is forged', (_, body, signature, secrets) => {
    expect(readZaloEvent(body, signature, secrets, heardAt)).toEqual({ is: 'forged' });
  });

  it.each([
    ['follow', { is: 'none' }],
    ['user_send_image', { is: 'none' }],
    ['oa_send_text', { is: 'none' }],
    ['template_quota_halved', { is: 'unrecognised', code: 'template_quota_halved' }],
  ])('called %s is %j', (event_name, report) => {
    expect(readZaloEvent(...signed(aZaloEvent({ event_name })), heardAt)).toMatchObject({
      is: 'report',
      report,
    });
  });

  it.each([
    ['of last week, which somebody kept', -7 * 24 * 60, 'none'],
    ['of years ago', -6 * 365 * 24 * 60, 'none'],
    ['of tomorrow', 24 * 60, 'none'],
    ['of the day before yesterday, after a long outage', -2 * 24 * 60, 'receipt'],
    ['of a clock that is some minutes ahead', 5, 'receipt'],
  ])('that is genuine and %s: counts as %3$s', (_when, minutesFromNow, is) => {
    const timestamp = String(Date.parse(heardAt) + minutesFromNow * 60_000);
    expect(readZaloEvent(...signed(aZaloEvent({ timestamp })), heardAt)).toMatchObject({ report: { is } });
  });

  it('may be signed with the key before or the key after while one is exchanged for the other', () => {
    const both = { ...webhook, also: 'next-secret' };
    for (const key of ['oa-secret', 'next-secret']) {
      const [body, mac] = signed(aZaloEvent(), key);
      expect(readZaloEvent(body, mac, both, heardAt)).toMatchObject({ is: 'report' });
    }
    const [body, mac] = signed(aZaloEvent(), 'next-secret');
    expect(readZaloEvent(body, mac, webhook, heardAt)).toEqual({ is: 'forged' });
  });

  it('that is genuine and cannot be read is kept for a person', () => {
    const event = aZaloEvent({ message: { delivery_time: 'yesterday' } });
    expect(readZaloEvent(...signed(event), heardAt)).toMatchObject({
      report: { is: 'unrecognised', code: 'unreadable' },
    });
  });

  it('comes from the simulator, signed', async () => {
    const api = await anApi();
    const simulator = await aSimulator('', api);
    const tokens = {
      current: async () => ({ ok: true, access: 'simulated-access-0', version: 1 }) as const,
      refused: async () => undefined,
    };
    await zaloCarrier({ url: simulator.url }, tokens).take(aMessage);
    const { url, body, headers } = await api.call();
    const signature = headers['x-zevent-signature'] as string;
    const secrets = { appId: 'simulated-app', oaSecretKey: 'simulated-secret' };
    const [entry] = await simulator.ledger();
    expect(url.pathname).toBe('/callbacks/zalo');
    expect(readZaloEvent(body, signature, secrets, instantOf(new Date()))).toMatchObject({
      report: { receipt: { reference: entry?.reference, attempt: 'a-1' } },
    });
  });
});

describe('the word of a caller', () => {
  const [old, next] = ['o'.repeat(24), 'n'.repeat(24)];
  it.each([
    ['the one word', { word: old }, old, true],
    ['another word', { word: old }, next, false],
    ['the word before, while both open', { word: next, also: old }, old, true],
    ['the word after, while both open', { word: old, also: next }, next, true],
    ['no word at all, while both open', { word: old, also: next }, '', false],
  ])('is known by %s: %3$s', (_which, proof, given, known) => {
    expect(knowsWord(given, proof)).toBe(known);
  });
});

describe('who may call back', () => {
  it.each([
    ['203.0.113.7', ['203.0.113.7'], true],
    ['203.0.113.8', ['203.0.113.7'], false],
    ['203.0.113.200', ['198.51.100.1', '203.0.113.0/24'], true],
    ['2001:db8::1', ['2001:db8::/32'], true],
    ['2001:db8::1', ['203.0.113.0/24'], false],
    ['not an address', ['203.0.113.0/24'], false],
    ['203.0.113.7', [], true],
  ])('%s among %j: %s', (address, allowed, may) => {
    expect(comesFrom(address, allowed)).toBe(may);
  });

  it('is somebody who knows the word, all of it', () => {
    expect(isSame('secret-1', 'secret-1')).toBe(true);
    expect(isSame('secret-', 'secret-1')).toBe(false);
    expect(isSame('', 'secret-1')).toBe(false);
  });
});
