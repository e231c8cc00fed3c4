import type { Bundle } from './bundle.ts';
import type { Dossier } from './dossier.ts';
import { fact } from './dossier.ts';
import type { Ward } from './ward.ts';

/** Dossiers filed together ("2 trong 1"), as far as they have reported. */
export type BundleRecord = Bundle & { ward: Ward; id: string };

/** The bundle this dossier belongs to, by its ward and name; undefined for a dossier filed alone. */
export const bundleOf = (dossier: Dossier): { ward: Ward; id: string; parts: number } | undefined => {
  const bundle = fact(dossier, 'bundle');
  return bundle === undefined ? undefined : { ward: dossier.ward, ...bundle };
};

/** The bundle once it knows every status this dossier had: joining twice changes nothing. */
export const joined = (bundle: BundleRecord, dossier: Dossier): BundleRecord => {
  const { code } = dossier;
  const known = bundle.members.find((member) => member.code === code)?.had ?? [];
  const had = [...new Set([...known, ...dossier.steps.map(({ status }) => status)])];
  const members = [...bundle.members.filter((member) => member.code !== code), { code, had }];
  return { ...bundle, members: members.toSorted((a, b) => (a.code < b.code ? -1 : 1)) };
};
