import { describe, expect, it } from 'vitest';
import type { Store } from '../../../shared/adapters/memory/store.ts';
import { defaultSettings, WardSettings } from '../../../shared/domain/office/ward-settings.ts';
import { otherWard, ward } from '../cost/ward-day.ts';

/** Every store of settings keeps these promises, whatever it is made of. */
export const keepsSettings = (name: string, open: () => Promise<Store>) =>
  describe(`${name} keeps ward settings`, () => {
    const chosen = WardSettings.parse({
      ward,
      office: 'UBND P. Ben Thanh',
      hotline: '028 3829 1234',
      tells: { returned: true, received: false },
    });

    it('lets a ward that has chosen nothing tell its citizens all the same', async () => {
      const { settings } = await open();
      expect(await settings.of(ward)).toEqual(defaultSettings(ward));
    });

    it('goes by what a ward has chosen, at once, and by the last choice', async () => {
      const { settings } = await open();
      expect(await settings.of(ward)).toEqual(defaultSettings(ward));
      await settings.save(chosen);
      expect(await settings.of(ward)).toEqual(chosen);
      await settings.save({ ...chosen, tells: {} });
      expect(await settings.of(ward)).toEqual({ ...chosen, tells: {} });
    });

    it('lets no ward choose for another', async () => {
      const { settings } = await open();
      await settings.save(chosen);
      expect(await settings.of(otherWard)).toEqual(defaultSettings(otherWard));
    });
  });
