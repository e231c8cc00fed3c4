import type { JobState } from '../../../domain/post/job/dispatch-moves.ts';
import type { JobLists } from '../../../domain/post/job/job-lists.ts';
import type { Manifest, Manifests } from '../../../domain/post/paper/manifest.ts';
import type { Ward } from '../../../domain/values/ward.ts';

type Ports = { lists: Pick<JobLists, 'ofWard'>; manifests: Pick<Manifests, 'find'> };

/** Where papers of a list are that somebody still asks after. */
const lately: readonly JobState[] = ['manifested', 'handed-over'];

/** The hand-over lists of an office whose papers lie ready or have just been handed over, the newest first. */
export const listManifests =
  ({ lists, manifests }: Ports) =>
  async (ward: Ward): Promise<Manifest[]> => {
    const { items } = await lists.ofWard(ward, lately);
    const ids = [...new Set(items.flatMap(({ manifestId }) => manifestId ?? []))];
    const found = await Promise.all(ids.map((id) => manifests.find({ ward }, id)));
    return found
      .filter((one) => one !== undefined)
      .toSorted((one, other) => (one.openedAt < other.openedAt ? 1 : -1));
  };
