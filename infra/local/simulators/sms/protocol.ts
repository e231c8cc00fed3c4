import type { IncomingHttpHeaders } from 'node:http';
import type { SmsCarrierName } from '../../../../shared/adapters/carriers/sms/names.ts';

/** A request as it came in. */
export type Request = {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
};

export type Reply = { status: number; type: string; body: string };

/**
 * A message as the sender wrote it on the wire, with the phone in E.164 form. `attempt` is the sender's own name of it and
 * `context` what else it wants back, where the protocol carries them; `callbackUrl` is where it asked to be told.
 */
export type Message = {
  to: string;
  text: string;
  attempt?: string;
  context?: Record<string, string>;
  callbackUrl?: string;
};

/**
 * How one carrier speaks. `read` answers the message, or at once what the carrier would say to something it cannot take;
 * `aside` marks an answer that is about no message, such as a token.
 */
export type Protocol = {
  name: SmsCarrierName;
  hears: (request: Request) => boolean;
  read: (request: Request) => { message: Message } | { reply: Reply; aside?: true };
  /** The carrier's own name for the next message. */
  newReference: () => string;
  accepted: (reference: string, message: Message) => Reply;
  /** Remembers what was taken, for carriers that notice a repeat. */
  taken?: (message: Message) => void;
  refused: Reply;
  throttled: Reply;
  failed: Reply;
};

export const json = (status: number, value: unknown, type = 'application/json'): Reply => ({
  status,
  type,
  body: JSON.stringify(value),
});

/** `84912345678` or `0912345678`, as gateways in Viet Nam write phones; undefined for anything else. */
export const vietnamese = (phone: unknown): string | undefined =>
  typeof phone === 'string' && /^(?:84|0)[35789]\d{8}$/.test(phone)
    ? `+84${phone.replace(/^(?:84|0)/, '')}`
    : undefined;

/** A JSON object, or nothing. */
export const objectIn = (body: string): Record<string, unknown> | undefined => {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
};

/** What a message made from a template is in the ledger: the template's number and its values. */
export const filled = (template: string, values: readonly string[]): string =>
  `template ${template}: ${values.join(' | ')}`;

export const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
