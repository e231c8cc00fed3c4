import type { LetterList } from '../../domain/letter/api/shapes.ts';
import type { LetterState } from '../../domain/letter/moves.ts';
import type { DispatchJob } from '../../domain/post/job/dispatch-job.ts';
import { type JobState, underway } from '../../domain/post/job/dispatch-moves.ts';
import type { JobLists } from '../../domain/post/job/job-lists.ts';
import type { DailyFigures } from '../../domain/report/counters.ts';
import type { Figure } from '../../domain/report/figures.ts';
import { type Day, dayOf } from '../../domain/values/day.ts';
import type { Clock } from '../../domain/values/instant.ts';
import type { Ward } from '../../domain/values/ward.ts';

type Ports = {
  figures: Pick<DailyFigures, 'of'>;
  lists: Pick<JobLists, 'ofWard'>;
  listLetters: (ward: Ward, asked: { state: LetterState }) => Promise<LetterList>;
  clock: Clock;
};

export type WentOut = {
  day: Day;
  figures: Readonly<Partial<Record<Figure, number>>>;
  letters: LetterList['letters'];
  papers: DispatchJob[];
};

/** The states in which a letter has left the press or the office. */
const out = ['printed', 'handed-over', 'posted'] as const satisfies LetterState[];
const gone: readonly JobState[] = [...underway, 'delivered'];

/** What left an office today: texts and calls as they are counted, letters and papers one by one. */
export const readToday =
  ({ figures, lists, listLetters, clock }: Ports) =>
  async (ward: Ward): Promise<WentOut> => {
    const day = dayOf(clock());
    const [read, letters, journeys] = await Promise.all([
      figures.of(ward, day, day),
      Promise.all(out.map((state) => listLetters(ward, { state }))),
      lists.ofWard(ward, gone),
    ]);
    return {
      day,
      figures: read.figures.get(day) ?? {},
      letters: letters.flatMap((page) => page.letters).filter(({ since }) => dayOf(since) === day),
      papers: journeys.items.filter(({ reached }) => {
        const left = reached['handed-over'] ?? reached['out-for-delivery'];
        return left !== undefined && dayOf(left) === day;
      }),
    };
  };
