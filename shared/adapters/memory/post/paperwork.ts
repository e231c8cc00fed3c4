import type { Manifest, Manifests, TrackingNumbers } from '../../../domain/post/paper/manifest.ts';
import type { PostalPartner, Partners } from '../../../domain/post/partner/partner.ts';
import type { Remittance, Remittances } from '../../../domain/post/money/remittance.ts';
import { s10Number } from '../../../domain/post/tracking/s10.ts';

/** Hand-over lists in memory; a replacement counts only against the revision that it was made from. */
export const memoryManifests = (): Manifests => {
  const manifests = new Map<string, Manifest>();
  return {
    create: async (manifest) => {
      if (manifests.has(manifest.manifestId)) return 'existing';
      manifests.set(manifest.manifestId, manifest);
      return 'created';
    },
    find: async (scope, manifestId) => {
      const found = manifests.get(manifestId);
      const mine = 'ward' in scope ? found?.ward === scope.ward : found?.partner === scope.partner;
      return mine ? found : undefined;
    },
    replace: async (manifest) => {
      if (manifests.get(manifest.manifestId)?.revision !== manifest.revision - 1) return false;
      manifests.set(manifest.manifestId, manifest);
      return true;
    },
  };
};

export const memoryRemittances = (): Remittances => {
  const remittances = new Map<string, Remittance>();
  return {
    open: async (remittance) => {
      const key = `${remittance.partner}#${remittance.remittanceId}`;
      const earlier = remittances.get(key);
      if (earlier) return { is: 'existing', remittance: earlier };
      remittances.set(key, remittance);
      return { is: 'opened' };
    },
    close: async (partner, remittanceId, settled) => {
      const key = `${partner}#${remittanceId}`;
      const open = remittances.get(key);
      if (open) remittances.set(key, { ...open, settled });
    },
  };
};

/** Number pools in memory: a counter per partner that only rises. */
export const memoryTrackingNumbers = (partners: readonly PostalPartner[]): TrackingNumbers => {
  const drawn = new Map<string, number>();
  return {
    next: async (code) => {
      const pool = partners.find((partner) => partner.code === code)?.pool;
      const serial = pool && (drawn.get(code) ?? pool.first);
      if (!pool || serial === undefined || serial > pool.last) return undefined;
      drawn.set(code, serial + 1);
      return s10Number(pool.service, serial, pool.country);
    },
  };
};

export const memoryPartners = (
  partners: readonly PostalPartner[],
  ofWard: Readonly<Record<string, string[]>> = {},
): Partners => ({
  find: async (code) => partners.find((partner) => partner.code === code),
  ofWard: async (ward) => ofWard[ward] ?? partners.map(({ code }) => code),
});
