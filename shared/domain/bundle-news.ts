import { bundleSays } from './bundle.ts';
import { bundleOf, type BundleRecord, joined } from './bundle-record.ts';
import type { Dossier, Step } from './dossier.ts';
import type { DossierCode } from './dossier-code.ts';
import type { Silence } from './decision.ts';

/** What a family is told because of one dossier's news: about which of its dossiers, and whether it is ready. */
export type Message = { about: DossierCode; ready: boolean };

/** The bundle after this dossier's news, and what is said of it. */
export type BundleNews = { after: BundleRecord; says: Message[]; silent?: Silence };

/** What the family of a bundled dossier is told; undefined for a dossier filed alone, which speaks for itself. */
export const bundleNewsOf = (
  dossier: Dossier,
  news: Step,
  before: BundleRecord | undefined,
): BundleNews | undefined => {
  const own = bundleOf(dossier);
  if (own === undefined) return undefined;
  const bundle = before ?? { ...own, members: [] };
  const says = bundleSays(bundle, { code: dossier.code, status: news.status }).map((said): Message => {
    const ready = news.status === 'completed';
    if (said === 'itself' || ready) return { about: dossier.code, ready };
    const waiting = bundle.members.find(({ had }) => had.includes('completed') && !had.includes('returned'));
    return { about: (waiting?.code ?? dossier.code) as DossierCode, ready: true };
  });
  const after = joined(bundle, dossier);
  if (says.length > 0) return { after, says };
  return { after, says, silent: news.status === 'completed' ? 'waits-for-bundle' : 'bundle-spoke-already' };
};
