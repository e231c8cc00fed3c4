import * as z from 'zod';
import { eventsAtOnce } from '../dossier/event/judge-event.ts';
import { Consent } from '../office/consent.ts';
import { ConsentNote, ConsentsRequest } from '../office/consent-request.ts';
import { SettingsBody } from '../office/choose-settings.ts';
import { CallMade, DeskNotification, DeskPage, ReasonedAct } from '../notification/acts.ts';
import {
  DocumentLink,
  LetterAct,
  LetterDetails,
  LetterList,
  LetterRevision,
  LetterStop,
  LetterSummary,
  PrintBatchRequest,
  PrintBatchResponse,
} from '../letter/api/shapes.ts';
import {
  ImportAnnounced,
  ImportDetails,
  ImportLink,
  ImportList,
  ImportSeen,
} from '../sheet/imports/api-shapes.ts';
import { ImportReading, ImportRequest } from '../sheet/imports/sheet-import.ts';
import { OwnDraft } from '../text/publish/own-template.ts';
import { postShapes } from '../post/api-shapes.ts';
import { StatusEvent } from '../dossier/event/status-event.ts';
import { PublishRequest, TemplateCost, TemplateSummary } from '../office/template-summary.ts';
import {
  CorrectRequest,
  DossierActed,
  MoveRequest,
  PersonEventRequest,
  SettleDossierRequest,
  VoidRequest,
} from '../dossier/event/correct-request.ts';
import { OverdueList } from '../dossier/standing/overdue.ts';
import { DossierSummary, DossierTimeline } from './timeline.ts';
import { WorklistPage } from './worklist-page.ts';
import { DeedList, OfficerBody, OfficerList, OfficerSeen } from './people.ts';
import { ProposalList, SettingsAnswer } from './proposals.ts';
import { WardChoices } from './ward-choices.ts';
import { WardSettings } from '../office/ward-settings.ts';
import {
  PersonCorrected,
  PersonCorrection,
  PersonFileLink,
  PersonRequestList,
  PersonRequestSeen,
} from '../rights/api-shapes.ts';
import { PersonAsked } from '../rights/person-request.ts';
import { Warning } from '../values/warning.ts';

const ProblemBody = z.strictObject({
  type: z.string().describe('A stable slug, such as `validation-failed` or `event-id-reused`'),
  title: z.string().describe('Vietnamese, or English by Accept-Language'),
  status: z.int(),
  detail: z.string().optional(),
  errors: z
    .array(
      z.strictObject({
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
  StatusEventsResponse: z.strictObject({
    results: z.array(
      z.strictObject({
        eventId: z.string().nullable(),
        outcome: z.enum(['accepted', 'duplicate', 'rejected']),
        problem: ProblemBody.optional(),
        warnings: z.array(Warning).optional().describe('What was left out of an event that was taken'),
        receiptCode: z.string().optional(),
      }),
    ),
  }),
  DeskNotification,
  DeskPage,
  WorklistPage,
  ReasonedAct,
  CallMade,
  Settings: SettingsBody,
  WardSettings,
  OfficerBody,
  Officer: OfficerSeen,
  OfficerList,
  DeedList,
  SettingsAnswer,
  ProposalList,
  TemplateDraft: OwnDraft,
  TemplatesRequest: PublishRequest.extend({ templates: z.array(OwnDraft) }),
  TemplatesResponse: z.strictObject({
    results: z.array(
      TemplateCost.partial().extend({
        key: z.string().nullable(),
        outcome: z.enum(['proposed', 'unchanged', 'rejected']),
        proposalId: z.string().optional(),
        version: z.int().optional(),
        problem: ProblemBody.optional(),
      }),
    ),
  }),
  PersonAsked,
  PersonRequestSeen,
  PersonRequestList,
  PersonFileLink,
  PersonCorrection,
  PersonCorrected,
  ImportRequest,
  ImportAnnounced,
  ImportReading,
  ImportSeen,
  ImportDetails,
  ImportList,
  ImportLink,
  WardChoices,
  TemplateList: z.strictObject({ templates: z.array(TemplateSummary) }),
  ConsentsRequest: ConsentsRequest.extend({ consents: z.array(ConsentNote) }),
  ConsentsResponse: z.strictObject({
    results: z.array(
      z.strictObject({
        outcome: z.enum(['recorded', 'rejected']),
        lettersWithdrawn: z.int().optional().describe('How many letters on their way it stopped'),
        messagesWithdrawn: z.int().optional().describe('How many waiting messages and calls it took back'),
        problem: ProblemBody.optional(),
      }),
    ),
  }),
  ConsentList: z.strictObject({ consents: z.array(Consent) }),
  TokenResponse: z.strictObject({
    access_token: z.string(),
    token_type: z.literal('Bearer'),
    expires_in: z.int().describe('Seconds'),
    scope: z.string(),
  }),
  TokenError: z.strictObject({ error: z.string().describe('The code of RFC 6749 §5.2') }),
  DossierTimeline,
  CorrectRequest,
  VoidRequest,
  MoveRequest,
  PersonEventRequest,
  SettleDossierRequest,
  DossierActed,
  OverdueList,
  DossierList: z.strictObject({ dossiers: z.array(DossierSummary) }),
  ...postShapes,
  LetterList,
  Letter: LetterDetails,
  LetterSummary,
  LetterAct,
  LetterStop,
  LetterRevision,
  DocumentLink,
  PrintBatchRequest,
  PrintBatchResponse,
  Problem: ProblemBody,
} as const satisfies Record<string, z.ZodType>;
export type ApiShape = keyof typeof apiShapes;
