/** A route of an HTTP API: `GET /v1/dossiers/{code}`, `ANY /{proxy+}` or `$default`. */
export type Route = { key: string; method: string; segments: string[] };

/** What a request meant: a route and the values of its path parameters, decoded. */
export type Match<R extends Route> = { route: R; parameters: Record<string, string> };

const named = /^\{([\w.-]+)\}$/;
const rest = /^\{([\w.-]+)\+\}$/;

/** Reads a route key. A parameter must fill its whole segment, and a greedy one must be the last, as on AWS. */
export const routeOf = (id: string, key: string): Route => {
  if (key === '$default') return { key, method: 'ANY', segments: ['{$default+}'] };
  const [method = '', path = ''] = key.split(' ');
  const segments = path.split('/').slice(1);
  for (const [index, segment] of segments.entries()) {
    if (!segment.includes('{') || named.test(segment)) continue;
    if (rest.test(segment) && index === segments.length - 1) continue;
    throw new Error(`${id}: the route ${key} is not one that an HTTP API takes (${segment})`);
  }
  return { key, method, segments };
};

const decoded = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
};

const parametersOf = (route: Route, path: string[]): Record<string, string> | undefined => {
  if (route.key === '$default') return {};
  const parameters: Record<string, string> = {};
  for (const [index, segment] of route.segments.entries()) {
    const greedy = rest.exec(segment)?.[1];
    if (greedy !== undefined) {
      if (path.length <= index) return undefined;
      parameters[greedy] = path.slice(index).map(decoded).join('/');
      return parameters;
    }
    const value = path[index];
    const name = named.exec(segment)?.[1];
    if (value === undefined || value === '') {
      if (segment !== value) return undefined;
    } else if (name !== undefined) parameters[name] = decoded(value);
    else if (decoded(value) !== segment) return undefined;
  }
  return path.length === route.segments.length ? parameters : undefined;
};

/** Lower comes first: words before parameters before the greedy one, segment by segment; then a method before ANY. */
const rank = (route: Route): string =>
  (route.key === '$default'
    ? ['3']
    : route.segments.map((segment) => (rest.test(segment) ? '2' : named.test(segment) ? '1' : '0'))
  ).join('') + (route.method === 'ANY' ? 'b' : 'a');

/**
 * The route of a request, the most specific first: full matches, then greedy ones, then `$default`.
 * `path` is as it came, still percent-encoded, without the query.
 */
export const routeFor = <R extends Route>(
  routes: readonly R[],
  method: string,
  path: string,
): Match<R> | undefined => {
  const segments = path.split('/').slice(1);
  return routes
    .filter((route) => route.method === 'ANY' || route.method === method)
    .toSorted((one, other) => (rank(one) < rank(other) ? -1 : 1))
    .map((route) => ({ route, parameters: parametersOf(route, segments) }))
    .find((match): match is Match<R> => match.parameters !== undefined);
};
