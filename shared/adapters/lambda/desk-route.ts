import type * as z from 'zod';
import { formatMoment } from '../../domain/day.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Cap, Crossing } from '../../domain/limits.ts';
import type { NotificationId } from '../../domain/notification.ts';
import type { Act } from '../../domain/notification-acts.ts';
import { deskLists } from '../../domain/office-ports.ts';
import { problem, type ProblemLanguage } from '../../domain/problem.ts';
import type { Ward } from '../../domain/ward.ts';
import { type Answer, refuse, type Route } from './http.ts';
import { actingRoute } from './letter-route.ts';
import { logCounts, logStep } from './log.ts';
import { budgetCounts } from './log-budget.ts';

/** The list that `?channel=call-list` or `?state=unknown` asks for. */
export const listAsked = ({ channel, state }: Readonly<Record<string, string | undefined>>) =>
  deskLists.find((list) =>
    channel === undefined ? state === list && list !== 'call-list' : channel === list,
  );

type Refusal = { is: string; state?: string; cap?: Cap; retryAt?: Instant };

/** A refusal in the caller's language. */
export const refused = (refusal: Refusal, language: ProblemLanguage): Answer => {
  const { is, state } = refusal;
  const detail = state === undefined ? {} : { detail: `It is ${state}` };
  switch (is) {
    case 'no-such-list': {
      const message = 'Ask for channel=call-list, or for state=unknown, failed or undelivered';
      const errors = [{ pointer: '/state', code: 'invalid-value', message }];
      return refuse(problem('validation-failed', language, { errors }));
    }
    case 'not-found':
      return refuse(problem('not-found', language));
    case 'changed':
      return refuse(problem('wrong-state', language, { detail: 'It has changed meanwhile; look again' }));
    case 'resent-before':
      return refuse(problem('resent-before', language, detail));
    case 'overtaken':
      return refuse(problem('news-overtaken', language, detail));
    case 'cap-reached':
      return refuse(problem('cap-reached', language, { detail: fullUntil(refusal) }));
    case 'opted-out':
      return refuse(problem('opted-out', language, detail));
    default:
      return refuse(problem('wrong-state', language, detail));
  }
};

/** `phone-day is full until 00:00 03/03/2026`, in Viet Nam. */
const fullUntil = ({ cap, retryAt }: Refusal): string =>
  retryAt === undefined
    ? `The message has more parts than ${cap} allows`
    : `${cap} is full until ${formatMoment(retryAt)}`;

type Desk<Done> = {
  act(ward: Ward, id: NotificationId, act: Act, by: string): Promise<Done | Refusal>;
};

/** What a person does about one notification: the outcome becomes the answer and a line of the log. */
export const notificationAct = (
  what: Act['what'],
  schema: z.ZodType<object>,
): Route<Desk<{ is: 'done'; notification: object; crossed?: readonly Crossing[] }>> =>
  actingRoute(schema, async (ports, body, { ward, path, client, language }) => {
    const id = (path['id'] ?? '') as NotificationId;
    const outcome = await ports.act(ward, id, { what, ...body } as Act, client);
    const known = outcome.is === 'not-found' ? {} : { notification: id };
    logStep({ step: what, outcome: outcome.is, ward, client, ...known });
    if ('crossed' in outcome) logCounts(budgetCounts(outcome.crossed));
    return 'notification' in outcome
      ? { status: 200, body: outcome.notification }
      : refused(outcome, language);
  });
