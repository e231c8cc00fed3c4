import type * as z from 'zod';
import { errorsOf, problem } from '../../domain/problem.ts';
import type { Ward } from '../../domain/ward.ts';
import { type Answer, refuse, type Request, type Route } from './http.ts';
import { jsonBody } from './json-body.ts';

/** A request whose token says which ward office is asking. */
export type WardRequest = Request & { ward: Ward };

/** A route for ward offices only; the ward comes from the token and from nowhere else. */
export const forWard =
  <Ports>(route: (ports: Ports, request: WardRequest) => Promise<Answer>): Route<Ports> =>
  async (ports, request) =>
    request.ward === undefined
      ? refuse(problem('forbidden', request.language))
      : route(ports, { ...request, ward: request.ward });

/** A ward's route that takes a JSON body of this shape. */
export const wardBody = <Ports, Schema extends z.ZodType>(
  schema: Schema,
  route: (ports: Ports, request: WardRequest & { body: z.infer<Schema> }) => Promise<Answer>,
): Route<Ports> =>
  forWard(async (ports, request) => {
    const json = jsonBody(request.event, request.language);
    if (!json.ok) return refuse(json.problem);
    const body = schema.safeParse(json.value);
    return body.success
      ? route(ports, { ...request, body: body.data })
      : refuse(problem('validation-failed', request.language, { errors: errorsOf(body.error) }));
  });
