/**
 * The hand-over list: what the office gives to the partner in one go. Open, then sealed (nothing changes any more, a
 * hash stands for the list), then handed over when both sides have counted; what either side misses stays with the
 * office. It works on paper alone: list, count, two signatures (QĐ 45/2016/QĐ-TTg).
 */
import * as z from 'zod';
import type { Move } from '../../values/diagram.ts';
import { Instant } from '../../values/instant.ts';
import type { Privacy } from '../../values/privacy.ts';
import { cleaned } from '../../values/writing/cleaned.ts';
import type { JobScope } from '../job/dispatch-job.ts';

const manifestStates = ['open', 'sealed', 'handed-over', 'handed-over-with-difference'] as const;
type ManifestState = (typeof manifestStates)[number];

export const manifestMoves = {
  sealed: { from: ['open'], to: 'sealed' },
  counted: { from: ['sealed'], to: 'same' },
  'both-agreed': { from: ['sealed'], to: 'handed-over' },
  'difference-found': { from: ['sealed'], to: 'handed-over-with-difference' },
} as const satisfies Record<string, Move<ManifestState>>;

/** One line; names and places are read from the job when the list is printed. */
export const ManifestLine = z.strictObject({
  jobId: z.string(),
  dossierCode: z.string(),
  trackingNumber: z.string(),
  codDue: z.int().nonnegative(),
});
export type ManifestLine = z.infer<typeof ManifestLine>;

/** What one side counted: who, what of the list was not there, and what was there beyond it. */
export const HandoverCount = z.strictObject({
  countedBy: cleaned(1, 120),
  missing: z.array(z.string()).max(500),
  extra: z.array(cleaned(0, 500)).max(500),
});
export type HandoverCount = z.infer<typeof HandoverCount>;

/** What a ward writes down: its own count, and the postman's from the signed page where the partner has no program. */
export const WardCount = HandoverCount.extend({ postman: HandoverCount.optional() });
export type WardCount = z.infer<typeof WardCount>;

export const Manifest = z.strictObject({
  manifestId: z.string().min(1),
  ward: z.string(),
  partner: z.string(),
  state: z.enum(manifestStates),
  revision: z.int().positive(),
  openedAt: Instant,
  jobIds: z.array(z.string()).min(1).max(500),
  lines: z.array(ManifestLine),
  sealedAt: Instant.optional(),
  hash: z.string().optional(),
  office: HandoverCount.extend({ at: Instant }).optional(),
  postman: HandoverCount.extend({ at: Instant }).optional(),
});
export type Manifest = z.infer<typeof Manifest>;

export const manifestPrivacy = {
  manifestId: 'open',
  ward: 'open',
  partner: 'open',
  state: 'open',
  revision: 'open',
  openedAt: 'open',
  jobIds: 'open',
  lines: 'open',
  sealedAt: 'open',
  hash: 'open',
  office: 'personal', // who counted, and their own words for what nobody had listed
  postman: 'personal',
} as const satisfies Privacy<Manifest>;

/** The text whose SHA-256 seals the list: one line per item, in the order of the list. */
export const manifestText = (lines: readonly ManifestLine[]): string =>
  lines
    .map(({ jobId, trackingNumber, codDue }, at) => [at + 1, jobId, trackingNumber, codDue].join('|'))
    .join('\n');

/** The manifest after a move; a move that its state does not allow is a mistake of ours. */
const moved = (manifest: Manifest, happened: keyof typeof manifestMoves): Manifest => {
  const { from, to } = manifestMoves[happened];
  if (!(from as readonly ManifestState[]).includes(manifest.state))
    throw new Error(`${manifest.manifestId}: ${happened} is not possible when ${manifest.state}`);
  return { ...manifest, state: to === 'same' ? manifest.state : to, revision: manifest.revision + 1 };
};

/** The list with its final lines and the hash that stands for them. */
export const sealed = (manifest: Manifest, lines: ManifestLine[], hash: string, at: Instant): Manifest => ({
  ...moved(manifest, 'sealed'),
  lines,
  hash,
  sealedAt: at,
});

/** What either side missed: it stays with the office. */
export const missingOf = ({ office, postman }: Manifest): Set<string> =>
  new Set([...(office?.missing ?? []), ...(postman?.missing ?? [])]);

/** The list after one side has counted. The second count closes it, with a difference when either side found one. */
export const countedManifest = (
  manifest: Manifest,
  side: 'office' | 'postman',
  count: HandoverCount,
  at: Instant,
): Manifest => {
  const next = { ...manifest, [side]: { ...count, at } };
  const counts = [next.office, next.postman].filter((given) => given !== undefined);
  if (counts.length < 2) return moved(next, 'counted');
  const differs = counts.some(({ missing, extra }) => missing.length + extra.length > 0);
  return moved(next, differs ? 'difference-found' : 'both-agreed');
};

export interface TrackingNumbers {
  /** The next number of the partner's pool, never given twice; nothing when the pool is used up. */
  next(partner: string): Promise<string | undefined>;
}

export interface Manifests {
  create(manifest: Manifest): Promise<'created' | 'existing'>;
  find(scope: JobScope, manifestId: string): Promise<Manifest | undefined>;
  /** Replaces the manifest if it still has the revision before; false when somebody else was faster. */
  replace(manifest: Manifest): Promise<boolean>;
}
