import { describe, expect, it } from 'vitest';
import type { Store } from '../../../shared/adapters/memory/store.ts';
import { Client } from '../../../shared/domain/office/client.ts';
import { Ward } from '../../../shared/domain/values/ward.ts';
import { after, nineOClock } from '../cost/ward-day.ts';

const aClient = (given: Partial<Client> = {}): Client =>
  Client.parse({
    clientId: 'ward-26506-desk',
    tenant: { kind: 'ward', ward: '26506' },
    secrets: [{ sha256: 'a'.repeat(64), createdAt: nineOClock }],
    createdAt: nineOClock,
    ...given,
  });

/** Every store of clients keeps these promises, whatever it is made of. */
export const keepsClients = (name: string, open: () => Promise<Store>) =>
  describe(`${name} keeps clients`, () => {
    it('knows nobody it was not told of', async () => {
      const { clients } = await open();
      expect(await clients.find('ward-26506-desk')).toBeUndefined();
    });

    it('gives a client back as it was written', async () => {
      const { clients } = await open();
      const partner = aClient({ clientId: 'post-hcm', tenant: { kind: 'partner', partner: 'vnpost' } });
      expect(await clients.save(partner, undefined)).toBe('saved');
      expect(await clients.find('post-hcm')).toEqual(partner);
    });

    it('does not write over a client that somebody else made meanwhile', async () => {
      const { clients } = await open();
      await clients.save(aClient(), undefined);
      expect(await clients.save(aClient({ secrets: [] }), undefined)).toBe('conflict');
      expect(await clients.find('ward-26506-desk')).toEqual(aClient());
    });

    it('changes a client that nobody changed since it was read', async () => {
      const { clients } = await open();
      await clients.save(aClient(), undefined);
      const revoked = aClient({ revokedAt: after(5) });
      expect(await clients.save(revoked, await clients.find('ward-26506-desk'))).toBe('saved');
      expect(await clients.find('ward-26506-desk')).toEqual(revoked);
    });

    it('keeps the first of two changes made on the same reading', async () => {
      const { clients } = await open();
      await clients.save(aClient(), undefined);
      const results = await Promise.all([
        clients.save(aClient({ revokedAt: after(5) }), aClient()),
        clients.save(aClient({ secrets: [] }), aClient()),
      ]);
      expect(results.toSorted()).toEqual(['conflict', 'saved']);
    });

    it('does not change a client that is not there', async () => {
      const { clients } = await open();
      expect(await clients.save(aClient({ revokedAt: after(5) }), aClient())).toBe('conflict');
      expect(await clients.find('ward-26506-desk')).toBeUndefined();
    });

    it('lists the clients of one tenant, and when each last got in', async () => {
      const { clients } = await open();
      const other = aClient({
        clientId: 'ward-26734-desk',
        tenant: { kind: 'ward', ward: Ward.parse('26734') },
      });
      const operated = aClient({
        clientId: 'ward-26506-move',
        tenant: { kind: 'ward', ward: Ward.parse('26506'), operator: true },
      });
      for (const one of [aClient(), other, operated]) await clients.save(one, undefined);
      const found = await clients.of(aClient().tenant);
      expect(found.toSorted((a, b) => (a.clientId < b.clientId ? -1 : 1))).toEqual([aClient(), operated]);
      await clients.used('ward-26506-desk', after(5));
      await clients.used('ward-26506-desk', after(9));
      expect(await clients.lastUsed(found.map(({ clientId }) => clientId))).toEqual(
        new Map([['ward-26506-desk', after(9)]]),
      );
    });

    it('takes the repeat of a write whose answer was lost for what it is', async () => {
      const { clients } = await open();
      await clients.save(aClient(), undefined);
      expect(await clients.save(aClient(), undefined)).toBe('saved');
    });
  });
