import * as z from 'zod';
import { Instant } from '../values/instant.ts';
import { Status } from '../dossier/statuses.ts';
import { Warning } from '../values/warning.ts';
import { ActDid } from '../dossier/event/correct-request.ts';
import { LetterDetails, LetterSummary } from '../letter/api/shapes.ts';
import { DispatchJob } from '../post/job/dispatch-job.ts';
import { NotificationTold } from '../notification/notification-told.ts';

/** A dossier in one line. Nobody's name is in it. */
export const DossierSummary = z.strictObject({
  dossierCode: z.string(),
  /** Whether the code has a form that the rules or practice know. */
  codeFits: z.boolean(),
  status: Status.optional(),
  since: Instant.optional(),
  dueAt: Instant.optional(),
  /** The office that has it now, and the one that handed it over. */
  movedTo: z.string().optional(),
  movedFrom: z.string().optional(),
});
export type DossierSummary = z.infer<typeof DossierSummary>;

/** What somebody did: who, when, and why. */
const ActTold = z.strictObject({
  eventId: z.string(),
  what: z.string(),
  by: z.string(),
  at: Instant,
  reason: z.string(),
  /** The event that was taken back. */
  voids: z.string().optional(),
  to: z.string().optional(),
  from: z.string().optional(),
  decidedAt: Instant.optional(),
  told: z.array(z.string()).optional(),
  did: ActDid.optional(),
});

/** A letter as its dossier shows it: the words stand with the letter. */
const LetterTold = LetterSummary.pick({
  letterId: true,
  kind: true,
  state: true,
  since: true,
  version: true,
  createdAt: true,
  reason: true,
}).extend({ toldWrongly: z.string().optional(), acts: LetterDetails.shape.acts });

/** A journey of its papers: which state it reached when, and what was asked of the partner. */
const JourneyTold = DispatchJob.pick({
  jobId: true,
  journey: true,
  partner: true,
  state: true,
  createdAt: true,
  reached: true,
  waitsFor: true,
  trackingNumber: true,
  cancel: true,
  recall: true,
});

/**
 * A dossier's whole story: what was reported, what it came to, what was sent and what the carrier said, its letters and
 * journeys, and what people did.
 */
export const DossierTimeline = DossierSummary.extend({
  /** What opens it on the page for citizens, for whoever lost the receipt and shows who they are. */
  receiptCode: z.string().optional(),
  events: z.array(
    z.strictObject({
      eventId: z.string(),
      status: Status,
      occurredAt: Instant,
      acceptedAt: Instant.optional(),
      decidedAt: Instant.optional(),
      told: z.array(z.string()).optional(),
      silent: z.string().optional(),
      because: z.string().optional(),
      /** The letters it gave occasion for, or why there is none. */
      letters: z.array(z.string()).optional(),
      noLetter: z.string().optional(),
      /** What of the report could not be read, for whoever mends it at its source. */
      warnings: z.array(Warning).optional(),
      /** It was reported and turned out not to be true; the dossier stands as if it had never come. */
      takenBack: z.boolean().optional(),
    }),
  ),
  notifications: z.array(NotificationTold),
  /** What people of the office did to the dossier itself, oldest first. */
  acts: z.array(ActTold),
  letters: z.array(LetterTold),
  journeys: z.array(JourneyTold),
  /** What was told wrongly and nobody has settled yet, as the worklist has it. */
  toldWrongly: z.array(z.string()).optional(),
});
export type DossierTimeline = z.infer<typeof DossierTimeline>;
