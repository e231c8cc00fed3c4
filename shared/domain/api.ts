import * as z from 'zod';
import { eventsAtOnce } from './accept.ts';
import {
  DocumentLink,
  LetterAct,
  LetterChoice,
  LetterDetails,
  LetterList,
  LetterRevision,
  LetterStop,
  LetterSummary,
  PrintBatchRequest,
  PrintBatchResponse,
} from './letter/api.ts';
import { StatusEvent } from './status-event.ts';
import { DossierSummary, DossierTimeline } from './timeline.ts';

const ProblemBody = z.object({
  type: z.string().describe('A stable slug, such as `validation-failed` or `event-id-reused`'),
  title: z.string().describe('Vietnamese, or English by Accept-Language'),
  status: z.int(),
  detail: z.string().optional(),
  errors: z
    .array(
      z.object({
        pointer: z.string().describe('JSON pointer (RFC 6901) into the body'),
        code: z.string(),
        message: z.string(),
      }),
    )
    .optional(),
});

/** Every shape that crosses the HTTP API, by the name it has in the API's description. */
export const apiShapes = {
  StatusEvent,
  StatusEventsRequest: z.strictObject({ events: z.array(StatusEvent).min(1).max(eventsAtOnce) }),
  StatusEventsResponse: z.object({
    results: z.array(
      z.object({
        eventId: z.string().nullable(),
        outcome: z.enum(['accepted', 'duplicate', 'rejected']),
        problem: ProblemBody.optional(),
      }),
    ),
  }),
  TokenResponse: z.object({
    access_token: z.string(),
    token_type: z.literal('Bearer'),
    expires_in: z.int().describe('Seconds'),
    scope: z.string(),
  }),
  TokenError: z.object({ error: z.string().describe('The code of RFC 6749 §5.2') }),
  DossierTimeline,
  DossierList: z.object({ dossiers: z.array(DossierSummary) }),
  LetterList,
  Letter: LetterDetails,
  LetterSummary,
  LetterAct,
  LetterStop,
  LetterRevision,
  LetterChoice,
  LetterChoiceNoted: z.object({ choice: z.enum(['in', 'out']) }),
  DocumentLink,
  PrintBatchRequest,
  PrintBatchResponse,
  Problem: ProblemBody,
} as const satisfies Record<string, z.ZodType>;
export type ApiShape = keyof typeof apiShapes;
