import type { Verdicts } from '../verdict.ts';

/**
 * ZNS's `error`, without 0 (zalo.cloud, "handle error code", up to −112; the rest from partners' pages and public
 * client code: verify in `mode: development` before launch). `unreachable-here` is the family of people whom Zalo
 * cannot reach although a telephone can: their message goes by SMS.
 */
export const zaloVerdicts = {
  '-100': { outcome: 'unknown', means: 'undetermined', source: 'A' },
  '-101': { outcome: 'busy', until: 'mended', means: 'app-invalid', source: 'A' },
  '-102': { outcome: 'busy', until: 'mended', means: 'app-not-existed', source: 'A' },
  '-103': { outcome: 'busy', until: 'mended', means: 'app-not-activated', source: 'A' },
  '-104': { outcome: 'busy', until: 'mended', means: 'secret', source: 'A' },
  '-105': { outcome: 'busy', until: 'mended', means: 'app-not-linked', source: 'A' },
  '-106': { outcome: 'busy', until: 'mended', means: 'method', source: 'A' },
  '-107': { outcome: 'refused', because: 'carrier', means: 'message-id', source: 'A' },
  '-108': { outcome: 'refused', because: 'unreachable-here', means: 'phone', source: 'A' },
  '-109': { outcome: 'refused', because: 'carrier', means: 'template-id', source: 'A' },
  '-110': { outcome: 'refused', because: 'unreachable-here', means: 'zalo-too-old', source: 'A' },
  '-111': { outcome: 'refused', because: 'carrier', means: 'values-empty', source: 'A' },
  '-112': { outcome: 'refused', because: 'carrier', means: 'values-invalid', source: 'A' },
  '-113': { outcome: 'refused', because: 'carrier', means: 'button', source: 'B' },
  '-114': { outcome: 'refused', because: 'unreachable-here', means: 'inactive-or-refuses', source: 'A' },
  '-115': { outcome: 'busy', until: 'mended', means: 'balance', source: 'B' },
  '-116': { outcome: 'refused', because: 'carrier', means: 'text', source: 'B' },
  '-117': { outcome: 'refused', because: 'carrier', means: 'template-not-allowed', source: 'B' },
  '-118': { outcome: 'refused', because: 'unreachable-here', means: 'no-account', source: 'A' },
  '-119': { outcome: 'refused', because: 'unreachable-here', means: 'cannot-receive', source: 'B' },
  '-144': { outcome: 'busy', until: 'mended', means: 'quota', source: 'C' },
  '-147': { outcome: 'busy', until: 'mended', means: 'quota', source: 'C' },
  '-212': { outcome: 'busy', until: 'mended', means: 'api-not-granted', source: 'B' },
  '-1472': { outcome: 'busy', until: 'mended', means: 'daily-limit', source: 'B' },
} as const satisfies Verdicts;

/** The access token is no good: refused before anything else was looked at. */
export const tokenRefused: readonly string[] = ['-124', '-216', '-220'];
