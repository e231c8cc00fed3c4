import { canonical } from '../../../domain/values/writing/canonical.ts';
import {
  type Confirmation,
  type ConfirmationRequest,
  linesToConfirm,
  reconciling,
  sumOfLines,
  type Confirmations,
} from '../../../domain/post/money/confirm-cash.ts';
import { decideOn } from '../office/decide-on.ts';
import type { Clock } from '../../../domain/values/instant.ts';
import type { CashBooks } from '../../../domain/post/money/cash-book.ts';
import type { DispatchJobs } from '../../../domain/post/job/dispatch-jobs.ts';

type Ports = { jobs: DispatchJobs; books: CashBooks; confirmations: Confirmations; clock: Clock };

type CashConfirmed =
  | {
      is: 'confirmed';
      confirmation: Confirmation;
      reconciled: string[];
      left: { jobId: string; cod: string }[];
    }
  | { is: 'total-differs'; expected: number; lines: number }
  | { is: 'nothing-to-confirm' | 'confirmation-id-reused' };

/** Jobs that are written at the same time. */
const atOnce = 10;

/**
 * A person has seen a partner's money: the cash of these jobs is settled for good. The sum they saw has to be the sum of
 * the lines, so that a line which came in between is not confirmed unseen. What is about to be confirmed is written
 * first: a repeat after a crash finishes it and says the same.
 */
export const confirmCash =
  ({ jobs, books, confirmations, clock }: Ports) =>
  async (ward: string, request: ConfirmationRequest, client: string): Promise<CashConfirmed> => {
    const earlier = await confirmations.find(ward, request.confirmationId);
    const wanted = earlier ?? (await gathered(books, ward, request, client, clock()));
    if ('is' in wanted) return wanted;
    const put = earlier
      ? { is: 'existing' as const, confirmation: earlier }
      : await confirmations.open(wanted);
    const confirmation = put.is === 'existing' ? put.confirmation : wanted;
    if (canonical(confirmation.request) !== canonical(request)) return { is: 'confirmation-id-reused' };

    const reconciled: string[] = [];
    const left: { jobId: string; cod: string }[] = [];
    const { confirmationId } = request;
    const settle = async (jobId: string): Promise<void> => {
      const made = await decideOn<'stands'>(
        jobs,
        { ward },
        jobId,
        (job) => reconciling(job, confirmationId, clock()) ?? 'stands',
      );
      const cod = 'job' in made ? made.job.cod : undefined;
      if (cod?.confirmationId === confirmationId) reconciled.push(jobId);
      else left.push({ jobId, cod: cod?.state ?? 'unknown' });
    };
    for (let from = 0; from < confirmation.jobIds.length; from += atOnce)
      await Promise.all(confirmation.jobIds.slice(from, from + atOnce).map(settle));
    return { is: 'confirmed', confirmation, reconciled: reconciled.toSorted(), left };
  };

const gathered = async (
  books: CashBooks,
  ward: string,
  request: ConfirmationRequest,
  client: string,
  at: Confirmation['at'],
): Promise<Confirmation | Exclude<CashConfirmed, { is: 'confirmed' }>> => {
  const lines = linesToConfirm(await books.open({ ward }), request);
  if (lines.length === 0) return { is: 'nothing-to-confirm' };
  const expected = sumOfLines(lines);
  if (expected !== request.total) return { is: 'total-differs', expected, lines: lines.length };
  return { ward, request, client, at, jobIds: lines.map(({ jobId }) => jobId).toSorted() };
};
