import { randomUUID } from 'node:crypto';
import { account, region } from '../place.ts';
import type { Schedule } from '../template/read-calls.ts';
import { nextCall } from './schedule.ts';

/** setTimeout takes no longer waits than this (milliseconds). */
const longest = 2 ** 31 - 1;

/** What a schedule hands over: its own input, with the scheduler's words filled in, or EventBridge's event. */
export const scheduledEvent = ({ input, arn }: Schedule, time: Date): unknown => {
  const at = `${time.toISOString().slice(0, 19)}Z`;
  const id = randomUUID();
  if (input !== undefined)
    return JSON.parse(
      input
        .replaceAll('<aws.scheduler.scheduled-time>', at)
        .replaceAll('<aws.scheduler.schedule-arn>', arn)
        .replaceAll('<aws.scheduler.execution-id>', id)
        .replaceAll('<aws.scheduler.attempt-number>', '1'),
    );
  return {
    version: '0',
    id,
    'detail-type': 'Scheduled Event',
    source: 'aws.events',
    account,
    time: at,
    region,
    resources: [arn],
    detail: {},
  };
};

/** Lets the clock call, by the system's own time (`now`, milliseconds since 1970), until the signal. */
export const runSchedules = (
  schedules: readonly Schedule[],
  call: (name: string, event: unknown) => void,
  now: () => number,
  signal: AbortSignal,
): void => {
  const start = now();
  for (const schedule of schedules) {
    let timer: NodeJS.Timeout | undefined;
    const wait = (due: number): void => {
      const left = due - now();
      timer = setTimeout(
        () => (left > longest ? wait(due) : fire(due)),
        Math.min(Math.max(left, 0), longest),
      );
    };
    const fire = (due: number): void => {
      call(schedule.function, scheduledEvent(schedule, new Date(due)));
      wait(nextCall(schedule.at, start, Math.max(due, now())));
    };
    wait(nextCall(schedule.at, start, start));
    signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  }
};
