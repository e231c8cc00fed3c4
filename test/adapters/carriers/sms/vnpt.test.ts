import { describe, expect, it } from 'vitest';
import {
  VnptAccount,
  vnptCarrier,
  vnptVerdicts,
} from '../../../../shared/adapters/carriers/sms/vnpt/carrier.ts';
import { answering, aSimulator, nobodyThere, recording } from '../../../support/carrier-simulator.ts';

const account = (url: string) =>
  VnptAccount.parse({
    url,
    labelId: '101',
    contractId: '202',
    agentId: '303',
    apiUser: 'user-1',
    apiPass: 'pass-1',
    userName: 'ubnd',
  });

const aMessage = (given: object = {}) => ({
  to: '+84912345678',
  text: 'UBND P. Vung Tau: ho so H29.26-260302-0001 da co ket qua',
  attempt: 'a-1',
  provider: {
    vnpt: {
      templateId: '1234',
      fields: ['code', 'office'],
      params: ['H29.26-260302-0001', 'UBND P. Vung Tau'],
    },
  },
  ...given,
});

describe('a message by VNPT', () => {
  it('goes out as the registered template and its values in order', async () => {
    const simulator = await aSimulator();
    const said = await vnptCarrier(account(simulator.url)).take(aMessage());
    expect(said).toEqual({ outcome: 'accepted', reference: 'a-1' });
    expect(await simulator.ledger()).toEqual([
      expect.objectContaining({
        carrier: 'vnpt',
        to: '+84912345678',
        text: 'template 1234: H29.26-260302-0001 | UBND P. Vung Tau',
        attempt: 'a-1',
      }),
    ]);
  });

  it('is written as VNPT wants it', async () => {
    const { url, bodies } = await recording({ RPLY: { ERROR: '0' } });
    await vnptCarrier(account(url)).take(aMessage());
    expect(JSON.parse(bodies[0]!)).toEqual({
      RQST: {
        name: 'send_sms_list',
        REQID: 'a-1',
        LABELID: '101',
        CONTRACTTYPEID: '1',
        CONTRACTID: '202',
        TEMPLATEID: '1234',
        PARAMS: [
          { NUM: '1', CONTENT: 'H29.26-260302-0001' },
          { NUM: '2', CONTENT: 'UBND P. Vung Tau' },
        ],
        SCHEDULETIME: '',
        MOBILELIST: '84912345678',
        ISTELCOSUB: '0',
        AGENTID: '303',
        APIUSER: 'user-1',
        APIPASS: 'pass-1',
        USERNAME: 'ubnd',
        DATACODING: '0',
      },
    });
  });

  it.each([{}, undefined])(
    'does not leave when its template is not registered there: %j',
    async (provider) => {
      expect(await vnptCarrier(account(nobodyThere)).take(aMessage({ provider }))).toEqual({
        outcome: 'refused',
        because: 'carrier',
        reason: 'template-not-registered',
      });
    },
  );

  it.each(Object.entries(vnptVerdicts))('ERROR %s is %j', async (code, { outcome, means }) => {
    const url = await answering(200, { RPLY: { ERROR: code, ERROR_DESC: 'sai mat khau' } });
    expect(await vnptCarrier(account(url)).take(aMessage())).toMatchObject({
      outcome,
      reason: `${code} ${means}`,
    });
  });

  it.each([
    ['refuse', { outcome: 'unknown', reason: '2 unrecognised' }, 0],
    ['throttle', { outcome: 'busy', retryAfter: 30_000, reason: 'http-429' }, 0],
    ['drop-after-accept', { outcome: 'unknown', reason: 'ECONNRESET' }, 1],
    ['error-500-after-accept', { outcome: 'unknown', reason: 'http-500 without an answer' }, 1],
  ])('meets %s and says only what is sure', async (fault, said, taken) => {
    const simulator = await aSimulator(`${fault}=100%`);
    expect(await vnptCarrier(account(simulator.url)).take(aMessage())).toEqual(said);
    expect(await simulator.ledger()).toHaveLength(taken);
  });
});
