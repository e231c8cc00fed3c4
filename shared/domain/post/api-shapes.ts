/** The shapes that cross the API about dispatch jobs, by the name they have in its description. */
import * as z from 'zod';
import { CashReport } from './cash-report-shape.ts';
import { ConfirmationRequest, Confirmed, SettleRequest } from './confirm-cash.ts';
import { CorrectEndRequest, QuarantinedScan } from './correct-end.ts';
import { NewDispatchJob } from './dispatch-job.ts';
import { jobStates } from './dispatch-moves.ts';
import { EvidenceRequest } from './evidence.ts';
import { AcceptJobRequest, ClaimRequest } from './lease.ts';
import { HandoverCount, Manifest, WardCount } from './manifest.ts';
import * as asks from './partner-requests.ts';
import { RemittanceReport } from './remittance.ts';
import { ReturnRequest } from './returns.ts';
import { TrackingEvent } from './tracking-event.ts';
import { VisitReport } from './visit-report.ts';
import { WaitingPapers } from './waiting-papers.ts';
import * as wards from './ward-requests.ts';

const Outcome = z.enum(['APPLIED', 'RECORDED', 'DUPLICATE', 'REJECTED', 'QUARANTINED']);
const ItemProblem = z.object({ type: z.string(), title: z.string(), status: z.int() });
const { direction, dossierCode, pickup, recipient, parcel, priority } = NewDispatchJob.shape;

/** A job as its partner sees it. */
const DispatchJobOffer = z.object({
  jobId: z.string(),
  state: z.enum(jobStates),
  revision: z.int().describe('Rises with every change; also the ETag'),
  lease: z.object({
    epoch: z.int().describe('To be sent back with renew, release, accept and reject'),
    expiresAt: z.string().optional().describe('From then on another claim may take the job'),
    attempt: z.int(),
    maxAttempts: z.int(),
  }),
  priority,
  direction,
  dossierCode,
  pickup: pickup.extend({ ward: z.string() }),
  recipient,
  parcel,
  cod: z.object({ amount: z.int(), currency: z.literal('VND') }),
  trackingNumber: z.string().optional(),
  cancelRequested: z.boolean(),
  recallRequested: z.boolean(),
});

const hamlets = z.array(
  z.object({
    hamlet: z.string(),
    visits: z.array(
      z.object({
        jobId: z.string(),
        dossierCode: z.string(),
        name: z.string(),
        house: z.string(),
        note: z.string().optional(),
        phone: z.string().optional(),
        relativePhone: z.string().optional(),
        checkIdentity: z.boolean(),
        proxyAllowed: z.boolean(),
        cash: z.int().describe('VND to be collected at the door'),
        again: z.boolean().describe('Somebody has been there and met nobody'),
      }),
    ),
  }),
);

export const postShapes = {
  DispatchJobOffer,
  ClaimRequest,
  ClaimResponse: z.object({
    serverTime: z.string(),
    claimId: z.string(),
    pollAfterSeconds: z.int(),
    jobs: z.array(DispatchJobOffer),
  }),
  HeldJobs: z.object({ jobs: z.array(DispatchJobOffer), cursor: z.string().optional() }),
  RenewRequest: asks.RenewRequest,
  ReleaseRequest: asks.ReleaseRequest,
  AcceptJobRequest,
  RejectRequest: asks.RejectRequest,
  AcceptBatch: z.strictObject({ items: z.array(asks.AcceptItem).min(1).max(100) }),
  AcceptBatchResponse: z.object({
    results: z.array(
      z.object({
        index: z.int(),
        outcome: z.enum(['ACCEPTED', 'REJECTED']),
        job: DispatchJobOffer.optional(),
        problem: ItemProblem.optional(),
        pointers: z.array(z.string()).optional(),
      }),
    ),
  }),
  TrackingEvent,
  TrackingBatch: z.strictObject({ events: z.array(TrackingEvent).min(1).max(100) }),
  TrackingBatchResponse: z.object({
    results: z.array(
      z.object({
        index: z.int(),
        eventId: z.string().optional(),
        outcome: Outcome,
        note: z.string().optional().describe('Why an event moved nothing, such as `late` or `unknown-code`'),
        problem: ItemProblem.optional(),
        pointers: z.array(z.string()).optional(),
        missingEvidence: z
          .array(z.object({ evidenceId: z.string(), because: z.enum(['unknown', 'not-uploaded']) }))
          .optional()
          .describe('Named by the event and not there; the event counts all the same'),
      }),
    ),
  }),
  RemittanceReport,
  RemittanceResponse: z.object({
    remittanceId: z.string(),
    lines: z.array(
      z.object({
        trackingNumber: z.string(),
        outcome: z.enum(['MATCHED', 'DIFFERENCE', 'UNMATCHED', 'DUPLICATE', 'NOT_DELIVERED']),
        difference: z.int().optional().describe('VND that came too much, or too little when negative'),
      }),
    ),
  }),
  ChangeFeed: z.object({
    changes: z.array(
      z.object({
        changeId: z.string(),
        jobId: z.string(),
        kind: z.enum(['cancelled', 'cancel-requested', 'recall-requested', 'address-corrected', 'corrected']),
        at: z.string(),
        revision: z.int(),
        leaseEpoch: z.int(),
      }),
    ),
    cursor: z.string().optional().describe('To be sent as `after` the next time'),
  }),
  PartnerHealth: z.object({
    serverTime: z.string(),
    partner: z.string(),
    codes: z.string(),
    numbers: z.enum(['ours', 'yours']),
  }),
  ManifestRequest: wards.ManifestRequest,
  Manifest,
  SealedManifest: z.object({
    manifest: Manifest,
    leftOff: z.array(z.object({ jobId: z.string(), because: z.string() })),
  }),
  CountedManifest: z.object({ manifest: Manifest }),
  HandoverCount,
  WardCount,
  JobRequest: wards.JobRequest,
  ReasonRequest: wards.ReasonRequest,
  CorrectionRequest: wards.CorrectionRequest,
  RedispatchRequest: wards.RedispatchRequest,
  OfferRequest: wards.OfferRequest,
  NoFields: wards.NoFields,
  WardJob: z.looseObject({ jobId: z.string(), state: z.enum(jobStates), dossierCode }),
  WardJobs: z.object({
    jobs: z.array(z.looseObject({ jobId: z.string(), state: z.enum(jobStates) })),
    cursor: z.string().optional(),
  }),
  WaitingPapers,
  CashReport,
  CashConfirmation: ConfirmationRequest,
  CashConfirmed: Confirmed,
  SettleCashRequest: SettleRequest,
  CorrectEndRequest,
  ReturnRequest,
  QuarantinedScans: z.object({ scans: z.array(QuarantinedScan) }),
  EvidenceRequest,
  EvidenceResponse: z.object({
    evidenceId: z.string().describe('To be named in the `evidenceIds` of a tracking event'),
    upload: z.object({
      method: z.literal('PUT'),
      url: z.string(),
      headers: z.record(z.string(), z.string()).describe('To be sent exactly so; any other file is refused'),
      expiresAt: z.string(),
    }),
  }),
  EvidenceList: z.object({
    evidence: z.array(
      EvidenceRequest.extend({
        evidenceId: z.string(),
        at: z.string(),
        state: z.enum(['awaited', 'uploaded', 'deleted']),
      }),
    ),
  }),
  EvidenceLink: z.object({ url: z.string() }),
  VisitList: z.object({ hamlets }),
  RoundRequest: wards.RoundRequest,
  RoundResponse: z.object({
    taken: z.array(z.string()).describe('Job ids; the same round again names them again'),
    left: z.array(z.object({ jobId: z.string(), because: z.string() })),
    hamlets,
  }),
  VisitReport,
  VisitAnswer: z.object({ outcome: Outcome, note: z.string().optional() }),
} as const satisfies Record<string, z.ZodType>;
