import { minutes, seconds } from '../../../../domain/values/instant.ts';
import type { Handover } from '../../../../domain/notification/carrier.ts';

/**
 * What went wrong before a byte of the message left: names of Node's system and TLS errors, the system calls that
 * only make connections, and the SDK's words when a connection was not made in time.
 */
const neverLeft = {
  codes: [
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'CERT_HAS_EXPIRED',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  ],
  syscalls: ['connect', 'getaddrinfo'],
  names: ['CredentialsProviderError', 'TokenProviderError'],
  words: /did not establish a connection|before secure TLS connection was established/,
} as const;

/** Errors that say "not now". */
const tooFast = /^(Throttl|KMSThrottling|RequestLimitExceeded|TooManyRequests|SlowDown|RequestThrottled)/;

/**
 * Errors that are our own misconfiguration: permissions, keys, the account, the clock. No citizen is at fault and
 * every other message fails the same way, so the queue waits for a person to mend it instead of giving each one up.
 */
const ourFault =
  /^(AuthorizationError|AccessDenied|InvalidSecurity|KMS|SignatureDoesNotMatch|InvalidClientTokenId|UnrecognizedClient|ExpiredToken|RequestExpired|MissingAuthenticationToken|IncompleteSignature|OptInRequired|NotFound|InvalidEndpoint)/;

const waitWhenTooFast = seconds(30);
const waitUntilReachable = minutes(1);
const waitForAPerson = minutes(15);

type Failure = Error & {
  code?: string;
  syscall?: string;
  errors?: unknown[];
  $metadata?: { httpStatusCode?: number };
};

const includes = (list: readonly string[], word: string | undefined): boolean =>
  word !== undefined && list.includes(word);

const neverLeftUs = (failure: Failure): boolean =>
  includes(neverLeft.codes, failure.code) ||
  includes(neverLeft.syscalls, failure.syscall) ||
  neverLeft.words.test(failure.message) ||
  (Array.isArray(failure.errors) &&
    failure.errors.length > 0 &&
    failure.errors.every((each) => each instanceof Error && neverLeftUs(each)));

/**
 * What a failed Publish means. Only what surely did not go out may be tried again; time-outs, resets, answers of 5xx
 * and answers nobody can read leave open whether Amazon took the message, and so does anything not known here.
 */
export const snsHandoverOf = (error: unknown): Exclude<Handover, { outcome: 'accepted' }> => {
  if (!(error instanceof Error)) return { outcome: 'unknown', reason: 'no error' };
  const failure: Failure = error;
  const name = failure.name.replace(/Exception$/, '');
  const reason = failure.code ?? name;
  const busy = (retryAfter: number) => ({ outcome: 'busy', retryAfter, reason }) as const;
  const oursToMend = { ...busy(waitForAPerson), toMend: reason };

  if (includes(neverLeft.names, failure.name)) return oursToMend;
  const status = failure.$metadata?.httpStatusCode;
  if (status === undefined) {
    return neverLeftUs(failure) ? busy(waitUntilReachable) : { outcome: 'unknown', reason };
  }
  if (status < 400 || status === 408 || status >= 500)
    return { outcome: 'unknown', reason: `${status} ${name}` };
  if (status === 429 || tooFast.test(name))
    return { ...busy(waitWhenTooFast), ...(!tooFast.test(name) && { reason: `http-429 ${name}` }) };
  if (status === 401 || status === 403 || ourFault.test(name)) return oursToMend;
  return { outcome: 'refused', reason };
};
