// Prints for partners and ward offices what goes with the papers: labels, hand-over lists, visit lists.
import { openPostWith } from '../../shared/adapters/open-post-store.ts';
import { dynamoParcelCodes } from '../../shared/adapters/dynamodb/post/parcels.ts';
import { now } from '../../shared/adapters/lambda/clock.ts';
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
  return openPostWith(({ dynamodb, tableName, vault }) => {
    const codes = dynamoParcelCodes(dynamodb, tableName, now);
    return {
      press,
      linkOf: async ({ ward, jobId }: DispatchJob) => {
        const code = parcelCode(ward, vault.hash(`label/${jobId}`));
        await codes.note(code);
        return `${PUBLIC_URL}/buu-gui/${code}`;
      },
    };
  });
};

export const handler = httpFunction(build, paperworkRoutes);
