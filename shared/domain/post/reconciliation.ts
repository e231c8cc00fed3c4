/** The day's money at a glance, from the jobs themselves. Whole VND. */
import { between, days, type Instant } from '../instant.ts';
import { bookCod, type CodState, codStates } from './cod.ts';
import type { DispatchJob } from './dispatch-job.ts';
import type { Step } from './job-step.ts';

type Sum = { jobs: number; amount: number };
export type MoneyReport = Record<Exclude<CodState, 'none'>, Sum> & {
  /** Collected at a door and longer than allowed on its way to the office: whom to ask about. */
  overdue: { jobId: string; amount: number; collectedAt: Instant }[];
};

const sumOf = (jobs: readonly DispatchJob[], amount: (job: DispatchJob) => number): Sum => ({
  jobs: jobs.length,
  amount: jobs.reduce((total, job) => total + amount(job), 0),
});

const cash = ({ cod }: DispatchJob): number => cod.collected ?? cod.due;

/** Adds up what is due, at a door, remitted, reconciled and disputed; cash on its way for more than `openDays` is named. */
export const moneyReport = (jobs: readonly DispatchJob[], now: Instant, openDays: number): MoneyReport => {
  const inState = (wanted: CodState) => jobs.filter(({ cod }) => cod.state === wanted);
  const byState = Object.fromEntries(
    codStates
      .filter((state) => state !== 'none')
      .map((state) => [
        state,
        sumOf(inState(state), (job) => (state === 'remitted' ? (job.cod.remitted ?? 0) : cash(job))),
      ]),
  ) as Record<Exclude<CodState, 'none'>, Sum>;
  return {
    ...byState,
    overdue: inState('collected').flatMap(({ jobId, cod: { collected = 0, collectedAt } }) =>
      collectedAt !== undefined && between(collectedAt, now) > days(openDays)
        ? [{ jobId, amount: collected, collectedAt }]
        : [],
    ),
  };
};

/** The office has seen the money in its account. */
export const reconciling = (job: DispatchJob, at: Instant): Step | undefined => {
  const cod = bookCod(job.cod, 'reconciled');
  return cod && { happened: 'money-booked', at, onlyIf: { revision: job.revision }, set: { cod } };
};
