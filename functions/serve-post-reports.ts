// Shows a ward office what of its papers waits too long, and which partners do not ask for them.
import { httpFunction } from '../shared/adapters/lambda/http.ts';
import { forWard } from '../shared/adapters/lambda/ward-route.ts';
import { openPostStore } from '../shared/adapters/open-post-store.ts';
import { nationalCalendars } from '../shared/domain/calendars/national.ts';
import { waitingInWard } from '../shared/flows/post/list-waiting-papers.ts';

const build = async () => ({ ...(await openPostStore()), calendars: nationalCalendars });

export const handler = httpFunction(build, {
  'GET /v1/reports/waiting-papers': forWard(async (post, { ward }) => ({
    status: 200,
    body: await waitingInWard(post)(ward),
  })),
});
