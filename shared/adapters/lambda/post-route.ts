import type * as z from 'zod';
import type { JobScope } from '../../domain/post/dispatch-job.ts';
import { errorsOf, problem } from '../../domain/problem.ts';
import { type Answer, refuse, type Request, type Route } from './http.ts';
import { jsonBody } from './json-body.ts';

/** A request whose token says which postal partner is asking. */
export type PartnerRequest = Request & { partner: string };

/** A route for postal partners only; the partner comes from the token and from nowhere else. */
export const forPartner =
  <Ports>(route: (ports: Ports, request: PartnerRequest) => Promise<Answer>): Route<Ports> =>
  async (ports, request) =>
    request.partner === undefined
      ? refuse(problem('forbidden', request.language))
      : route(ports, { ...request, partner: request.partner });

/** Whose jobs and lists a request may see, by its token. */
export const scopeOf = ({ ward, partner = '' }: Pick<Request, 'ward' | 'partner'>): JobScope =>
  ward === undefined ? { partner } : { ward };

/** Reads the JSON body of a request in this shape and goes on with it, or says what is wrong. */
export const withBody = async <Schema extends z.ZodType>(
  request: Pick<Request, 'event' | 'language'>,
  schema: Schema,
  go: (body: z.infer<Schema>) => Promise<Answer>,
): Promise<Answer> => {
  const json = jsonBody(request.event, request.language);
  if (!json.ok) return refuse(json.problem);
  const body = schema.safeParse(json.value);
  return body.success
    ? go(body.data)
    : refuse(problem('validation-failed', request.language, { errors: errorsOf(body.error) }));
};

type Verb<Ports, R> = (ports: Ports, request: R & { id: string }) => Promise<Answer>;

/**
 * `POST …/{id}:accept` as one route, `POST …/{action}`: a parameter of an HTTP API has to fill its segment, so the verb
 * is split off here, at the last colon (see docs/decisions/0010-verbs-share-one-route.md). An unknown verb is not found.
 */
export const verbs =
  <Ports, R extends Request>(byName: Readonly<Record<string, Verb<Ports, R>>>) =>
  async (ports: Ports, request: R): Promise<Answer> => {
    const action = request.path['action'] ?? '';
    const colon = action.lastIndexOf(':');
    const name = action.slice(colon + 1);
    const verb = colon > 0 && Object.hasOwn(byName, name) ? byName[name] : undefined;
    return verb
      ? verb(ports, { ...request, id: action.slice(0, colon) })
      : refuse(problem('not-found', request.language));
  };
