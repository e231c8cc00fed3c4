import type { SetUpStep } from '../../../../domain/api/set-up.ts';
import type { WorklistPage } from '../../../../domain/api/worklist-page.ts';
import type { Ward } from '../../../../domain/values/ward.ts';
import type { Route } from '../../http/http.ts';
import { pageAnswer } from '../frame/answers.ts';
import { type DeskPorts, reads } from '../frame/desk-route.ts';
import { worklistPage } from '../views/worklist-page.ts';

type Ports = DeskPorts & {
  setUp: (ward: Ward) => Promise<SetUpStep[]>;
  openProposals: (ward: Ward) => Promise<readonly unknown[]>;
  worklist: (ward: Ward, asked: { cursor?: string | undefined }) => Promise<WorklistPage>;
};

/** What needs a person today. */
export const workRoutes: Record<string, Route<Ports>> = {
  'GET /viec': reads('read-work', async ({ worklist, openProposals, setUp }: Ports, asked) => {
    const { at, officer, now, query, notice } = asked;
    const [page, { length: waiting }, missing] = await Promise.all([
      worklist(officer.ward, { cursor: query['tiep'] }),
      openProposals(officer.ward),
      setUp(officer.ward),
    ]);
    const withKeys = query['phim'] !== 'tat';
    return pageAnswer(worklistPage(at, page, { now, notice, waiting, missing, withKeys }), {
      scripts: withKeys,
    });
  }),
};
