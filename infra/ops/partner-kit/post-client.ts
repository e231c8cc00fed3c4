import * as z from 'zod';
import type { Api } from '../api-client/api.ts';

/** What a partner's own program needs to know of a job; there is more, and more may come. */
export const OfferedJob = z.object({
  jobId: z.string(),
  state: z.string(),
  lease: z.object({ epoch: z.int() }),
  dossierCode: z.string(),
  trackingNumber: z.string().optional(),
  cod: z.object({ amount: z.int() }),
  cancelRequested: z.boolean(),
});
export type OfferedJob = z.infer<typeof OfferedJob>;

const Claimed = z.object({ pollAfterSeconds: z.number(), jobs: z.array(OfferedJob) });
const Held = z.object({ jobs: z.array(OfferedJob), cursor: z.string().optional() });
export const Scanned = z.object({
  results: z.array(
    z.object({
      index: z.int(),
      eventId: z.string().optional(),
      outcome: z.enum(['APPLIED', 'RECORDED', 'DUPLICATE', 'REJECTED', 'QUARANTINED']),
      note: z.string().optional(),
      problem: z.object({ type: z.string() }).optional(),
      missingEvidence: z.array(z.object({ evidenceId: z.string(), because: z.string() })).optional(),
    }),
  ),
});
const Changes = z.object({
  changes: z.array(z.object({ changeId: z.string(), jobId: z.string(), kind: z.string() })),
  cursor: z.string().optional(),
});

/** An answer as it came: the status, and the body where it is JSON. */
export type Answer = { status: number; body: unknown; text: string; headers: Headers };

/** The partner API, a call a method. Every one of them may be repeated: that is what makes a client crash-safe. */
export const postClient = (api: Api) => {
  const ask = async (method: string, path: string, body?: unknown, headers = {}): Promise<Answer> => {
    const response = await api.fetch(`/partner/v1${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = text !== '' && (response.headers.get('content-type') ?? '').includes('json');
    return {
      status: response.status,
      body: isJson ? JSON.parse(text) : undefined,
      text,
      headers: response.headers,
    };
  };
  const must = async <Schema extends z.ZodType>(schema: Schema, answer: Promise<Answer>) => {
    const { status, body, text } = await answer;
    if (status !== 200) throw new Error(`${status}: ${text}`);
    return schema.parse(body);
  };
  return {
    ask,
    claim: (claimId: string, maxJobs: number, leaseSeconds: number) =>
      must(Claimed, ask('POST', '/dispatch-jobs/claim', { claimId, maxJobs, leaseSeconds })),
    /** Every job of mine in these states, page by page. */
    held: async (...states: string[]): Promise<OfferedJob[]> => {
      const jobs: OfferedJob[] = [];
      let cursor: string | undefined;
      do {
        const query = new URLSearchParams({
          holder: 'me',
          state: states.join(','),
          ...(cursor && { cursor }),
        });
        const page = await must(Held, ask('GET', `/dispatch-jobs?${query.toString()}`));
        jobs.push(...page.jobs);
        cursor = page.cursor;
      } while (cursor !== undefined);
      return jobs;
    },
    /** `renew`, `release`, `accept`, `reject`, `confirm-cancel`, … */
    tell: (jobId: string, act: string, body: unknown = {}) =>
      ask('POST', `/dispatch-jobs/${encodeURIComponent(jobId)}/${act}`, body),
    look: (jobId: string, headers = {}) =>
      ask('GET', `/dispatch-jobs/${encodeURIComponent(jobId)}`, undefined, headers),
    label: (jobId: string) => ask('GET', `/dispatch-jobs/${encodeURIComponent(jobId)}/label?format=zpl`),
    scans: (events: readonly unknown[]) => must(Scanned, ask('POST', '/tracking-events', { events })),
    changes: (after: string | undefined) =>
      must(
        Changes,
        ask('GET', `/changes${after === undefined ? '' : `?after=${encodeURIComponent(after)}`}`),
      ),
    remit: (report: unknown) => ask('POST', '/cod-remittances', report),
  };
};
export type PostClient = ReturnType<typeof postClient>;
