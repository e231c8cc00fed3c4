import type { Verdicts } from './verdict.ts';

/**
 * eSMS's `CodeResult`, without 100 (developers.esms.vn, "table of error codes", and public client code). Our sources
 * read 99 as a blocked number and as an error nobody determined, so it stays a doubt. 124 says that an earlier copy of
 * this very request is there, not how it ended.
 */
export const esmsVerdicts = {
  '99': { outcome: 'unknown', means: 'undetermined', source: 'B' },
  '101': { outcome: 'busy', until: 'mended', means: 'credentials', source: 'A' },
  '102': { outcome: 'busy', until: 'mended', means: 'account-locked-or-without-prices', source: 'B' },
  '103': { outcome: 'busy', until: 'mended', means: 'balance', source: 'A' },
  '104': { outcome: 'refused', because: 'carrier', means: 'brandname', source: 'A' },
  '108': { outcome: 'refused', because: 'message', means: 'phone', source: 'A' },
  '118': { outcome: 'refused', because: 'carrier', means: 'message-type', source: 'A' },
  '124': { outcome: 'unknown', means: 'request-seen-before', source: 'A' },
  '140': { outcome: 'busy', until: 'mended', means: 'address-not-allowed', source: 'A' },
  '146': { outcome: 'refused', because: 'carrier', means: 'template', source: 'A' },
  '177': { outcome: 'refused', because: 'carrier', means: 'network-not-registered', source: 'A' },
} as const satisfies Verdicts;
