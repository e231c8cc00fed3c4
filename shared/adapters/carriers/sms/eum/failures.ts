import { minutes, seconds } from '../../../../domain/values/instant.ts';
import type { Handover, RefusedBecause } from '../../../../domain/notification/carrier.ts';

type Meaning = RefusedBecause | 'soon' | 'mended';

/**
 * The reasons that SendTextMessage gives (End User Messaging SMS and voice v2 API), and what each means: a refusal with
 * whose fault it is, or a wait. What is ours to mend waits for a person, since every other message fails the same way.
 */
export const reasons = {
  DESTINATION_PHONE_NUMBER_OPTED_OUT: 'message',
  DESTINATION_PHONE_NUMBER_NOT_VERIFIED: 'mended', // the account is still in the sandbox
  DESTINATION_PHONE_NUMBER_BLOCKED_BY_PROTECT_NUMBER_OVERRIDE: 'message',
  DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION: 'carrier',
  DESTINATION_COUNTRY_BLOCKED: 'carrier',
  COUNTRY_NOT_ENABLED: 'carrier',
  NO_ORIGINATION_IDENTITIES_FOUND: 'mended',
  INVALID_IDENTITY_FOR_DESTINATION_COUNTRY: 'mended',
  SENDER_ID_NOT_REGISTERED: 'mended',
  SENDER_ID_NOT_SUPPORTED: 'mended',
  SENDER_ID_REQUIRES_REGISTRATION: 'mended',
  MESSAGE_TYPE_MISMATCH: 'mended',
  CHANNEL_NOT_ENABLED: 'mended',
  PRICE_OVER_THRESHOLD: 'carrier',
  FIELD_VALIDATION_FAILED: 'message',
  MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT: 'mended',
  DAILY_DESTINATION_CALL_LIMIT: 'message', // this phone has had its share today
  INSUFFICIENT_ACCOUNT_REPUTATION: 'mended',
  ACCOUNT_DISABLED: 'mended',
} as const satisfies Record<string, Meaning>;

/** Errors without a reason that we know, by name. Signatures, keys and the account are ours to mend. */
const names: readonly (readonly [RegExp, Meaning])[] = [
  [/^(Throttl|TooManyRequests|RequestLimitExceeded|SlowDown)/, 'soon'],
  [/^(AccessDenied|ResourceNotFound|ServiceQuotaExceeded|UnrecognizedClient|InvalidClientTokenId)/, 'mended'],
  [/^(ExpiredToken|InvalidSignature|SignatureDoesNotMatch|IncompleteSignature|RequestExpired)/, 'mended'],
  [/^(MissingAuthenticationToken|OptInRequired|UnknownOperation)/, 'mended'],
  [/^Validation/, 'message'],
  [/^Conflict/, 'carrier'],
];

const waits = { soon: seconds(30), mended: minutes(15) } as const;
const untilReachable = minutes(1);

/** What went wrong before a byte left: Node's errors and calls that only make connections, the SDK's words for a time-out there. */
const neverLeft = {
  codes:
    /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|CERT_HAS_EXPIRED|ERR_TLS_CERT_ALTNAME_INVALID|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNABLE_TO_GET_ISSUER_CERT_LOCALLY)$/,
  calls: /^(connect|getaddrinfo)$/,
  words: /did not establish a connection|before secure TLS connection was established/,
} as const;

type Failure = Error & {
  code?: string;
  syscall?: string;
  errors?: unknown[];
  Reason?: string;
  Fields?: { Name?: string }[];
  $metadata?: { httpStatusCode?: number };
};

const neverLeftUs = ({ code = '', syscall = '', message, errors = [] }: Failure): boolean =>
  neverLeft.codes.test(code) ||
  neverLeft.calls.test(syscall) ||
  neverLeft.words.test(message) ||
  (errors.length > 0 && errors.every((each) => each instanceof Error && neverLeftUs(each)));

const busy = (retryAfter: number, reason: string) => ({ outcome: 'busy', retryAfter, reason }) as const;
const oursToMend = (reason: string) => ({ ...busy(waits.mended, reason), toMend: reason });

/** A field that AWS did not like is the message's fault only if the message brought it. */
const blamesTheMessage = ({ Fields = [] }: Failure): boolean =>
  Fields.length === 0 || Fields.some(({ Name = '' }) => /^(DestinationPhoneNumber|MessageBody)$/i.test(Name));

/**
 * What a failed SendTextMessage means. Only what surely did not go out may be tried again; time-outs, resets, 5xx and
 * anything not known here leave open whether AWS took the message.
 */
export const eumHandoverOf = (error: unknown): Exclude<Handover, { outcome: 'accepted' }> => {
  if (!(error instanceof Error)) return { outcome: 'unknown', reason: 'no error' };
  const failure: Failure = error;
  const name = failure.name.replace(/Exception$/, '');

  if (/^(CredentialsProvider|TokenProvider)Error$/.test(failure.name)) return oursToMend(name);
  const status = failure.$metadata?.httpStatusCode;
  if (status === undefined) {
    const reason = failure.code ?? name;
    return neverLeftUs(failure) ? busy(untilReachable, reason) : { outcome: 'unknown', reason };
  }
  if (status < 400 || status === 408 || status >= 500)
    return { outcome: 'unknown', reason: `${status} ${name}` };

  const reason = failure.Reason ?? name;
  const meaning: Meaning | undefined = Object.hasOwn(reasons, reason)
    ? reasons[reason as keyof typeof reasons]
    : names.find(([pattern]) => pattern.test(name))?.[1];
  if (name === 'Validation' && !blamesTheMessage(failure)) return oursToMend(reason);
  if (meaning === 'mended') return oursToMend(reason);
  if (meaning === 'soon') return busy(waits.soon, reason);
  if (status === 429) return busy(waits.soon, `http-429 ${reason}`);
  if (status === 401 || status === 403) return oursToMend(reason);
  const because = meaning ?? 'message';
  return { outcome: 'refused', reason, because, ...(because === 'carrier' && { toMend: reason }) };
};
