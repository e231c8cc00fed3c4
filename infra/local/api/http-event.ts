import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { JWTPayload } from 'jose';
import { account } from '../place.ts';
import type { Match, Route } from './route.ts';

/** A request as it came in; `url` is its path and query, still percent-encoded. */
export type Request = {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
  sourceIp: string;
};

/** Claims of a checked token and those of the route's scopes that it carries. */
export type Bearer = { claims: JWTPayload; scopes: string[] | null };

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** HTTP APIs hand claims over as text: a list as `[a b]`, a number as its digits. */
const claimText = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.join(' ')}]`;
  return typeof value === 'string' ? value : JSON.stringify(value);
};

const textual =
  /^(text\/|application\/(json|javascript|xml|x-www-form-urlencoded|x-ndjson|[\w.-]+\+(json|xml)))/i;

const isText = (headers: IncomingHttpHeaders): boolean =>
  headers['content-encoding'] === undefined && textual.test(headers['content-type'] ?? 'text/plain');

const queryOf = (query: string): Record<string, string> | undefined => {
  if (query === '') return undefined;
  const values: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(query))
    values[name] = name in values ? `${values[name]},${value}` : value;
  return values;
};

/** `Mon/Mar/2026 …` as API Gateway writes it: `02/Mar/2026:02:15:00 +0000`. */
const requestTime = (now: Date): string => {
  const [, day, month, year, time] = now.toUTCString().split(' ');
  return `${day}/${month}/${year}:${time} +0000`;
};

/** The event of an HTTP API, payload format 2.0. The path comes decoded and the query does not, as on AWS. */
export const httpEvent = (
  apiId: string,
  request: Request,
  { route, parameters }: Match<Route>,
  bearer: Bearer | undefined,
  now: Date,
) => {
  const [path = '', query = ''] = request.url.split(/\?(.*)/s);
  const { cookie, ...headers } = request.headers;
  const queryStringParameters = queryOf(query);
  const text = isText(request.headers);
  return {
    version: '2.0',
    routeKey: route.key,
    rawPath: decoded(path),
    rawQueryString: query,
    ...(cookie !== undefined && { cookies: cookie.split(/; */) }),
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(',') : (value ?? ''),
      ]),
    ),
    ...(queryStringParameters && { queryStringParameters }),
    requestContext: {
      accountId: account,
      apiId,
      domainName: request.headers.host ?? '',
      domainPrefix: apiId,
      http: {
        method: request.method,
        path: decoded(path),
        protocol: 'HTTP/1.1',
        sourceIp: request.sourceIp,
        userAgent: request.headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: route.key,
      stage: '$default',
      time: requestTime(now),
      timeEpoch: now.getTime(),
      ...(bearer && {
        authorizer: {
          jwt: {
            claims: Object.fromEntries(
              Object.entries(bearer.claims).map(([name, value]) => [name, claimText(value)]),
            ),
            scopes: bearer.scopes,
          },
        },
      }),
    },
    ...(Object.keys(parameters).length > 0 && { pathParameters: parameters }),
    ...(request.body.length > 0 && { body: request.body.toString(text ? 'utf8' : 'base64') }),
    isBase64Encoded: request.body.length > 0 && !text,
  };
};
