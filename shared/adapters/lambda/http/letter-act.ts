import type * as z from 'zod';
import { logAct } from '../log/letters.ts';
import type { Answer, Route } from './http.ts';
import { type Refused, refused } from './refused.ts';
import { forWard, type WardRequest, withBody } from './route.ts';
import { LetterId } from '../../../domain/values/ids.ts';
import type { LetterName } from '../../../domain/letter/letters.ts';

/** Which letter of the caller's ward a request is about; a letter of another ward is not found, as one that never was. */
const nameOf = ({ ward, path }: WardRequest): LetterName | undefined => {
  const id = LetterId.safeParse(path['id']);
  return id.success ? { ward, id: id.data } : undefined;
};

/** A route that looks at one letter. */
export const letterRoute = <Ports>(
  route: (ports: Ports, name: LetterName, request: WardRequest) => Promise<Answer>,
): Route<Ports> =>
  forWard(async (ports, request) => {
    const name = nameOf(request);
    return name ? route(ports, name, request) : refused({ is: 'not-found' }, request);
  });

/** What a person does with one letter of their ward: the flow's outcome becomes the answer and a line of the log. */
export const letterAct = <Ports, Shape extends z.ZodType>(
  what: string,
  shape: Shape,
  act: (
    ports: Ports,
    name: LetterName,
    body: z.output<Shape>,
    by: string,
  ) => Promise<{ is: 'done'; letter: unknown } | Refused>,
): Route<Ports> =>
  forWard(
    withBody(shape, async (ports: Ports, request: WardRequest, body) => {
      const name = nameOf(request);
      if (!name) return refused({ is: 'not-found' }, request);
      const outcome = await act(ports, name, body, request.client);
      logAct(name, what, outcome.is, request.client);
      return outcome.is === 'done' ? { status: 200, body: outcome.letter } : refused(outcome, request);
    }),
  );
