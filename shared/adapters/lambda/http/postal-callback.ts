import { isUtf8 } from 'node:buffer';
import { problem } from '../../../domain/api/problem.ts';
import { refuse, type Request, type Route } from './http.ts';
import { logCounts, logStep } from '../log/log.ts';

/** A postal carrier calls: who it says it is, and what it says. */
type PostalCalled = { partner: string; word: string; address: string; transaction?: string; body: string };

/** One parcel's status is a few hundred bytes; what is larger than this is none. */
const largest = 100_000;

/** The body as it came. Bytes that are no text are kept as base64, so that nothing of them is lost. */
const textOf = (bytes: Buffer): string =>
  isUtf8(bytes) ? bytes.toString('utf8') : `base64:${bytes.toString('base64')}`;

const calledIn = ({ event, path }: Request, bytes: Buffer): PostalCalled => {
  const transaction = event.headers['ems-transaction'];
  return {
    partner: path['partner'] ?? '',
    word: path['secret'] ?? '',
    address: event.requestContext.http.sourceIp,
    body: textOf(bytes),
    ...(transaction !== undefined && { transaction }),
  };
};

/** 200 when it is kept, in the words that EMS waits for and the others do not read; 404 for strangers. */
export const postalCallback =
  <Ports>(
    take: (ports: Ports, called: PostalCalled) => Promise<'stranger' | 'kept' | 'known'>,
  ): Route<Ports> =>
  async (ports, request) => {
    const { event, language } = request;
    const bytes = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
    if (bytes.length > largest) return refuse(problem('validation-failed', language));
    const called = calledIn(request, bytes);
    const outcome = await take(ports, called);
    // Who it is was proven by then, and is one of our own settings; a stranger may have written anything.
    logStep({ step: 'post-call', outcome, ...(outcome !== 'stranger' && { reason: called.partner }) });
    logCounts({ [`post-call-${outcome}`]: 1 });
    if (outcome === 'stranger') return refuse(problem('not-found', language));
    return { status: 200, body: { code: 'success', transaction: called.transaction ?? '' } };
  };
