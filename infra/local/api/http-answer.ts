import type { Outcome } from '../template/environment.ts';

/** What goes back over the wire. */
export type Answer = { status: number; headers: Record<string, string | string[]>; body: Buffer };

/** An answer of the gateway's own. */
const refusal = (status: number, message: string, headers: Record<string, string> = {}): Answer => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: Buffer.from(JSON.stringify({ message })),
});

const failed = refusal(500, 'Internal Server Error');

type Structured = {
  statusCode: number | string;
  headers?: Record<string, unknown>;
  cookies?: string[];
  body?: unknown;
  isBase64Encoded?: boolean;
};

const isStructured = (value: unknown): value is Structured =>
  typeof value === 'object' && value !== null && 'statusCode' in value;

/** A handler's result in format 2.0: with a `statusCode` as it says, without one a 200 with the result as JSON. */
export const answerOf = (outcome: Outcome): Answer => {
  if (outcome.is === 'failed') return failed;
  const result = JSON.parse(outcome.result) as unknown;
  if (!isStructured(result)) {
    const body = typeof result === 'string' ? result : outcome.result;
    return { status: 200, headers: { 'content-type': 'application/json' }, body: Buffer.from(body) };
  }
  const status = Number(result.statusCode);
  if (!Number.isInteger(status) || status < 100 || status > 599) return failed;
  const { body = '' } = result;
  if (body !== null && typeof body !== 'string') return failed;
  const headers: Answer['headers'] = { 'content-type': 'text/plain;charset=UTF-8' };
  for (const [name, value] of Object.entries(result.headers ?? {}))
    headers[name.toLowerCase()] = String(value);
  if (result.cookies && result.cookies.length > 0) headers['set-cookie'] = result.cookies;
  return { status, headers, body: Buffer.from(body ?? '', result.isBase64Encoded ? 'base64' : 'utf8') };
};

/** The gateway's own answers: it ran out of patience, knows no such route, … */
export const late = refusal(503, 'Service Unavailable');
export const unknownRoute = refusal(404, 'Not Found');
export const tooLarge = refusal(413, 'Request Entity Too Large');
export const unauthorized = (why?: string) =>
  refusal(401, 'Unauthorized', {
    'www-authenticate':
      why === undefined ? 'Bearer' : `Bearer scope="" error="invalid_token" error_description="${why}"`,
  });
export const forbidden = (scopes: readonly string[]) =>
  refusal(403, 'Forbidden', {
    'www-authenticate': `Bearer scope="${scopes.join(' ')}" error="insufficient_scope"`,
  });
