import type { Route, Routes } from '../../../shared/adapters/lambda/http/http.ts';
import { letterRoute } from '../../../shared/adapters/lambda/http/letter-act.ts';
import { refused } from '../../../shared/adapters/lambda/http/refused.ts';
import { forWard, withQuery } from '../../../shared/adapters/lambda/http/route.ts';
import { LetterQuery } from '../../../shared/domain/letter/api/shapes.ts';
import type { linkToLetter, listLetters, showLetter } from '../../../shared/flows/letter/list-letters.ts';

type Ports = {
  list: ReturnType<typeof listLetters>;
  show: ReturnType<typeof showLetter>;
  link: ReturnType<typeof linkToLetter>;
};

const file = (part: 'letter' | 'leaflet'): Route<Ports> =>
  letterRoute(async ({ link }, name, request) => {
    const found = await link(name, part);
    if (found.is !== 'link') return refused(found, request);
    return { status: 302, headers: { location: found.link.url }, body: found.link };
  });

/** The letters of a ward, and where each lies to be read. */
export const letterRoutes: Routes<Ports> = {
  'GET /v1/letters': forWard(
    withQuery(LetterQuery, async ({ list }, { ward }, { state, cursor }) => ({
      status: 200,
      body: await list(ward, { state, before: cursor }),
    })),
  ),
  'GET /v1/letters/{id}': letterRoute(async ({ show }, name, request) => {
    const letter = await show(name);
    return letter ? { status: 200, body: letter } : refused({ is: 'not-found' }, request);
  }),
  'GET /v1/letters/{id}/document': file('letter'),
  'GET /v1/letters/{id}/leaflet': file('leaflet'),
};
