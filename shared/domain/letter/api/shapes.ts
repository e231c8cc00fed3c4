/** What crosses the HTTP API about letters. */
import * as z from 'zod';
import { Day } from '../../values/day.ts';
import { Instant } from '../../values/instant.ts';
import { LetterContent } from '../content.ts';
import { LetterState } from '../moves.ts';
import { PostalGap } from './postal-lines.ts';
import { LetterId } from '../../values/ids.ts';

/** How many letters one batch may print: two minutes of paper, seconds of work. */
export const lettersAtOnce = 200;

const Reason = z.string().trim().normalize().min(1).max(300);

/** What may come with any act; a version makes sure that nobody lets go what they have not seen. */
export const LetterAct = z.strictObject({
  version: z.int().positive().optional(),
  reason: Reason.optional(),
});
export type LetterAct = z.infer<typeof LetterAct>;

/** Stopping a letter needs a word to whoever finds it stopped. */
export const LetterStop = LetterAct.extend({ reason: Reason });

/** Another wording of the facts: fields of the content that are to be different. */
export const LetterRevision = z.strictObject({
  version: z.int().positive(),
  reason: Reason,
  changes: z.record(z.string(), z.unknown()),
});

export const LetterSummary = z.strictObject({
  letterId: LetterId,
  kind: z.enum(['birth', 'marriage', 'condolence', 'apology', 'funeral-support']),
  state: LetterState,
  since: Instant,
  version: z.int(),
  release: z.enum(['automatic', 'by-person']),
  recipient: z.string(),
  dossierCode: z.string(),
  issuedOn: Day,
  createdAt: Instant,
  leaflet: z.boolean(),
  addressGaps: z.array(PostalGap).optional().describe('What its address lacks for a postman'),
  reason: z.string().optional(),
  dispatchJobId: z.string().optional().describe('The journey that posting it asked for'),
});
export type LetterSummary = z.infer<typeof LetterSummary>;

export const LetterDetails = LetterSummary.extend({
  content: LetterContent,
  acts: z.array(
    z.strictObject({
      by: z.string(),
      what: z.string(),
      at: Instant,
      version: z.int(),
      reason: z.string().optional(),
    }),
  ),
});
export type LetterDetails = z.infer<typeof LetterDetails>;

/** Which letters are asked for, and where a page begins. */
export const LetterQuery = z.object({ state: LetterState.optional(), cursor: z.string().optional() });

export const LetterList = z.strictObject({ letters: z.array(LetterSummary), cursor: z.string().optional() });
export type LetterList = z.infer<typeof LetterList>;

export const DocumentLink = z.strictObject({ url: z.url(), expiresAt: Instant });
export type DocumentLink = z.infer<typeof DocumentLink>;

export const PrintBatchRequest = z.strictObject({
  letterIds: z.array(z.string()).min(1).max(lettersAtOnce),
  signedOn: Day.optional().describe(
    'The day on which they are signed, which they bear; without it the day of printing',
  ),
});

export const PrintBatchResponse = z.strictObject({
  results: z.array(
    z.strictObject({
      letterId: z.string(),
      outcome: z.enum(['printed', 'printed-again', 'wrong-state', 'not-found']),
      state: LetterState.optional(),
    }),
  ),
  document: DocumentLink.optional(),
});
export type PrintBatchResponse = z.infer<typeof PrintBatchResponse>;
