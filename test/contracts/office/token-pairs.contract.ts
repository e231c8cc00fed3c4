import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ZaloApp, zaloOwner, zaloTokens } from '../../../shared/adapters/carriers/sms/zalo/tokens.ts';
import type { TokenPairs } from '../../../shared/domain/office/token-pairs.ts';
import { aSimulator, recording } from '../../support/carrier-simulator.ts';
import { after, nineOClock } from '../cost/ward-day.ts';

const aPair = (given: object = {}) => ({
  access: 'simulated-access-0',
  accessUntil: after(600),
  refresh: 'simulated-refresh-0',
  ...given,
});

const anApp = (oauthUrl: string) => ZaloApp.parse({ oauthUrl, appId: 'app-1', secretKey: 'secret-1' });

/** A worker of its own: what it remembers, no other worker knows. */
const aWorker = (tokens: TokenPairs, oauthUrl: string, now = nineOClock) =>
  zaloTokens({ tokens, app: anApp(oauthUrl), clock: () => now, newId: randomUUID });

/** Every store of token pairs keeps these promises, whatever it is made of. */
export const keepsTokenPairs = (name: string, open: () => Promise<TokenPairs>) =>
  describe(`${name} keeps token pairs`, () => {
    it('knows no pair that nobody wrote', async () => {
      expect(await (await open()).find('zalo:app-1')).toBeUndefined();
    });

    it('gives a pair back as it was written, counting its changes', async () => {
      const tokens = await open();
      expect(await tokens.swap('zalo:app-1', undefined, aPair())).toBe('swapped');
      expect(await tokens.find('zalo:app-1')).toEqual({ ...aPair(), version: 1 });
      const pair = aPair({ refreshing: { by: 'w-1', until: after(1) }, trouble: 'renewal-refused -1' });
      expect(await tokens.swap('zalo:app-1', 1, pair)).toBe('swapped');
      expect(await tokens.find('zalo:app-1')).toEqual({ ...pair, version: 2 });
      expect(await tokens.find('zalo:app-2')).toBeUndefined();
    });

    it.each([
      ['over one that is there', undefined],
      ['over an older one', 1],
      ['over one that will only come', 3],
    ])('does not write %s', async (_, before) => {
      const tokens = await open();
      await tokens.swap('zalo:app-1', undefined, aPair());
      await tokens.swap('zalo:app-1', 1, aPair({ access: 'second' }));
      expect(await tokens.swap('zalo:app-1', before, aPair({ access: 'third' }))).toBe('conflict');
      expect(await tokens.find('zalo:app-1')).toMatchObject({ access: 'second', version: 2 });
    });

    it('does not change one that is not there', async () => {
      expect(await (await open()).swap('zalo:app-1', 1, aPair())).toBe('conflict');
    });

    it('lets one of ten changes made at once through', async () => {
      const tokens = await open();
      await tokens.swap('zalo:app-1', undefined, aPair());
      const all = Array.from({ length: 10 }, async (__, at) =>
        tokens.swap('zalo:app-1', 1, aPair({ access: `access-${at}` })),
      );
      expect((await Promise.all(all)).filter((each) => each === 'swapped')).toHaveLength(1);
    });

    it.each([
      ['about to run out', after(30), 10],
      ['already run out', after(-30), 1],
    ])('has a token %s renewed by exactly one of ten workers', async (_, accessUntil, served) => {
      const tokens = await open();
      const simulator = await aSimulator();
      const owner = zaloOwner(anApp(simulator.url));
      await tokens.swap(owner, undefined, aPair({ accessUntil }));
      const workers = Array.from({ length: 10 }, () => aWorker(tokens, simulator.url));
      const got = await Promise.all(workers.map(async (worker) => worker.current()));

      // The simulator takes each refresh token once, so a second renewal would have been refused and left trouble.
      expect(await tokens.find(owner)).toEqual({
        access: 'simulated-access-1',
        accessUntil: after(1500),
        refresh: 'simulated-refresh-1',
        version: 3,
      });
      expect(got.filter(({ ok }) => ok).length).toBeGreaterThanOrEqual(served);
      expect(await aWorker(tokens, simulator.url).current()).toEqual({
        ok: true,
        access: 'simulated-access-1',
        version: 3,
      });
    });

    it('has Zalo asked once, however many workers there are', async () => {
      const tokens = await open();
      const { url, bodies } = await recording({ access_token: 'a', refresh_token: 'r', expires_in: '90000' });
      await tokens.swap(zaloOwner(anApp(url)), undefined, aPair({ accessUntil: after(-30) }));
      await Promise.all(Array.from({ length: 10 }, async () => aWorker(tokens, url).current()));
      expect(bodies).toEqual(['app_id=app-1&grant_type=refresh_token&refresh_token=simulated-refresh-0']);
    });
  });
