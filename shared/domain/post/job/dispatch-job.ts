/** A dispatch job: fetch these papers here and bring them there. */
import * as z from 'zod';
import { Instant } from '../../values/instant.ts';
import type { Privacy } from '../../values/privacy.ts';
import { Address, type AddressGap, addressGaps } from '../../values/places/address.ts';
import { cleaned } from '../../values/writing/cleaned.ts';
import { Cod, codDue } from '../money/cod.ts';
import { Asked, Redirect } from './asked.ts';
import { Correction } from '../tracking/correction.ts';
import { jobStates } from './dispatch-moves.ts';
import { Charge, Fee, Vnd } from '../money/fee.ts';
import type { PlaceCatalogue } from '../../values/places/places.ts';
import { ReturnReason } from './ends/returns.ts';

/** Who may see a job: the ward that owns it, or the partner it is allocated to. It comes from the credential. */
export type JobScope = { ward: string } | { partner: string };

const Party = z.strictObject({
  name: cleaned(1, 120),
  phone: z.string().max(20).optional(),
  /** Of whoever handed the dossier in for them: word of the journey goes there first. */
  relativePhone: z.string().max(20).optional(),
  address: Address,
});

/** What the decision about a dossier knows of the transport that it asks for. */
export const NewDispatchJob = z.strictObject({
  ward: z.string().regex(/^\d{5}$/),
  partner: z.string().min(1).max(40),
  dossierCode: z.string().min(1).max(60),
  /** A letter of the office that goes by itself instead of a result: nobody is told of it, and it closes no dossier. */
  letter: z.string().min(20).max(64).optional(),
  /** Rises when the office issues the result again, so that a corrected result may be sent a second time. */
  resultVersion: z.int().positive(),
  /** Results go to the citizen; dossiers are collected from the citizen. */
  direction: z.enum(['to-citizen', 'from-citizen']),
  /** 1 for the first journey; a redispatch is a job of its own with the next number. */
  journey: z.int().positive().default(1),
  redispatchOf: z.string().optional(),
  /** 0 goes first, 9 last. */
  priority: z.int().min(0).max(9).default(5),
  pickup: Party,
  recipient: Party.extend({ idDocumentRequired: z.boolean(), proxyAllowed: z.boolean() }),
  parcel: z.strictObject({
    weightGrams: z.int().positive().max(30_000),
    pieces: z.int().positive().max(99),
    contents: z.string().max(60),
  }),
  fee: Fee,
  codDue: Vnd,
  dueBy: Instant.optional(),
  maxAttempts: z.int().positive().max(99).default(5),
});
export type NewDispatchJob = z.infer<typeof NewDispatchJob>;

export const DispatchJob = NewDispatchJob.omit({ codDue: true }).extend({
  jobId: z.string().min(1),
  state: z.enum(jobStates),
  /** Rises with every write. After acceptance writes are conditional on it; it is also the ETag. */
  revision: z.int().positive(),
  /** Rises with every claim, release, refusal and cancellation. Before acceptance writes are conditional on it. */
  leaseEpoch: z.int().nonnegative(),
  /** How often the job was claimed since it was last offered. */
  attempt: z.int().nonnegative(),
  /** From when on it may be claimed; for a leased job this is when the lease lapses. Absent: not on offer. */
  visibleAt: Instant.optional(),
  leasedAt: Instant.optional(),
  claimId: z.string().optional(),
  waitsFor: z.array(z.string()).optional(),
  rejectedBy: z.array(z.string()),
  rejectReason: z.string().optional(),
  /** Why it was last given back. */
  releaseReason: z.string().optional(),
  cod: Cod,
  /** What the partner charged for the transport, once for each way. */
  charges: z.array(Charge).optional(),
  createdAt: Instant,
  changedAt: Instant,
  /** When each state was first entered. */
  reached: z.partialRecord(z.enum(jobStates), Instant),
  acceptedAt: Instant.optional(),
  expectedPickupAt: Instant.optional(),
  trackingNumber: z.string().optional(),
  carrierReference: z.string().optional(),
  labelPrints: z.int().nonnegative(),
  /** The address was corrected after the label was printed: nothing leaves the office under the old one. */
  labelOutdated: z.literal(true).optional(),
  manifestId: z.string().optional(),
  /** Where the newest scan stands in the order of scans; see `tracking.ts`. */
  trackedAs: z.string().optional(),
  returnReason: ReturnReason.optional(),
  cancel: Asked.optional(),
  recall: Asked.optional(),
  redirect: Redirect.optional(),
  redispatchedAs: z.string().optional(),
  /** Who said that it ended otherwise; the newest is last. */
  corrections: z.array(Correction).optional(),
});
export type DispatchJob = z.infer<typeof DispatchJob>;

/** Free words of officers and partners are personal: nobody promises what they put into them. */
export const dispatchJobPrivacy = {
  ward: 'open',
  partner: 'open',
  dossierCode: 'open',
  letter: 'open',
  resultVersion: 'open',
  direction: 'open',
  journey: 'open',
  redispatchOf: 'open',
  priority: 'open',
  pickup: 'personal',
  recipient: 'personal',
  parcel: 'open', // the office's arrangement for all its papers
  fee: 'open',
  dueBy: 'open',
  maxAttempts: 'open',
  jobId: 'open',
  state: 'open',
  revision: 'open',
  leaseEpoch: 'open',
  attempt: 'open',
  visibleAt: 'open',
  leasedAt: 'open',
  claimId: 'open',
  waitsFor: 'open',
  rejectedBy: 'open',
  rejectReason: 'open', // a code of ours
  releaseReason: 'personal',
  cod: 'personal', // an officer's words are in it once a dispute is settled
  charges: 'open',
  createdAt: 'open',
  changedAt: 'open',
  reached: 'open',
  acceptedAt: 'open',
  expectedPickupAt: 'open',
  trackingNumber: 'open',
  carrierReference: 'open',
  labelPrints: 'open',
  labelOutdated: 'open',
  manifestId: 'open',
  trackedAs: 'open',
  returnReason: 'open',
  cancel: 'personal',
  recall: 'personal',
  redirect: 'personal',
  redispatchedAs: 'open',
  corrections: 'personal',
} as const satisfies Privacy<DispatchJob>;

type NaturalKey = Pick<
  NewDispatchJob,
  'ward' | 'dossierCode' | 'letter' | 'resultVersion' | 'direction' | 'journey'
>;

/** What is carried: an issue of the result, or a letter by the beginning of its keyed hash. */
const papersOf = ({ letter, resultVersion }: NaturalKey): string =>
  letter === undefined ? `r${resultVersion}` : `l${letter.replaceAll(/[^A-Za-z0-9]/g, '').slice(0, 16)}`;

/** The job's id is its natural key, so that deciding twice about one result asks for one journey. */
export const jobIdOf = (key: NaturalKey): string =>
  [key.ward, key.dossierCode, papersOf(key), key.direction, `j${key.journey}`].join('_');

/** What a job still waits for: who the citizen is and where, in either direction. */
export const gapsOf = (
  { direction, pickup, recipient }: Pick<NewDispatchJob, 'direction' | 'pickup' | 'recipient'>,
  places: PlaceCatalogue,
): ('name-missing' | AddressGap)[] => {
  const citizen = direction === 'to-citizen' ? recipient : pickup;
  const gaps = addressGaps(citizen, places);
  return citizen.name.trim() === '' ? ['name-missing', ...gaps] : gaps;
};

/** A new job: on offer at once, or a draft that waits with its reasons for the ward; `also` names some of them. */
export const newJob = (
  wanted: NewDispatchJob,
  places: PlaceCatalogue,
  at: Instant,
  also: readonly string[] = [],
): DispatchJob => {
  const { codDue: due, ...facts } = wanted;
  const waitsFor = [...also, ...gapsOf(wanted, places)];
  const ready = waitsFor.length === 0;
  return {
    ...facts,
    jobId: jobIdOf(wanted),
    state: ready ? 'ready' : 'draft',
    revision: 1,
    leaseEpoch: 0,
    attempt: 0,
    ...(ready ? { visibleAt: at } : { waitsFor }),
    rejectedBy: [],
    cod: codDue(due),
    createdAt: at,
    changedAt: at,
    reached: { [ready ? 'ready' : 'draft']: at },
    labelPrints: 0,
  };
};
