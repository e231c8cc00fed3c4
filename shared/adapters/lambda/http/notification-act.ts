import type * as z from 'zod';
import type { Crossing } from '../../../domain/notification/limits.ts';
import type { NotificationActRequest } from '../../../domain/notification/acts.ts';
import type { Ward } from '../../../domain/values/ward.ts';
import type { Route } from './http.ts';
import { logCounts, logStep } from '../log/log.ts';
import { budgetCounts } from '../log/budget.ts';
import { type Refused, refused } from './refused.ts';
import { forWard, type WardRequest, withBody } from './route.ts';
import type { NotificationId } from '../../../domain/values/ids.ts';

type Done = { is: 'done'; notification: object; crossed?: readonly Crossing[] };
type Desk = {
  act(ward: Ward, id: NotificationId, act: NotificationActRequest, by: string): Promise<Done | Refused>;
};

/** What a person does about one notification: the outcome becomes the answer and a line of the log. */
export const notificationAct = (
  what: NotificationActRequest['what'],
  shape: z.ZodType<object>,
): Route<Desk> =>
  forWard(
    withBody(shape, async (ports: Desk, request: WardRequest, body) => {
      const { ward, path, client } = request;
      const id = (path['id'] ?? '') as NotificationId;
      const outcome = await ports.act(ward, id, { what, ...body } as NotificationActRequest, client);
      const known = outcome.is === 'not-found' ? {} : { notification: id };
      logStep({ step: what, outcome: outcome.is, ward, client, ...known });
      if (outcome.is !== 'done') return refused(outcome, request);
      if (outcome.crossed) logCounts(budgetCounts(outcome.crossed));
      return { status: 200, body: outcome.notification };
    }),
  );
