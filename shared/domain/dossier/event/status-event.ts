import * as z from 'zod';
import { unlessNull } from '../../values/wire/unless-null.ts';
import { cleanText } from '../../values/writing/clean-text.ts';
import { DossierCode } from '../dossier-code.ts';
import { type Instant, InstantWithOffset } from '../../values/instant.ts';
import type { OpenPart, Privacy } from '../../values/privacy.ts';
import { ReceiptCode } from '../receipt/receipt-code.ts';
import { portalStatuses, ReturnMethod, Status } from '../statuses.ts';
import { KnownDate } from '../../values/known-date.ts';
import { Helped, LateBecause, OnTheSpot } from './how-served.ts';
import type { OwnAct } from './own-act.ts';
import { spelledAsInEvents } from '../../values/places/address-spelling.ts';
import { Ward } from '../../values/ward.ts';
import { Warning, warningsAtMost } from '../../values/warning.ts';
import { EventId, Channel } from '../../values/ids.ts';

const text = (longest: number) => z.string().transform(cleanText).pipe(z.string().min(1).max(longest));

/** How callers name a status: by our name or by the portal's number, which some send as text. */
const StatusInput = z
  .union([
    Status,
    z.int().min(1).max(portalStatuses.length),
    z
      .string()
      .regex(/^(?:0?[1-9]|10)$/)
      .transform(Number),
  ])
  .transform((given): Status => (typeof given === 'number' ? portalStatuses[given - 1]! : given));

/** A phone as somebody wrote it; what can be made of it is decided by `readPhone`, so a bad one never costs the event. */
const Phone = z.string().trim().max(200);

const Person = z.strictObject({
  name: unlessNull(text(200)),
  phone: unlessNull(Phone),
});

const Applicant = z.strictObject({
  ...Person.shape,
  language: unlessNull(z.enum(['vi', 'en'])),
  channels: unlessNull(z.array(Channel).max(5)),
});

/** Province and commune by code (QĐ 19/2025/QĐ-TTg); districts ended on 2025-07-01. */
const DeliveryAddress = z.preprocess(
  spelledAsInEvents,
  z.strictObject({
    name: unlessNull(text(200)),
    phone: unlessNull(Phone),
    street: text(300),
    commune: unlessNull(z.string().regex(/^\d{5}$/)),
    province: unlessNull(z.string().regex(/^\d{2}$/)),
  }),
);

/** What happened to a person (sự kiện hộ tịch); letters are unique per person event, not per dossier. */
export const ReportedPersonEvent = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('birth'),
    /** Absent while the child has none. */
    childName: unlessNull(text(200)),
    bornOn: unlessNull(KnownDate),
    sex: unlessNull(z.enum(['female', 'male'])),
    parents: unlessNull(z.array(text(200)).max(2)),
  }),
  z.strictObject({
    kind: z.literal('marriage'),
    spouses: unlessNull(z.array(text(200)).length(2)),
    marriedOn: unlessNull(KnownDate),
  }),
  z.strictObject({
    kind: z.literal('death'),
    deceasedName: unlessNull(text(200)),
    diedOn: unlessNull(KnownDate),
    sex: unlessNull(z.enum(['female', 'male'])),
    /** Where the register has it: tells a child who died from a namesake. */
    bornOn: unlessNull(KnownDate),
  }),
]);

export type ReportedPersonEvent = z.infer<typeof ReportedPersonEvent>;
/** Several procedures handed in as one ("2 trong 1"): the bundle's name and how many dossiers it has. */
const Bundle = z.strictObject({ id: text(40), parts: z.int().min(2).max(10) });

/** "This dossier is now in this status": one item of `POST /v1/status-events`. Unknown fields are refused, so that a misspelt one is noticed at the desk. */
export const StatusEvent = z.strictObject({
  eventId: EventId,
  dossierCode: DossierCode,
  procedureCode: unlessNull(text(30)),
  /** What the procedure is called, for codes that our table does not know. It goes on paper, never into an SMS. */
  procedureName: unlessNull(text(300)),
  status: StatusInput,
  occurredAt: InstantWithOffset,
  /** Only its facts are taken until a report dates it: `occurredAt` is a time before which it was not. */
  timeUnknown: unlessNull(z.boolean()),
  sequence: unlessNull(z.int().min(0).max(999_999_999)),
  /** How often the dossier has come into this status, where the sender counts: 2 is the second request for papers. */
  round: unlessNull(z.int().min(1).max(1000)),
  applicant: unlessNull(Applicant),
  onBehalf: unlessNull(Person),
  dueAt: unlessNull(InstantWithOffset),
  newDueAt: unlessNull(InstantWithOffset),
  reason: unlessNull(text(500)),
  fee: unlessNull(z.int().min(0).max(1_000_000_000)),
  receivedBy: unlessNull(Ward),
  decidedBy: unlessNull(Ward),
  returnedBy: unlessNull(Ward),
  returnMethod: unlessNull(ReturnMethod),
  deliveryAddress: unlessNull(DeliveryAddress),
  bundle: unlessNull(Bundle),
  personEvent: unlessNull(ReportedPersonEvent),
  /** How it was filed; whoever filed online has no slip of paper and no desk where it was handed in. */
  filingChannel: unlessNull(z.enum(['counter', 'online', 'zalo', 'post'])),
  /** Whether papers of it were scanned. */
  digitised: unlessNull(z.boolean()),
  helped: unlessNull(z.array(Helped).max(2)),
  onTheSpot: unlessNull(OnTheSpot),
  lateBecause: unlessNull(LateBecause),
  /** Where the sender's system makes one; ours opens the dossier beside it. */
  receiptCode: unlessNull(ReceiptCode),
  /** What the sender could not read in its own source; what we cannot read ourselves is added. */
  warnings: unlessNull(z.array(Warning).max(warningsAtMost)),
});
export type StatusEvent = z.infer<typeof StatusEvent>;
/** A status event that is durable: whose it is and when we took it. */
export type AcceptedEvent = StatusEvent & {
  ward: Ward;
  acceptedAt: Instant;
  /**
   * Takes back an event that we made ourselves and that was not true, such as a delivery that never was. It is no step
   * of its own: the dossier stands as if the other event had never come. No caller can send this.
   */
  voids?: EventId;
  /** What somebody of the office did: it may bring facts, and is no step of its own either. */
  act?: OwnAct;
  /** The dossier that another office hands over, as JSON: only `take-over.ts` reads it. */
  carried?: string;
};

/** Who somebody is, where they live, what happened to them, and an officer's words about it. */
export const statusEventPrivacy = {
  eventId: 'open',
  dossierCode: 'open',
  procedureCode: 'open',
  procedureName: 'open',
  status: 'open',
  occurredAt: 'open',
  timeUnknown: 'open',
  sequence: 'open',
  applicant: 'personal',
  onBehalf: 'personal',
  dueAt: 'open',
  newDueAt: 'open',
  reason: 'personal',
  fee: 'open',
  receivedBy: 'open',
  decidedBy: 'open',
  returnedBy: 'open',
  returnMethod: 'open',
  deliveryAddress: 'personal',
  bundle: 'open',
  personEvent: 'personal',
  filingChannel: 'open',
  digitised: 'open',
  helped: 'open',
  onTheSpot: 'open',
  lateBecause: 'open',
  receiptCode: 'personal', // whoever has it may look the dossier up
  round: 'open',
  warnings: 'personal',
  ward: 'open',
  acceptedAt: 'open',
  voids: 'open',
  act: 'personal',
  carried: 'personal',
} as const satisfies Privacy<AcceptedEvent>;
/** What a log line about an event may be made of. */
export type OpenEvent = OpenPart<AcceptedEvent, typeof statusEventPrivacy>;
