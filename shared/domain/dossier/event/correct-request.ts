/** What people of an office may ask for a dossier whose story is not right. */
import * as z from 'zod';
import { Ward } from '../../values/ward.ts';
import { EventId } from '../../values/ids.ts';
import { ReportedPersonEvent, StatusEvent } from './status-event.ts';

const Reason = z.string().trim().normalize().min(1).max(200);

/** Any fact of a status event that is not its identity; a phone that is empty is none. */
export const CorrectedFacts = StatusEvent.omit({
  eventId: true,
  dossierCode: true,
  status: true,
  occurredAt: true,
  timeUnknown: true,
  sequence: true,
  round: true,
  warnings: true,
}).partial();
export type CorrectedFacts = z.infer<typeof CorrectedFacts>;

export const CorrectRequest = z.strictObject({
  reason: Reason,
  facts: CorrectedFacts.refine((facts) => Object.values(facts).some((value) => value !== undefined), {
    message: 'Name at least one fact',
  }),
});

/** `silently`: the citizen is not told that the last word was a mistake. */
export const VoidRequest = z.strictObject({
  reason: Reason,
  eventId: EventId,
  silently: z.boolean().default(false),
});

/** What happened to a person, which the source does not carry. */
export const PersonEventRequest = ReportedPersonEvent;

/** To which office the dossier goes, the operator's act; its own office is the caller's. */
export const MoveRequest = z.strictObject({ reason: Reason, to: Ward });

/** That somebody has seen to all that was told wrongly until now: rang, excused the office, fetched the letter back. */
export const SettleDossierRequest = z.strictObject({ reason: Reason });

/** What an act of the office came to, in the same act. */
export const ActDid = z.strictObject({
  messagesCancelled: z.int(),
  messagesOwed: z.int(),
  apologyOwed: z.boolean(),
  toldWrongly: z.int(),
  lettersCorrected: z.int(),
  lettersWithdrawn: z.int(),
  lettersToldWrongly: z.int(),
  lettersDrafted: z.int(),
  journeysOrdered: z.int(),
  journeysCorrected: z.int(),
  journeysCancelled: z.int(),
  journeysAskedBack: z.int(),
  movedTo: z.string().optional(),
});
export type ActDid = z.infer<typeof ActDid>;

/** The act is durable; it is decided like a report. `unchanged`: the dossier says so already. */
export const DossierActed = z.strictObject({
  eventId: z.string().optional(),
  outcome: z.enum(['accepted', 'duplicate', 'unchanged']),
  /** Absent while it is still being decided; the timeline has it then. */
  did: ActDid.optional(),
});
export type DossierActed = z.infer<typeof DossierActed>;
