import type { Verdict, Verdicts } from '../verdict.ts';

/** Codes about advertising, Zalo and questions after a message: an SMS to a citizen that gets one was not taken. */
const ofAnotherService: Verdict = {
  outcome: 'refused',
  because: 'carrier',
  means: 'of-another-service',
  source: 'A',
};

/**
 * eSMS's `CodeResult`, without 100 (developers.esms.vn, "table of error codes", and public client code). Our sources
 * read 99 as a blocked number and as an error nobody determined, so it stays a doubt. 124 says that an earlier copy of
 * this very request is there, not how it ended; 199 that one is being worked on.
 */
export const esmsVerdicts = {
  '99': { outcome: 'unknown', means: 'undetermined', source: 'B' },
  '101': { outcome: 'busy', until: 'mended', means: 'credentials', source: 'A' },
  '102': { outcome: 'busy', until: 'mended', means: 'account-locked-or-without-prices', source: 'A' },
  '103': { outcome: 'busy', until: 'mended', means: 'balance', source: 'A' },
  '104': { outcome: 'refused', because: 'carrier', means: 'brandname', source: 'A' },
  '105': ofAnotherService,
  '107': ofAnotherService,
  '108': { outcome: 'refused', because: 'message', means: 'phone', source: 'A' },
  '110': ofAnotherService,
  '118': { outcome: 'refused', because: 'carrier', means: 'message-type', source: 'A' },
  '120': ofAnotherService,
  '124': { outcome: 'unknown', means: 'request-seen-before', source: 'A' },
  '140': { outcome: 'busy', until: 'mended', means: 'address-not-allowed', source: 'A' },
  '146': { outcome: 'refused', because: 'carrier', means: 'template', source: 'A' },
  '177': { outcome: 'refused', because: 'carrier', means: 'network-not-registered', source: 'A' },
  '199': { outcome: 'unknown', means: 'request-being-processed', source: 'A' },
  '204': ofAnotherService,
  '300': { outcome: 'refused', because: 'carrier', means: 'message-type-missing', source: 'A' },
} as const satisfies Verdicts;
