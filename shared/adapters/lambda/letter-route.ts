import type * as z from 'zod';
import { LetterId } from '../../domain/letter/letter.ts';
import type { LetterName } from '../../domain/letter/ports.ts';
import { errorsOf, problem, type ProblemError } from '../../domain/problem.ts';
import { logAct } from './log-letters.ts';
import { type Answer, refuse, type Route } from './http.ts';
import { jsonBody } from './json-body.ts';
import { forWard, type WardRequest } from './ward-route.ts';

/** A request by a machine that answers for it. */
export type ActingRequest = WardRequest & { client: string };

/** What a flow may say instead of doing what it was asked. */
type Refusal =
  | { is: 'not-found' }
  | { is: 'wrong-state'; state: string; version?: number }
  | { is: 'invalid'; errors: readonly ProblemError[] };

/** A refusal in the caller's language. */
export const refused = (said: Refusal, { language }: Pick<WardRequest, 'language'>): Answer => {
  switch (said.is) {
    case 'not-found':
      return refuse(problem('not-found', language));
    case 'wrong-state': {
      const version = said.version === undefined ? '' : `, version ${said.version}`;
      return refuse(problem('wrong-state', language, { detail: `It is ${said.state}${version}` }));
    }
    case 'invalid':
      return refuse(problem('validation-failed', language, { errors: [...said.errors] }));
  }
};

/** A route about one letter of the caller's ward; a letter of another ward is not found, as one that never was. */
export const letterRoute = <Ports>(
  route: (ports: Ports, name: LetterName, request: WardRequest) => Promise<Answer>,
): Route<Ports> =>
  forWard(async (ports, request) => {
    const id = LetterId.safeParse(request.path['id']);
    return id.success
      ? route(ports, { ward: request.ward, id: id.data }, request)
      : refused({ is: 'not-found' }, request);
  });

/** A route that somebody answers for, with a body of this shape; no body at all is an empty one. */
export const actingRoute = <Ports, Schema extends z.ZodType>(
  schema: Schema,
  route: (ports: Ports, body: z.infer<Schema>, request: ActingRequest) => Promise<Answer>,
): Route<Ports> =>
  forWard(async (ports, request) => {
    if (request.client === undefined) return refuse(problem('forbidden', request.language));
    const json = request.event.body
      ? jsonBody(request.event, request.language)
      : { ok: true as const, value: {} };
    if (!json.ok) return refuse(json.problem);
    const body = schema.safeParse(json.value);
    return body.success
      ? route(ports, body.data, { ...request, client: request.client })
      : refused({ is: 'invalid', errors: errorsOf(body.error) }, request);
  });

/** What a person does with one letter of their ward: the flow's outcome becomes the answer and a line of the log. */
export const letterAct = <Ports, Schema extends z.ZodType>(
  what: string,
  schema: Schema,
  act: (
    ports: Ports,
    name: LetterName,
    body: z.infer<Schema>,
    by: string,
  ) => Promise<{ is: 'done'; letter: unknown } | Refusal>,
): Route<Ports> =>
  actingRoute(schema, async (ports, body, request) => {
    const id = LetterId.safeParse(request.path['id']);
    if (!id.success) return refused({ is: 'not-found' }, request);
    const name = { ward: request.ward, id: id.data };
    const outcome = await act(ports, name, body, request.client);
    logAct(name, what, outcome.is, request.client);
    return outcome.is === 'done' ? { status: 200, body: outcome.letter } : refused(outcome, request);
  });
