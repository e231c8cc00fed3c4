import { setImmediate as settled } from 'node:timers/promises';
import { between, type Clock, type Instant, plus } from '../../../shared/domain/values/instant.ts';

/** Time that passes only when everybody waits: an hour of many workers takes as long as their work. */
export const virtualTime = (start: Instant) => {
  let now = 0;
  let order = 0;
  const waiting: { at: number; order: number; wake: () => void }[] = [];
  const clock: Clock = () => plus(start, Math.floor(now));
  const pause = async (milliseconds: number): Promise<void> =>
    new Promise((wake) => {
      const entry = { at: now + Math.max(milliseconds, 0), order: (order += 1), wake };
      const place = waiting.findLastIndex(
        ({ at, order: first }) => at < entry.at || (at === entry.at && first < entry.order),
      );
      waiting.splice(place + 1, 0, entry);
    });
  return {
    clock,
    pause,
    /** Milliseconds since the start. */
    at: () => now,
    since: (instant: Instant) => between(start, instant),
    /** Lets time pass until this is so, or nobody waits for anything. */
    until: async (isOver: () => boolean): Promise<void> => {
      await settled();
      while (!isOver() && waiting.length > 0) {
        const next = waiting.shift()!;
        now = next.at;
        next.wake();
        await settled();
      }
    },
  };
};
export type VirtualTime = ReturnType<typeof virtualTime>;
