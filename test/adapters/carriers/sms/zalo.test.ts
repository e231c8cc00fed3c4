import { describe, expect, it } from 'vitest';
import { zaloCarrier } from '../../../../shared/adapters/carriers/sms/zalo/carrier.ts';
import { ZaloApp, zaloOwner, zaloTokens } from '../../../../shared/adapters/carriers/sms/zalo/tokens.ts';
import { zaloVerdicts } from '../../../../shared/adapters/carriers/sms/zalo/verdicts.ts';
import { carrierSaying } from '../../../../shared/adapters/memory/notification/carrier.ts';
import { memoryTokenPairs } from '../../../../shared/adapters/memory/office/token-pairs.ts';
import { hours, Instant, minutes, plus } from '../../../../shared/domain/values/instant.ts';
import type { TokenPair } from '../../../../shared/domain/office/token-pairs.ts';
import { failover } from '../../../../shared/flows/notification/failover.ts';
import { answering, aSimulator, nobodyThere, recording } from '../../../support/carrier-simulator.ts';

const morning = Instant.parse('2026-03-02T01:00:00.000Z');

const aMessage = (given: object = {}) => ({
  to: '+84912345678',
  text: 'UBND P. Vung Tau: ho so H29.26-260302-0001 da co ket qua',
  attempt: 'a-1',
  provider: {
    zalo: {
      templateId: '7895417',
      fields: ['code', 'office'],
      params: ['H29.26-260302-0001', 'UBND phường Vũng Tàu'],
    },
  },
  ...given,
});

/** A Zalo at this address for messages, one for tokens, and a pair that is good for this long. */
const aZalo = async ({
  url,
  oauth = url,
  lasts = hours(20),
}: {
  url: string;
  oauth?: string;
  lasts?: number;
}) => {
  const app = ZaloApp.parse({ oauthUrl: oauth, appId: 'app-1', secretKey: 'secret-1' });
  const tokens = memoryTokenPairs();
  const day = { now: morning };
  await tokens.swap(zaloOwner(app), undefined, {
    access: 'simulated-access-0',
    accessUntil: plus(morning, lasts),
    refresh: 'simulated-refresh-0',
  });
  const access = zaloTokens({ tokens, app, clock: () => day.now, newId: () => 'worker-1' });
  return {
    carrier: zaloCarrier({ url }, access),
    pair: async (): Promise<TokenPair | undefined> => tokens.find(zaloOwner(app)),
    after: (milliseconds: number) => {
      day.now = plus(day.now, milliseconds);
    },
  };
};

describe('a message by Zalo', () => {
  it('goes out as the registered template with its values by name', async () => {
    const simulator = await aSimulator();
    const { carrier } = await aZalo(simulator);
    const said = await carrier.take(aMessage());
    const [entry] = await simulator.ledger();
    expect(said).toEqual({ outcome: 'accepted', reference: entry?.reference });
    expect(entry).toMatchObject({
      carrier: 'zalo',
      to: '+84912345678',
      text: 'template 7895417: H29.26-260302-0001 | UBND phường Vũng Tàu',
      attempt: 'a-1',
    });
  });

  it('is written as Zalo wants it', async () => {
    const { url, bodies } = await recording({ error: 0, data: { msg_id: 'm-1' } });
    await (await aZalo({ url })).carrier.take(aMessage());
    expect(JSON.parse(bodies[0]!)).toEqual({
      phone: '84912345678',
      template_id: '7895417',
      template_data: { code: 'H29.26-260302-0001', office: 'UBND phường Vũng Tàu' },
      tracking_id: 'a-1',
    });
  });

  it('goes by SMS when the person has no Zalo', async () => {
    const simulator = await aSimulator('refuse=100%');
    const { carrier } = await aZalo(simulator);
    const sms = carrierSaying('accepted');
    expect(await failover([carrier, sms.carrier]).take(aMessage())).toMatchObject({
      outcome: 'accepted',
      carrier: 'memory',
    });
    expect(sms.taken).toHaveLength(1);
  });

  it('does not leave without a template', async () => {
    const { carrier } = await aZalo({ url: nobodyThere });
    expect(await carrier.take(aMessage({ provider: {} }))).toEqual({
      outcome: 'refused',
      because: 'carrier',
      reason: 'template-not-registered',
    });
  });

  it.each([
    ['refuse', { outcome: 'refused', because: 'unreachable-here', reason: '-118 no-account' }, 0],
    ['throttle', { outcome: 'busy', retryAfter: 30_000, reason: 'http-429' }, 0],
    ['drop-after-accept', { outcome: 'unknown', reason: 'ECONNRESET' }, 1],
    ['error-500-after-accept', { outcome: 'unknown', reason: 'http-500 without an answer' }, 1],
  ])('meets %s and says only what is sure', async (fault, said, taken) => {
    const simulator = await aSimulator(`${fault}=100%`);
    expect(await (await aZalo(simulator)).carrier.take(aMessage())).toEqual(said);
    expect(await simulator.ledger()).toHaveLength(taken);
  });

  it.each(Object.entries(zaloVerdicts))('error %s is %j', async (code, { outcome, means }) => {
    const url = await answering(200, { error: Number(code), message: 'So 0912345678' });
    expect(await (await aZalo({ url })).carrier.take(aMessage())).toMatchObject({
      outcome,
      reason: `${code} ${means}`,
    });
  });

  it.each([
    [{ error: 0 }, '0 without a msg_id'],
    [{ error: -999 }, '-999 unrecognised'],
    [[], 'http-200 without an answer'],
  ])('is a doubt after %j', async (body, reason) => {
    const { carrier } = await aZalo({ url: await answering(200, body) });
    expect(await carrier.take(aMessage())).toEqual({ outcome: 'unknown', reason });
  });
});

describe('the token pair', () => {
  it('is renewed in time, once, and the message still goes out', async () => {
    const simulator = await aSimulator();
    const { carrier, pair } = await aZalo({ ...simulator, lasts: minutes(30) });
    expect(await carrier.take(aMessage())).toMatchObject({ outcome: 'accepted' });
    expect(await carrier.take(aMessage({ attempt: 'a-2' }))).toMatchObject({ outcome: 'accepted' });
    expect(await pair()).toEqual({
      access: 'simulated-access-1',
      accessUntil: plus(morning, hours(25)),
      refresh: 'simulated-refresh-1',
      version: 3,
    });
  });

  it('that Zalo no longer knows is renewed before the next message, and this one waits', async () => {
    const simulator = await aSimulator();
    const { carrier, pair } = await aZalo(simulator);
    const other = await aZalo({ ...simulator, lasts: minutes(30) });
    await other.carrier.take(aMessage({ attempt: 'by another system' }));

    expect(await carrier.take(aMessage())).toEqual({
      outcome: 'busy',
      retryAfter: 30_000,
      reason: '-124 token',
    });
    expect((await pair())?.accessUntil).toBe(morning);
    expect(await simulator.ledger()).toHaveLength(1);
  });

  it('is used as long as it lasts when it cannot be renewed, and renewal is tried again later', async () => {
    const simulator = await aSimulator();
    const { carrier, pair, after } = await aZalo({ ...simulator, oauth: nobodyThere, lasts: minutes(30) });
    expect(await carrier.take(aMessage())).toMatchObject({ outcome: 'accepted' });
    expect(await pair()).toMatchObject({
      trouble: 'renewal-unanswered',
      refreshing: { until: plus(morning, minutes(1)) },
    });
    after(minutes(31));
    expect(await carrier.take(aMessage())).toEqual({
      outcome: 'busy',
      retryAfter: 30_000,
      reason: 'token renewal-unanswered',
    });
  });

  it('that was spent elsewhere is tried every quarter of an hour, and says what is wrong', async () => {
    const oauth = await recording({ error: -14014, message: 'Invalid refresh token.' });
    const { carrier, after } = await aZalo({ url: nobodyThere, oauth: oauth.url, lasts: -1 });
    const said = { outcome: 'busy', retryAfter: 30_000, reason: 'token renewal-refused -14014' };
    expect(await carrier.take(aMessage())).toEqual(said);
    after(minutes(14));
    expect(await carrier.take(aMessage())).toEqual(said);
    expect(oauth.bodies).toHaveLength(1);
    after(minutes(2));
    await carrier.take(aMessage());
    expect(oauth.bodies).toHaveLength(2);
  });

  it('begins with what a person’s consent gave, and begins anew with another consent when it is lost', async () => {
    const simulator = await aSimulator();
    const tokens = memoryTokenPairs();
    const worker = (appId: string, consent?: string) => {
      const app = ZaloApp.parse({ oauthUrl: simulator.url, appId, secretKey: 'secret-1', consent });
      return zaloTokens({ tokens, app, clock: () => morning, newId: () => 'w' });
    };
    expect(await worker('app-1', 'simulated-refresh-0').current()).toMatchObject({
      access: 'simulated-access-1',
    });
    expect(await worker('app-1', 'not needed').current()).toMatchObject({ access: 'simulated-access-1' });

    await tokens.swap('zalo:app-2', undefined, { access: 'old', accessUntil: morning, refresh: 'spent' });
    expect(await worker('app-2').current()).toEqual({ ok: false, why: 'renewal-refused -14014' });
    const again = 'simulated-refresh-1';
    expect(await worker('app-2', again).current()).toMatchObject({ access: 'simulated-access-2' });
    expect(await worker('app-2', again).current()).toMatchObject({ access: 'simulated-access-2' });
  });

  it('has to be there: without a person’s consent nothing goes out', async () => {
    const tokens = memoryTokenPairs();
    const app = ZaloApp.parse({ oauthUrl: nobodyThere, appId: 'app-1', secretKey: 'secret-1' });
    const access = zaloTokens({ tokens, app, clock: () => morning, newId: () => 'w' });
    expect(await zaloCarrier({ url: nobodyThere }, access).take(aMessage())).toMatchObject({
      outcome: 'busy',
      reason: 'token no-consent',
    });
  });
});
