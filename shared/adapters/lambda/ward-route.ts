import type * as z from 'zod';
import { type E164, readPhone } from '../../domain/phone.ts';
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

/** A ward's route that asks about one phone, `?phone=` in any usual spelling. */
export const ofPhone = <Ports>(
  route: (ports: Ports, request: WardRequest & { phone: E164 }) => Promise<Answer>,
): Route<Ports> =>
  forWard(async (ports, request) => {
    const phone = readPhone(request.query['phone']);
    if (phone.ok) return route(ports, { ...request, phone: phone.e164 });
    const errors = [{ pointer: '/phone', code: phone.reason, message: 'Not a Vietnamese mobile number' }];
    return refuse(problem('validation-failed', request.language, { errors }));
  });

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
