import type { Manifest, Manifests } from '../../../domain/post/paper/manifest.ts';
import type { Clock } from '../../../domain/values/instant.ts';

type Wanted = Pick<Manifest, 'manifestId' | 'ward' | 'partner' | 'jobIds'>;

/** Begins a hand-over list; nothing is bound before it is sealed. */
export const openManifest =
  ({ manifests, clock }: { manifests: Manifests; clock: Clock }) =>
  async (wanted: Wanted): Promise<'created' | 'existing'> =>
    manifests.create({
      ...wanted,
      jobIds: [...new Set(wanted.jobIds)],
      state: 'open',
      revision: 1,
      openedAt: clock(),
      lines: [],
    });
