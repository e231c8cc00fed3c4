import { createHash } from 'node:crypto';
import { InboundMessage } from '../../../domain/inbound/message.ts';
import type { Instant } from '../../../domain/values/instant.ts';
import { exactJson } from '../../../domain/values/wire/exact-json.ts';
import { isNothing } from '../../../domain/values/wire/written.ts';
import { type FieldNames, usualNames } from './inbound-fields.ts';
import type { InboundProvider } from './names.ts';

/** A body as it came over HTTP, already decoded from base64. */
export type HttpMessage = { contentType: string | undefined; body: string };

/** Names without case; anything but texts and numbers is no field of a message. */
const written = (entries: Iterable<[string, unknown]>) =>
  new Map(
    [...entries].flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number'
        ? [[name.toLowerCase(), String(value)] as const]
        : [],
    ),
  );

const fieldsOf = ({ contentType, body }: HttpMessage): Map<string, string> => {
  if (!/json/i.test(contentType ?? '')) return written(new URLSearchParams(body));
  try {
    const value = exactJson(body);
    return written(typeof value === 'object' && value !== null ? Object.entries(value) : []);
  } catch {
    return new Map();
  }
};

/**
 * Reads a citizen's SMS as an aggregator hands it over by HTTP, as a form or as JSON; undefined when sender or text
 * are missing. Without an id of the aggregator's body and minute name the message: handed over again at once it is the same,
 * and whoever writes the same words again later has written again.
 */
export const readHttpMessage = (
  message: HttpMessage,
  provider: InboundProvider,
  receivedAt: Instant,
  names: FieldNames = usualNames,
): InboundMessage | undefined => {
  const fields = fieldsOf(message);
  const field = (which: keyof FieldNames): string | undefined =>
    names[which]
      .map((name) => fields.get(name.toLowerCase()))
      .find((value) => value !== undefined && (which === 'text' ? value.trim() !== '' : !isNothing(value)));
  const inReplyTo = field('inReplyTo');
  return InboundMessage.safeParse({
    provider,
    providerId:
      field('id') ??
      createHash('sha256')
        .update(`${receivedAt.slice(0, 16)} ${message.body}`)
        .digest('hex'),
    from: field('from'),
    to: field('to') ?? '',
    text: field('text'),
    receivedAt,
    ...(inReplyTo !== undefined && { inReplyTo }),
  }).data;
};
