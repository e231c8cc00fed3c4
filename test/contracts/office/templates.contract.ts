import { describe, expect, it } from 'vitest';
import type { Store } from '../../../shared/adapters/memory/store.ts';
import { defaultSettings } from '../../../shared/domain/office/ward-settings.ts';
import { anOwnTemplate } from '../../support/builders/sms-template.ts';
import { otherWard, ward } from '../cost/ward-day.ts';

/** Every store of the wards' own texts keeps these promises, whatever it is made of. */
export const keepsTemplates = (name: string, open: () => Promise<Store>) =>
  describe(`${name} keeps the wards’ own texts`, () => {
    const inOther = {
      bodies: { vi: '((office)) ((code)) ((returnPlace))', en: '((office)) ((code)) ((returnPlace))' },
    };

    it('knows none until a ward publishes one', async () => {
      const { templates } = await open();
      expect(await templates.all(ward)).toEqual([]);
    });

    it('gives every version back as it was published, at once', async () => {
      const { templates } = await open();
      const versions = [anOwnTemplate(), anOwnTemplate(inOther, 3), anOwnTemplate({ accents: true }, 4)];
      for (const version of versions) {
        expect(await templates.publish(ward, version)).toBe('published');
        expect(await templates.all(ward)).toContainEqual(version);
      }
      expect(new Set(await templates.all(ward))).toEqual(new Set(versions));
    });

    it('never changes a version', async () => {
      const { templates } = await open();
      await templates.publish(ward, anOwnTemplate());
      expect(await templates.publish(ward, anOwnTemplate(inOther))).toBe('exists');
      expect(await templates.all(ward)).toEqual([anOwnTemplate()]);
    });

    it('takes the repeat of a write whose answer was lost for what it is', async () => {
      const { templates } = await open();
      await templates.publish(ward, anOwnTemplate());
      expect(await templates.publish(ward, anOwnTemplate())).toBe('published');
    });

    it('lets one of two publish a version at the same time', async () => {
      const { templates } = await open();
      const both = [anOwnTemplate(), anOwnTemplate(inOther)];
      const outcomes = await Promise.all(both.map((version) => templates.publish(ward, version)));
      expect(outcomes.toSorted()).toEqual(['exists', 'published']);
    });

    it('lets no ward write for another, and leaves its settings alone', async () => {
      const { settings, templates } = await open();
      await templates.publish(ward, anOwnTemplate());
      expect(await templates.all(otherWard)).toEqual([]);
      expect(await settings.of(ward)).toEqual(defaultSettings(ward));
    });
  });
