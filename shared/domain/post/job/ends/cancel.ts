/**
 * Taking a job back. As long as no partner has accepted it, the office decides alone and every lease token dies at
 * once. After acceptance it asks, and the partner answers: the papers may be in a sack already. On the way they can
 * only be recalled.
 */
import type { Instant } from '../../../values/instant.ts';
import { bookCod } from '../../money/cod.ts';
import type { PartnerAnswer } from '../../partner/partner-requests.ts';
import type { DispatchJob } from '../dispatch-job.ts';
import { mayHappen } from '../dispatch-moves.ts';
import type { JobStep } from '../job-step.ts';

export type Cancelling = { is: 'step'; step: JobStep } | { is: 'already' } | { is: 'too-late' };

const waived = ({ cod }: DispatchJob) => bookCod(cod, 'waived') ?? cod;

/** What cancelling means for the job as it stands. */
export const cancelling = (job: DispatchJob, reason: string, at: Instant): Cancelling => {
  if (job.state === 'cancelled' || job.state === 'cancel-requested') return { is: 'already' };
  const asked = { at, onlyIf: { revision: job.revision } } as const;
  const cancel = { at, reason };
  if (mayHappen('cancel-requested', job.state))
    return {
      is: 'step',
      step: { ...asked, happened: 'cancel-requested', set: { cancel }, change: 'cancel-requested' },
    };
  if (!mayHappen('cancelled', job.state)) return { is: 'too-late' };
  return {
    is: 'step',
    step: {
      ...asked,
      happened: 'cancelled',
      set: { cancel, cod: waived(job), visibleAt: undefined },
      raisesEpoch: true,
      ...(job.state === 'leased' && { change: 'cancelled' as const }),
    },
  };
};

/** The partner's answer: it has not taken the papers and will not, or it cannot stop any more. */
export const answeringCancel = (job: DispatchJob, answer: PartnerAnswer, at: Instant): JobStep => {
  const asked = job.cancel ?? { at, reason: '' };
  const onlyIf = { revision: job.revision };
  return answer.confirmed
    ? {
        happened: 'cancel-confirmed',
        at,
        onlyIf,
        set: { cancel: { ...asked, answer: 'confirmed' }, cod: waived(job), manifestId: undefined },
        raisesEpoch: true,
      }
    : { happened: 'cancel-refused', at, onlyIf, set: { cancel: { ...asked, answer: answer.reason } } };
};

/** Asks the partner to bring the papers back. It answers by a return scan, or refuses. */
export const recalling = (job: DispatchJob, reason: string, at: Instant): JobStep => ({
  happened: 'recall-requested',
  at,
  onlyIf: { revision: job.revision },
  set: { recall: { at, reason } },
  change: 'recall-requested',
});

export const refusingRecall = (job: DispatchJob, reason: string, at: Instant): JobStep => ({
  happened: 'recall-refused',
  at,
  onlyIf: { revision: job.revision },
  set: { recall: { ...(job.recall ?? { at, reason: '' }), answer: reason } },
});

/** What a wish leaves to the office while the papers go on: an answer to wait for, or a no of which the citizen may not have heard. */
export const wishWork = ({ cancel, recall, state }: DispatchJob): string[] => [
  ...(cancel && state === 'cancel-requested' ? [`the partner has to answer: ${cancel.reason}`] : []),
  ...(cancel?.answer !== undefined && mayHappen('cancel-requested', state)
    ? [`cancel-refused: ${cancel.answer}`]
    : []),
  ...(recall && mayHappen('recall-requested', state)
    ? [recall.answer === undefined ? 'recall-requested' : `recall-refused: ${recall.answer}`]
    : []),
];
