import type { DossierSummary } from '../../domain/api/timeline.ts';
import type { Dossiers } from '../../domain/decision/dossiers.ts';
import { DossierCode } from '../../domain/dossier/dossier-code.ts';
import { ReceiptCode } from '../../domain/dossier/receipt/receipt-code.ts';
import { lookedUpAs } from '../../domain/office/contact-channel.ts';
import type { DispatchJobs } from '../../domain/post/job/dispatch-jobs.ts';
import type { Manifest, Manifests } from '../../domain/post/paper/manifest.ts';
import type { WardPosts } from '../../domain/post/partner/ward-post.ts';
import { plainNumber } from '../../domain/post/tracking/s10.ts';
import type { Ward } from '../../domain/values/ward.ts';
import { findByPhone } from './trace-dossier.ts';

/** By what somebody looked, and what was found; `nothing` says what it may have been. */
export type Searched =
  | { by: 'phone'; found: DossierSummary[] }
  | { by: 'code'; code: DossierCode }
  | { by: 'tracking-number'; jobId: string }
  | { by: 'manifest'; manifest: Pick<Manifest, 'manifestId' | 'lines' | 'state'> }
  | { by: 'nothing'; like: 'blank' | 'receipt-code' | 'other' };

type Ports = {
  dossiers: Dossiers;
  jobs: Pick<DispatchJobs, 'findByTrackingNumber'>;
  manifests: Pick<Manifests, 'find'>;
  posts: Pick<WardPosts, 'of'>;
};

/** A hand-over list by its whole number, or by the name that the office gave it. */
const manifestNamed = async ({ manifests, posts }: Ports, ward: Ward, name: string) => {
  const partners = name.includes('_') ? [] : ((await posts.of(ward))?.partners ?? []);
  const ids = [name, ...partners.map((partner) => [ward, partner, name].join('_'))];
  const found = await Promise.all(ids.map((id) => manifests.find({ ward }, id)));
  return found.find((manifest) => manifest !== undefined);
};

/**
 * Looks for whatever somebody has in their hand: a phone or landline, the code of a dossier, the number of a parcel, the number
 * or name of a hand-over list, each in any spelling. Nothing of another ward is found. A receipt code alone finds nothing: it is
 * computed from the dossier and kept nowhere.
 */
export const searchDossiers =
  (ports: Ports) =>
  async (ward: Ward, typed: string): Promise<Searched> => {
    const text = typed.trim().slice(0, 200);
    if (text === '') return { by: 'nothing', like: 'blank' };
    const phone = lookedUpAs(text);
    if (phone !== undefined) return { by: 'phone', found: await findByPhone(ports)(ward, phone) };
    const code = DossierCode.safeParse(text).data;
    if (code !== undefined && (await ports.dossiers.find([{ ward, code }])).length > 0)
      return { by: 'code', code };
    const job = await ports.jobs.findByTrackingNumber({ ward }, plainNumber(text));
    if (job !== undefined) return { by: 'tracking-number', jobId: job.jobId };
    const manifest = await manifestNamed(ports, ward, text);
    if (manifest !== undefined) return { by: 'manifest', manifest };
    return { by: 'nothing', like: ReceiptCode.safeParse(text).success ? 'receipt-code' : 'other' };
  };
