import type { DispatchJob } from '../../post/job/dispatch-job.ts';
import { atOffice, type JobState } from '../../post/job/dispatch-moves.ts';
import { dayOf, daysBetween } from '../../values/day.ts';
import { bucketOf, type JourneyFate, postDayBuckets } from '../figures.ts';
import type { Tally } from '../tally.ts';

const fatesIn: Readonly<Record<Exclude<JourneyFate, 'under-way'>, readonly JobState[]>> = {
  'asked-for': ['draft', 'ready', 'leased', ...atOffice],
  delivered: ['delivered', 'partly-delivered', 'closed'],
  'came-back': ['returning', 'returned', 'return-received', 'redispatched'],
  failed: ['lost', 'damaged', 'rejected', 'needs-attention', 'dead-letter'],
  cancelled: ['cancel-requested', 'cancelled'],
};

const fateOf = ({ state, reached }: Pick<DispatchJob, 'state' | 'reached'>): JourneyFate => {
  if (state === 'closed' && reached.delivered === undefined && reached['partly-delivered'] === undefined)
    return reached['return-received'] === undefined ? 'failed' : 'came-back';
  const fates = Object.entries(fatesIn) as [JourneyFate, readonly JobState[]][];
  return fates.find(([, states]) => states.includes(state))?.[0] ?? 'under-way';
};

/** A journey adds itself to the day on which it was asked for, and the days of its way to the day on which it arrived. */
export const talliesOfJourney = (job: DispatchJob): Tally[] => {
  const { createdAt, reached } = job;
  const fate = fateOf(job);
  const [left, arrived] = [reached['handed-over'] ?? reached['in-transit'], reached.delivered];
  return [
    { day: dayOf(createdAt), figure: `journey-${fate}`, by: 1 },
    ...(fate === 'delivered' && left !== undefined && arrived !== undefined
      ? [
          {
            day: dayOf(arrived),
            figure:
              `post-days-${bucketOf(postDayBuckets, daysBetween(dayOf(left), dayOf(arrived)))}` as const,
            by: 1,
          },
        ]
      : []),
  ];
};
