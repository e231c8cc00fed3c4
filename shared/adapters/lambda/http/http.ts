import middy from '@middy/core';
import type { APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import * as z from 'zod';
import { languageOf, problem, type Problem, type ProblemLanguage } from '../../../domain/api/problem.ts';
import { Ward } from '../../../domain/values/ward.ts';
import { onColdStart } from '../cold-start.ts';
import { kindOf, logCounts, logFailures, logStep } from '../log/log.ts';
import { isBusy } from './busy.ts';
import { isNameable, isAskable } from './names.ts';

type Event = APIGatewayProxyEventV2WithJWTAuthorizer;

/** What a route gets to see of a request. */
export type Request = {
  event: Event;
  language: ProblemLanguage;
  /** The ward office in the caller's token; undefined for anybody else's token or none. */
  ward: Ward | undefined;
  /** The postal partner in the caller's token, likewise. */
  partner?: string | undefined;
  /** Whose machine is asking, for what has to be written down; undefined without a token. */
  client: string | undefined;
  /** Decoded by the gateway, so that a `%` in a value is a `%`. */
  path: Readonly<Record<string, string | undefined>>;
  query: Readonly<Record<string, string | undefined>>;
};

export type Answer = {
  status: number;
  body: unknown;
  type?: string;
  headers?: Record<string, string>;
  /** Whole `Set-Cookie` lines. */
  cookies?: readonly string[];
};
export type Route<Ports> = (ports: Ports, request: Request) => Promise<Answer>;
/** By route key: `POST /v1/status-events`. */
export type Routes<Ports> = Readonly<Record<string, Route<Ports>>>;

/** Seconds after which a busy system is worth asking again (RFC 9110 §10.2.3). */
const comeBack = { 'retry-after': '5' };

/** A refusal as RFC 9457 has it; one that says that we are busy says when to come back. */
export const refuse = (said: Problem): Answer => ({
  status: said.status,
  body: said,
  type: 'application/problem+json',
  ...(said.status === 503 && { headers: comeBack }),
});

/** How a surprise is said to whoever asked: a problem to a machine. */
type Shown = (said: Problem, event: Event) => Answer;

/** On every answer, whatever it is: read as what it says it is, over TLS, framed by nobody. */
const everywhere = {
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

const written = ({
  status,
  body,
  type = 'application/json',
  headers = {},
  cookies = [],
}: Answer): APIGatewayProxyStructuredResultV2 => ({
  statusCode: status,
  headers: {
    'content-type': body instanceof Uint8Array ? type : `${type}; charset=utf-8`,
    'cache-control': 'no-store',
    ...everywhere,
    ...headers,
  },
  ...(cookies.length > 0 && { cookies: [...cookies] }),
  ...bodyOf(body),
});

const bodyOf = (body: unknown): Pick<APIGatewayProxyStructuredResultV2, 'body' | 'isBase64Encoded'> => {
  if (body instanceof Uint8Array)
    return { body: Buffer.from(body).toString('base64'), isBase64Encoded: true };
  return { body: typeof body === 'string' ? body : JSON.stringify(body) };
};
const textOf = (claim: unknown): string | undefined => (typeof claim === 'string' ? claim : undefined);

const read = (event: Event): Request => {
  // Open routes have no authorizer, whatever the type says.
  const authorizer = event.requestContext.authorizer as Event['requestContext']['authorizer'] | undefined;
  return {
    event,
    language: languageOf(event.headers['accept-language']),
    ward: Ward.safeParse(authorizer?.jwt.claims['ward']).data,
    partner: z.string().min(1).safeParse(authorizer?.jwt.claims['partner']).data,
    // RFC 9068 §2.2: with client credentials the subject is the client; the access log names it so too.
    client: textOf(authorizer?.jwt.claims['sub']),
    path: event.pathParameters ?? {},
    query: event.queryStringParameters ?? {},
  };
};

/**
 * Answers a surprise without telling the caller anything but where to ask, and a store that cannot keep up with when to
 * come back. Lambda sees an answer either way and no error, so both are counted here.
 */
const surprises = (show: Shown) => ({
  onError: (request: middy.Request<Event, APIGatewayProxyStructuredResultV2>) => {
    const busy = isBusy(request.error);
    logStep({ step: 'answer', outcome: busy ? 'busy' : 'failed', reason: kindOf(request.error) }, 'error');
    if (busy) logCounts({ busy: 1 });
    else logFailures(1);
    const detail = `requestId ${request.event.requestContext.requestId}`;
    const language = languageOf(request.event.headers['accept-language']);
    const said = problem(busy ? 'try-again' : 'internal-error', language, { detail });
    const answer = show(said, request.event);
    request.response = written({ ...answer, headers: { ...answer.headers, ...(busy && comeBack) } });
  },
});

/**
 * A function behind the HTTP API: one handler a route key (`POST /v1/status-events`), ports built on cold start. Its
 * table of routes stays with it, so that a test can walk over all that there are. `show` is how a surprise is said.
 */
export const httpFunction = <Ports>(
  build: () => Ports | Promise<Ports>,
  routes: Routes<Ports>,
  show: Shown = refuse,
) => {
  const ports = onColdStart(build);
  const answer = async (event: Event): Promise<APIGatewayProxyStructuredResultV2> => {
    const request = read(event);
    const route = routes[event.routeKey];
    // What can be nobody's name never reaches a store, which would take it for our own mistake.
    if (route === undefined || !isNameable(request.path))
      return written(show(problem('not-found', request.language), event));
    if (!isAskable(request.query))
      return written(show(problem('validation-failed', request.language), event));
    return written(await route(await ports(), request));
  };
  return Object.assign(middy(answer).use(surprises(show)), { routes });
};
