/** Requests about a person's data as callers of the API meet them. */
import * as z from 'zod';
import { RequestedBy } from './erasure.ts';
import { exportFiles, PersonRequest } from './person-request.ts';
import { type KeptName, whatIsKept } from './what-is-kept.ts';

const Kept = z.strictObject({ what: z.string(), count: z.int(), until: z.string(), source: z.string() });

export const PersonRequestSeen = PersonRequest.pick({
  id: true,
  what: true,
  state: true,
  request: true,
  receivedOn: true,
  answerBy: true,
  askedAt: true,
  endedAt: true,
  found: true,
}).extend({
  erased: z
    .record(z.string(), z.int())
    .optional()
    .describe('How many entries of each kind lost their person'),
  kept: z.array(Kept).optional().describe('What a law keeps, in the words of the receipt'),
});
export type PersonRequestSeen = z.infer<typeof PersonRequestSeen>;

export const PersonRequestList = z.strictObject({ requests: z.array(PersonRequestSeen) });

/** What a law keeps, in the words of the receipt. */
export const keptInWords = (kept: Readonly<Record<string, number>>): z.infer<typeof Kept>[] =>
  Object.entries(kept).map(([name, count]) => {
    const { vi, until, source } = whatIsKept[name as KeptName];
    return { what: vi, count, until, source };
  });

export const personRequestSeen = ({ erasure, ...one }: PersonRequest): PersonRequestSeen => ({
  ...PersonRequestSeen.omit({ erased: true, kept: true }).strip().parse(one),
  ...(erasure && { erased: erasure.erased, kept: keptInWords(erasure.kept) }),
});

/** `?file=`: which of the two files of an export. */
export const ExportFileQuery = z.object({ file: z.enum(exportFiles).default('du-lieu.pdf') });

export const PersonFileLink = z.strictObject({ url: z.string() });

/** A phone that is wrong, to be put right in each of its dossiers; facts of one dossier have a door of their own. */
export const PersonCorrection = z.strictObject({
  request: RequestedBy.shape.request,
  reason: RequestedBy.shape.reason.max(120),
  phone: z.string().max(60),
  to: z.string().max(60),
});
export type PersonCorrection = z.infer<typeof PersonCorrection>;

export const PersonCorrected = z.strictObject({
  results: z.array(z.strictObject({ dossierCode: z.string(), outcome: z.string() })),
});
export type PersonCorrected = z.infer<typeof PersonCorrected>;
