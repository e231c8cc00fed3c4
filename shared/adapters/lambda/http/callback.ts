import { problem } from '../../../domain/api/problem.ts';
import { readUtf8 } from '../../../domain/values/wire/read-utf8.ts';
import { refuse, type Request, type Route } from './http.ts';
import { logCounts, logStep } from '../log/log.ts';

/** Somebody calls a route that has no token: what stands in path, query, headers and body, and whence. */
export type Called = {
  word?: string;
  address: string;
  query: Readonly<Record<string, string | undefined>>;
  contentType?: string;
  signature?: string;
  body: string;
};

const calledIn = ({ event, path, query }: Request): Called => {
  const { 'content-type': contentType, 'x-zevent-signature': signature } = event.headers;
  const { secret: word } = path;
  const read = readUtf8(Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8'));
  return {
    address: event.requestContext.http.sourceIp,
    query,
    // Bytes that are no text are unreadable to whoever proves itself, and to a stranger nothing at all.
    body: read.ok ? read.text : '',
    ...(word !== undefined && { word }),
    ...(contentType !== undefined && { contentType }),
    ...(signature !== undefined && { signature }),
  };
};

/** How a call ended, in words that name nobody. */
export type Ended = { outcome: string; carrier?: string; code?: string; concern?: string };

/** Writes down how a report ended. A code nobody taught us is counted, and an alarm asks a person to teach it. */
export const logReport = ({ outcome, carrier, code, concern }: Ended): void => {
  const reason = [carrier, code].filter((word) => word !== undefined).join(' ');
  const isForDuty = outcome === 'unrecognised' || outcome === 'unreadable' || concern !== undefined;
  const level = isForDuty ? 'warn' : 'info';
  logStep({ step: 'report', outcome, ...(reason !== '' && { reason }) }, level);
  logCounts({ [outcome]: 1, ...(concern !== undefined && { [concern]: 1 }) });
};

/** A route of callbacks: 200 for whatever was heard and kept, 404 for strangers, 400 for what nobody can read. */
export const callbackRoute =
  <Ports>(take: (ports: Ports, called: Called) => Promise<Ended>): Route<Ports> =>
  async (ports, request) => {
    const ended = await take(ports, calledIn(request));
    logReport(ended);
    if (ended.outcome === 'stranger') return refuse(problem('not-found', request.language));
    if (ended.outcome === 'unreadable') return refuse(problem('validation-failed', request.language));
    return { status: 200, body: {} };
  };
