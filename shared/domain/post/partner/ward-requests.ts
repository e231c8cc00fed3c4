/** What a ward office asks about its dispatch jobs. Unknown fields are refused. */
import * as z from 'zod';
import { DossierCode } from '../../dossier/dossier-code.ts';
import { AddressAsked } from '../../values/places/address.ts';
import { cleaned, PaperName } from '../../values/writing/cleaned.ts';
import { NewDispatchJob } from '../job/dispatch-job.ts';
import { Vnd } from '../money/fee.ts';

const Reason = cleaned(1, 200);
const { partner: Partner } = NewDispatchJob.shape;
const Phone = z.string().min(1).max(20);

/** Whoever reads a label may be led by what stands on it. */
const AddressForPaper = AddressAsked.refine(
  ({ line1, hamlet = '', note = '' }) =>
    ![line1, hamlet, note].some((line) => /\/\/|www\.|https?:/i.test(line)),
  'an address holds no link · địa chỉ không được chứa đường dẫn',
);

/** A journey by hand: what the ward has arranged is added to it. */
export const JobRequest = z.strictObject({
  dossierCode: DossierCode,
  resultVersion: NewDispatchJob.shape.resultVersion.default(1),
  direction: NewDispatchJob.shape.direction.default('to-citizen'),
  /** Another partner than the ward's preferred one, such as `ward-26506` for its own people. */
  partner: Partner.optional(),
  citizen: z.strictObject({
    name: PaperName,
    phone: Phone.optional(),
    /** Of a relative, who hears of the journey instead. */
    relativePhone: Phone.optional(),
    address: AddressForPaper,
  }),
  codDue: Vnd.optional(),
  dueBy: NewDispatchJob.shape.dueBy,
});
export type JobRequest = z.infer<typeof JobRequest>;

export const ReasonRequest = z.strictObject({ reason: Reason });
export const CorrectionRequest = z.strictObject({ address: AddressForPaper, phone: Phone.optional() });
export type CorrectionRequest = z.infer<typeof CorrectionRequest>;
export const RedispatchRequest = z.strictObject({
  address: AddressForPaper.optional(),
  partner: Partner.optional(),
});
export type RedispatchRequest = z.infer<typeof RedispatchRequest>;
export const OfferRequest = z.strictObject({ partner: Partner });
/** What became of the journeys that waited for the ward's arrangement. */
export const OfferedWaiting = z.strictObject({
  offered: z.array(z.string()).describe('The jobs that are on offer now'),
  waiting: z
    .array(z.strictObject({ jobId: z.string(), waitsFor: z.array(z.string()) }))
    .describe('Drafts that wait on, and for what'),
});
export type OfferedWaiting = z.infer<typeof OfferedWaiting>;

/** A round of the ward's own people; the same id again takes nothing more along. */
export const RoundRequest = z.strictObject({
  roundId: z.string().min(8).max(100),
  maxJobs: z.int().min(1).max(50).default(50),
});
export const NoFields = z.strictObject({});

/** A hand-over list; its name is the caller's own, such as the day's number. */
export const ManifestRequest = z.strictObject({
  name: z.string().regex(/^[A-Za-z0-9._-]{1,40}$/),
  ward: z
    .string()
    .regex(/^\d{5}$/)
    .optional(),
  partner: Partner.optional(),
  /** Everything that waits for this partner, where nothing is said. */
  jobIds: z.array(z.string().max(200)).min(1).max(500).optional(),
});
export type ManifestRequest = z.infer<typeof ManifestRequest>;
