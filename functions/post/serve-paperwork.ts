// Prints for partners and ward offices what goes with the papers: labels, hand-over lists, visit lists.
import { openPostWith } from '../../shared/adapters/open-post-store.ts';
import { onColdStart } from '../../shared/adapters/lambda/cold-start.ts';
import { given, readEnv } from '../../shared/adapters/lambda/env.ts';
import { httpFunction } from '../../shared/adapters/lambda/http/http.ts';
import { typstPostPress } from '../../shared/adapters/pdf/post-press.ts';
import type { DispatchJob } from '../../shared/domain/post/job/dispatch-job.ts';
import { parcelCode } from '../../shared/domain/post/paper/parcel-code.ts';
import { paperworkRoutes } from './routes/paperwork.ts';

const press = onColdStart(() => typstPostPress());

const build = () => {
  const { PUBLIC_URL } = readEnv({ PUBLIC_URL: given });
  return openPostWith(({ vault }) => ({
    press,
    linkOf: ({ ward, jobId }: DispatchJob) =>
      `${PUBLIC_URL}/buu-gui/${parcelCode(ward, vault.hash(`label/${jobId}`))}`,
  }));
};

export const handler = httpFunction(build, paperworkRoutes);
