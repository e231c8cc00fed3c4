import { describe, expect, it } from 'vitest';
import { EsmsAccount, esmsCarrier } from '../../../../shared/adapters/carriers/sms/esms/carrier.ts';
import { esmsVerdicts } from '../../../../shared/adapters/carriers/sms/esms/verdicts.ts';
import { answering, aSimulator, nobodyThere, recording } from '../../../support/carrier-simulator.ts';

const account = (url: string, given: object = {}) =>
  EsmsAccount.parse({ url, apiKey: 'key-1', secretKey: 'secret-1', brandname: 'UBNDVUNGTAU', ...given });

const aMessage = (given: object = {}) => ({
  to: '+84912345678',
  text: 'UBND P. Vung Tau: ho so H29.26-260302-0001 da co ket qua',
  attempt: '7d1f0a34-attempt-1',
  ...given,
});

describe('a message by eSMS', () => {
  it('is taken with its attempt as RequestId, under the reference eSMS gave it', async () => {
    const simulator = await aSimulator();
    const said = await esmsCarrier(account(simulator.url)).take(aMessage());
    const [entry] = await simulator.ledger();
    expect(said).toEqual({ outcome: 'accepted', reference: entry?.reference });
    expect(entry).toMatchObject({
      carrier: 'esms',
      to: '+84912345678',
      text: 'UBND P. Vung Tau: ho so H29.26-260302-0001 da co ket qua',
      attempt: '7d1f0a34-attempt-1',
    });
  });

  it.each([
    ['Ho so da co ket qua', '0'],
    ['Hồ sơ đã có kết quả', '1'],
  ])('%s says whether it needs Unicode', async (words, IsUnicode) => {
    const { url, bodies } = await recording({ CodeResult: '100', SMSID: 'x' });
    const callbackUrl = 'https://api.example.vn/callbacks/esms/word';
    await esmsCarrier(account(url, { callbackUrl })).take(aMessage({ text: words }));
    expect(JSON.parse(bodies[0]!)).toEqual({
      ApiKey: 'key-1',
      SecretKey: 'secret-1',
      Phone: '0912345678',
      Content: words,
      Brandname: 'UBNDVUNGTAU',
      SmsType: '2',
      IsUnicode,
      Sandbox: '0',
      RequestId: '7d1f0a34-attempt-1',
      CallbackUrl: callbackUrl,
    });
  });

  it('is taken only once, even if the very same request arrives again', async () => {
    const simulator = await aSimulator();
    const carrier = esmsCarrier(account(simulator.url));
    await carrier.take(aMessage());
    expect(await carrier.take(aMessage())).toEqual({
      outcome: 'unknown',
      reason: '124 request-seen-before',
    });
    expect(await simulator.ledger()).toHaveLength(1);
  });

  it.each([
    ['refuse', { outcome: 'refused', because: 'carrier', reason: '146 template', toMend: '146 template' }, 0],
    ['throttle', { outcome: 'busy', retryAfter: 30_000, reason: 'http-429' }, 0],
    ['drop-before-accept', { outcome: 'unknown', reason: 'ECONNRESET' }, 0],
    ['drop-after-accept', { outcome: 'unknown', reason: 'ECONNRESET' }, 1],
    ['error-500-after-accept', { outcome: 'unknown', reason: 'http-500 without an answer' }, 1],
  ])('meets %s and says only what is sure', async (fault, said, taken) => {
    const simulator = await aSimulator(`${fault}=100%`);
    expect(await esmsCarrier(account(simulator.url)).take(aMessage())).toEqual(said);
    expect(await simulator.ledger()).toHaveLength(taken);
  });

  it('is a doubt when eSMS took it and then said nothing for three seconds', async () => {
    const simulator = await aSimulator('hang-after-accept=100%');
    const started = performance.now();
    const said = await esmsCarrier(account(simulator.url)).take(aMessage());
    expect(said).toEqual({ outcome: 'unknown', reason: 'answer-timeout' });
    expect(performance.now() - started).toBeGreaterThan(2900);
  });

  it('waits for a gateway that cannot be reached', async () => {
    expect(await esmsCarrier(account(nobodyThere)).take(aMessage())).toEqual({
      outcome: 'busy',
      retryAfter: 60_000,
      reason: 'ECONNREFUSED',
    });
  });

  it.each(Object.entries(esmsVerdicts))('CodeResult %s is %j', async (code, { outcome, means }) => {
    const url = await answering(200, { CodeResult: code, ErrorMessage: 'So 0912345678 khong hop le' });
    expect(await esmsCarrier(account(url)).take(aMessage())).toMatchObject({
      outcome,
      reason: `${code} ${means}`,
    });
  });

  it.each([
    ['a code nobody taught us', { CodeResult: '777' }, '777 unrecognised'],
    ['a code that is a sentence', { CodeResult: 'So 0912345678 bi chan' }, 'a code unrecognised'],
    ['a code that every object has', { CodeResult: 'constructor' }, 'constructor unrecognised'],
    ['100 without a name', { CodeResult: '100' }, '100 without an SMSID'],
    ['something else entirely', ['?'], 'http-200 without an answer'],
  ])('is a doubt after %s', async (_, body, reason) => {
    const url = await answering(200, body);
    expect(await esmsCarrier(account(url)).take(aMessage())).toEqual({ outcome: 'unknown', reason });
  });
});
