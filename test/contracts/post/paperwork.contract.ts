import { describe, expect, it } from 'vitest';
import type { Manifest, Manifests, TrackingNumbers } from '../../../shared/domain/post/paper/manifest.ts';
import type { PostalPartner } from '../../../shared/domain/post/partner/partner.ts';
import type { Remittance, Remittances } from '../../../shared/domain/post/money/remittance.ts';
import { checkTracking } from '../../../shared/domain/post/tracking/s10.ts';
import { aPartner, at, ward } from '../../support/builders/post.ts';

const manifest: Manifest = {
  manifestId: 'm-1',
  ward,
  partner: 'vnpost',
  state: 'open',
  revision: 1,
  openedAt: at('14:00'),
  jobIds: ['a', 'b'],
  lines: [],
};

/** Every store of hand-over lists keeps these promises. */
export const keepsManifests = (name: string, open: () => Promise<Manifests>) =>
  describe(`${name} keeps hand-over lists`, () => {
    it('puts a list once', async () => {
      const manifests = await open();
      expect(await manifests.create(manifest)).toBe('created');
      expect(await manifests.create({ ...manifest, jobIds: ['c'] })).toBe('existing');
      expect(await manifests.find({ ward }, 'm-1')).toEqual(manifest);
    });

    it('shows a list to its ward and its partner and to nobody else', async () => {
      const manifests = await open();
      await manifests.create(manifest);
      expect(await manifests.find({ partner: 'vnpost' }, 'm-1')).toEqual(manifest);
      expect(await manifests.find({ partner: 'ghn' }, 'm-1')).toBeUndefined();
      expect(await manifests.find({ ward: '29926' }, 'm-1')).toBeUndefined();
    });

    it('lets only one of two replacements through', async () => {
      const manifests = await open();
      await manifests.create(manifest);
      const next = (hash: string): Manifest => ({ ...manifest, state: 'sealed', revision: 2, hash });
      const replaced = await Promise.all([manifests.replace(next('one')), manifests.replace(next('two'))]);
      expect(replaced.toSorted()).toEqual([false, true]);
      const won = replaced[0] ? 'one' : 'two';
      expect(await manifests.find({ ward }, 'm-1')).toMatchObject({ hash: won, revision: 2 });
    });
  });

/** Every store of remittances keeps these promises. */
export const keepsRemittances = (name: string, open: () => Promise<Remittances>) =>
  describe(`${name} keeps remittances`, () => {
    const line = { trackingNumber: 'RR123456785VN', kind: 'cod' as const, occurredAt: at('12:00') };
    const remittance: Remittance = {
      remittanceId: 'r-1',
      partner: 'vnpost',
      receivedAt: at('14:00'),
      total: 28_000,
      lines: [{ ...line, collected: 30_000, deductedFee: 2_000, remitted: 28_000 }],
    };

    it('puts one once for its partner and its id, and remembers how it ended', async () => {
      const remittances = await open();
      expect(await remittances.open(remittance)).toEqual({ is: 'opened' });
      expect(await remittances.open({ ...remittance, total: 1 })).toEqual({ is: 'existing', remittance });
      expect(await remittances.open({ ...remittance, partner: 'ghn' })).toEqual({ is: 'opened' });
      const settled = [{ trackingNumber: 'RR123456785VN', outcome: 'MATCHED' as const }];
      await remittances.close('vnpost', 'r-1', settled);
      const again = await remittances.open(remittance);
      expect(again).toEqual({ is: 'existing', remittance: { ...remittance, settled } });
    });
  });

/** Every pool of tracking numbers keeps these promises. */
export const keepsTrackingNumbers = (
  name: string,
  open: (partners: readonly PostalPartner[]) => Promise<TrackingNumbers>,
) =>
  describe(`${name} keeps tracking numbers`, () => {
    it('gives each number once, also to clerks who ask at the same moment', async () => {
      const numbers = await open([aPartner()]);
      const drawn = await Promise.all(Array.from({ length: 50 }, () => numbers.next('vnpost')));
      expect(new Set(drawn).size).toBe(50);
      expect(drawn.filter((number) => !checkTracking(number ?? '').ok)).toEqual([]);
    });

    it('ends with the last number of the pool', async () => {
      const numbers = await open([aPartner({ pool: { service: 'RR', country: 'VN', first: 7, last: 8 } })]);
      const drawn = [
        await numbers.next('vnpost'),
        await numbers.next('vnpost'),
        await numbers.next('vnpost'),
      ];
      expect(drawn).toEqual(['RR000000076VN', 'RR000000080VN', undefined]);
      expect(await numbers.next('ghn')).toBeUndefined();
    });
  });
