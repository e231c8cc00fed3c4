import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { exactJson } from '../../../domain/values/wire/exact-json.ts';
import { notUtf8, readUtf8 } from '../../../domain/values/wire/read-utf8.ts';
import { problem, type Problem, type ProblemLanguage } from '../../../domain/api/problem.ts';

/** The largest body we read: a hundred events are far below it. */
const mostBytes = 1024 * 1024;

/** The body of a request as JSON, or why it cannot be read. */
export const jsonBody = (
  event: APIGatewayProxyEventV2,
  language: ProblemLanguage,
): { ok: true; value: unknown } | { ok: false; problem: Problem } => {
  const type = event.headers['content-type'] ?? 'application/json';
  if (!/^application\/(?:[\w.+-]+\+)?json\b/i.test(type)) {
    return { ok: false, problem: problem('unsupported-media-type', language) };
  }
  const bytes = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > mostBytes) {
    const detail = `${bytes.length} bytes; at most ${mostBytes} are read`;
    return { ok: false, problem: problem('body-too-large', language, { detail }) };
  }
  const read = readUtf8(bytes);
  if (!read.ok) {
    const detail = notUtf8[read.why][language];
    return { ok: false, problem: problem('malformed-json', language, { detail }) };
  }
  try {
    return { ok: true, value: exactJson(read.text) };
  } catch (error) {
    const detail = error instanceof SyntaxError ? error.message : undefined;
    return {
      ok: false,
      problem: problem('malformed-json', language, detail === undefined ? {} : { detail }),
    };
  }
};
