/** The shapes that cross the API about dispatch jobs, by the name they have in its description. */
import * as z from 'zod';
import { CashReport } from './money/cash-report-shape.ts';
import { ChangeTold } from './job/change.ts';
import { ConfirmationRequest, CashConfirmed, SettleRequest } from './money/confirm-cash.ts';
import { CorrectEndRequest, QuarantinedScan } from './tracking/correct-end.ts';
import { EvidenceRequest, EvidenceSeen } from './evidence/evidence.ts';
import { ClaimAnswer, DispatchJobOffer } from './job/job-offer.ts';
import { AcceptJobRequest, ClaimRequest } from './job/lease.ts';
import { HandoverCount, Manifest, WardCount } from './paper/manifest.ts';
import * as asks from './partner/partner-requests.ts';
import { PartnerHealth } from './partner/partner.ts';
import { RemittanceReport } from './money/remittance.ts';
import { ReturnRequest } from './job/ends/returns.ts';
import { TrackingEvent } from './tracking/tracking-event.ts';
import { Visits } from './paper/visit-list.ts';
import { VisitReport } from './paper/visit-report.ts';
import { WaitingPapers } from './partner/waiting-papers.ts';
import { WardJob } from './job/ward-job.ts';
import * as wards from './partner/ward-requests.ts';

const Outcome = z.enum(['APPLIED', 'RECORDED', 'DUPLICATE', 'REJECTED', 'QUARANTINED']);
const ItemProblem = z.strictObject({ type: z.string(), title: z.string(), status: z.int() });
export const postShapes = {
  DispatchJobOffer,
  ClaimRequest,
  ClaimResponse: ClaimAnswer,
  HeldJobs: z.strictObject({ jobs: z.array(DispatchJobOffer), cursor: z.string().optional() }),
  RenewRequest: asks.RenewRequest,
  ReleaseRequest: asks.ReleaseRequest,
  AcceptJobRequest,
  RejectRequest: asks.RejectRequest,
  AcceptBatch: z.strictObject({ items: z.array(asks.AcceptItem).min(1).max(100) }),
  AcceptBatchResponse: z.strictObject({
    results: z.array(
      z.strictObject({
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
  TrackingBatchResponse: z.strictObject({
    results: z.array(
      z.strictObject({
        index: z.int(),
        eventId: z.string().optional(),
        outcome: Outcome,
        note: z.string().optional().describe('Why an event moved nothing, such as `late` or `unknown-code`'),
        problem: ItemProblem.optional(),
        pointers: z.array(z.string()).optional(),
        missingEvidence: z
          .array(z.strictObject({ evidenceId: z.string(), because: z.enum(['unknown', 'not-uploaded']) }))
          .optional()
          .describe('Named by the event and not there; the event counts all the same'),
      }),
    ),
  }),
  RemittanceReport,
  RemittanceResponse: z.strictObject({
    remittanceId: z.string(),
    lines: z.array(
      z.strictObject({
        trackingNumber: z.string(),
        outcome: z.enum(['MATCHED', 'DIFFERENCE', 'UNMATCHED', 'DUPLICATE', 'NOT_DELIVERED']),
        difference: z.int().optional().describe('VND that came too much, or too little when negative'),
      }),
    ),
  }),
  ChangeFeed: z.strictObject({
    changes: z.array(ChangeTold),
    cursor: z.string().optional().describe('To be sent as `after` the next time'),
  }),
  PartnerHealth,
  ManifestRequest: wards.ManifestRequest,
  Manifest,
  SealedManifest: z.strictObject({
    manifest: Manifest,
    leftOff: z.array(z.strictObject({ jobId: z.string(), because: z.string() })),
  }),
  CountedManifest: z.strictObject({ manifest: Manifest }),
  HandoverCount,
  WardCount,
  JobRequest: wards.JobRequest,
  ReasonRequest: wards.ReasonRequest,
  CorrectionRequest: wards.CorrectionRequest,
  PartnerAnswer: asks.PartnerAnswer,
  RedispatchRequest: wards.RedispatchRequest,
  OfferRequest: wards.OfferRequest,
  NoFields: wards.NoFields,
  OfferedWaiting: wards.OfferedWaiting,
  WardJob,
  WardJobs: z.strictObject({ jobs: z.array(WardJob), cursor: z.string().optional() }),
  WaitingPapers,
  CashReport,
  CashConfirmation: ConfirmationRequest,
  CashConfirmed: CashConfirmed,
  SettleCashRequest: SettleRequest,
  CorrectEndRequest,
  ReturnRequest,
  QuarantinedScans: z.strictObject({ scans: z.array(QuarantinedScan) }),
  EvidenceRequest,
  EvidenceResponse: z.strictObject({
    evidenceId: z.string().describe('To be named in the `evidenceIds` of a tracking event'),
    upload: z.strictObject({
      method: z.literal('PUT'),
      url: z.string(),
      headers: z.record(z.string(), z.string()).describe('To be sent exactly so; any other file is refused'),
      expiresAt: z.string(),
    }),
  }),
  EvidenceList: z.strictObject({
    evidence: z.array(EvidenceSeen),
  }),
  EvidenceLink: z.strictObject({ url: z.string() }),
  VisitList: z.strictObject({ hamlets: Visits }),
  RoundRequest: wards.RoundRequest,
  RoundResponse: z.strictObject({
    taken: z.array(z.string()).describe('Job ids; the same round again names them again'),
    left: z.array(z.strictObject({ jobId: z.string(), because: z.string() })),
    hamlets: Visits,
  }),
  VisitReport,
  VisitAnswer: z.strictObject({ outcome: Outcome, note: z.string().optional() }),
} as const satisfies Record<string, z.ZodType>;
