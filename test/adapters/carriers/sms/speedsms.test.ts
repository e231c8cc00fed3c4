import { describe, expect, it } from 'vitest';
import {
  SpeedsmsAccount,
  speedsmsCarrier,
  speedsmsVerdicts,
} from '../../../../shared/adapters/carriers/sms/speedsms/carrier.ts';
import { answering, aSimulator, nobodyThere } from '../../../support/carrier-simulator.ts';

const account = (url: string) => SpeedsmsAccount.parse({ url, token: 'token-1', sender: 'UBNDVT' });

const aMessage = { to: '+84912345678', text: 'Ho so H29.26-260302-0001 da co ket qua', attempt: 'a-1' };

describe('a message by SpeedSMS', () => {
  it('is taken under the transaction number SpeedSMS gave it', async () => {
    const simulator = await aSimulator();
    const said = await speedsmsCarrier(account(simulator.url)).take(aMessage);
    const [entry] = await simulator.ledger();
    expect(said).toEqual({ outcome: 'accepted', reference: entry?.reference });
    expect(entry).toMatchObject({ carrier: 'speedsms', to: '+84912345678', text: aMessage.text });
  });

  it.each([
    ['refuse', { outcome: 'refused', because: 'message', reason: '105 phone' }, 0],
    ['throttle', { outcome: 'busy', retryAfter: 30_000, reason: 'http-429' }, 0],
    ['drop-after-accept', { outcome: 'unknown', reason: 'ECONNRESET' }, 1],
    ['error-500-after-accept', { outcome: 'unknown', reason: 'http-500 without an answer' }, 1],
  ])('meets %s and says only what is sure', async (fault, said, taken) => {
    const simulator = await aSimulator(`${fault}=100%`);
    expect(await speedsmsCarrier(account(simulator.url)).take(aMessage)).toEqual(said);
    expect(await simulator.ledger()).toHaveLength(taken);
  });

  it('waits for a gateway that cannot be reached', async () => {
    expect(await speedsmsCarrier(account(nobodyThere)).take(aMessage)).toMatchObject({ outcome: 'busy' });
  });

  it.each(Object.entries(speedsmsVerdicts))('code %s is %j', async (code, { outcome, means }) => {
    const url = await answering(200, { status: 'error', code, message: 'So 0912345678 sai' });
    expect(await speedsmsCarrier(account(url)).take(aMessage)).toMatchObject({
      outcome,
      reason: `${code} ${means}`,
    });
  });

  it.each([
    [
      'success that left the phone out',
      { status: 'success', code: '00', data: { tranId: 7, invalidPhone: ['84912345678'] } },
      { outcome: 'refused', because: 'message', reason: '105 phone' },
    ],
    [
      'success without a number',
      { status: 'success', code: '00', data: {} },
      { outcome: 'unknown', reason: 'success without a tranId' },
    ],
    [
      'a code nobody taught us',
      { status: 'error', code: '777' },
      { outcome: 'unknown', reason: '777 unrecognised' },
    ],
    [
      'an error without a code',
      { status: 'error' },
      { outcome: 'unknown', reason: 'http-200 without an answer' },
    ],
  ])('reads %s for what it is', async (_, body, said) => {
    expect(await speedsmsCarrier(account(await answering(200, body))).take(aMessage)).toEqual(said);
  });
});
