import * as z from 'zod';
import { Instant } from '../values/instant.ts';
import { Status } from '../dossier/statuses.ts';
import { Warning } from '../values/warning.ts';
import { NotificationTold } from '../notification/notification-told.ts';

/** A dossier in one line. Nobody's name is in it. */
export const DossierSummary = z.strictObject({
  dossierCode: z.string(),
  /** Whether the code has a form that the rules or practice know. */
  codeFits: z.boolean(),
  status: Status.optional(),
  since: Instant.optional(),
  dueAt: Instant.optional(),
});
export type DossierSummary = z.infer<typeof DossierSummary>;

/** A dossier's whole story: what was reported, what it came to, what was sent and what the carrier said. */
export const DossierTimeline = DossierSummary.extend({
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
});
export type DossierTimeline = z.infer<typeof DossierTimeline>;
