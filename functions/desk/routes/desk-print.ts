import { openPost } from '../../../shared/adapters/dynamodb/post/open-post.ts';
import { dynamoParcelCodes } from '../../../shared/adapters/dynamodb/post/parcels.ts';
import { now } from '../../../shared/adapters/lambda/clock.ts';
import { onColdStart } from '../../../shared/adapters/lambda/cold-start.ts';
import { given, readEnv } from '../../../shared/adapters/lambda/env.ts';
import type { Stores } from '../../../shared/adapters/open-stores.ts';
import { typstPostPress } from '../../../shared/adapters/pdf/post-press.ts';
import type { DispatchJob } from '../../../shared/domain/post/job/dispatch-job.ts';
import { parcelCode } from '../../../shared/domain/post/paper/parcel-code.ts';
import { visitSheetOf } from '../../../shared/domain/post/paper/visit-sheet.ts';
import { dayOf } from '../../../shared/domain/values/day.ts';
import type { Ward } from '../../../shared/domain/values/ward.ts';
import { listHandover } from '../../../shared/flows/post/paper/list-handover.ts';
import { visitsOf } from '../../../shared/flows/post/paper/list-visits.ts';
import { printLabel } from '../../../shared/flows/post/partner/print-label.ts';

/** What goes with papers, printed for an officer at the desk. */
export const openDeskPrint = ({ dynamodb, tableName, vault }: Stores) => {
  const { PUBLIC_URL } = readEnv({ PUBLIC_URL: given });
  const post = openPost(dynamodb, tableName, vault, now);
  const press = onColdStart(() => typstPostPress());
  const codes = dynamoParcelCodes(dynamodb, tableName, now);
  const linkOf = async ({ ward, jobId }: DispatchJob): Promise<string> => {
    const code = parcelCode(ward, vault.hash(`label/${jobId}`));
    await codes.note(code);
    return `${PUBLIC_URL}/buu-gui/${code}`;
  };
  return {
    labelOf: async (ward: Ward, id: string) => {
      const made = await printLabel({ ...post, places: await post.places(), linkOf })({ ward }, id);
      return made.is === 'done' ? (await press()).label(made.label) : { is: made.is };
    },
    handoverListOf: async (ward: Ward, id: string) => {
      const made = await listHandover({ ...post, places: await post.places() })({ ward }, id);
      return made.is === 'listed' ? (await press()).handoverList(made.list) : undefined;
    },
    visitListOf: async (ward: Ward) => {
      const { hamlets, agency } = await visitsOf(post)({ ward });
      return (await press()).visitList(visitSheetOf(hamlets, agency, dayOf(now())));
    },
  };
};
