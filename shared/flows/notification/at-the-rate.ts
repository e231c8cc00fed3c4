import { between, type Clock, type Instant, plus } from '../../domain/values/instant.ts';

/** A sender's turns: it waits for the next one before it claims, and says when it begins and how it went. */
export type Turns = {
  next: () => Promise<void>;
  began: () => void;
  went: (tooFast: boolean) => void;
};

/** The slowest a sender gets that is told again and again that it is too fast: so many times its own gap. */
const slowest = 16;

/** How much of its caution a sender keeps with each message that is taken. */
const calmer = 0.9;

/**
 * The turns of one sender that may hand over so many messages a second: its own share of what the carrier granted, so
 * that nobody has to be asked. A turn that came late is made up for by the next one, and no more than that. Told that it was
 * too fast, it doubles its gap, and comes back to its share as messages are taken.
 */
export const atTheRate = (
  perSecond: number,
  { clock, pause }: { clock: Clock; pause: (milliseconds: number) => Promise<unknown> },
): Turns => {
  const gap = 1000 / perSecond;
  let caution = 1;
  let due: Instant | undefined;
  return {
    next: async () => {
      const wait = due === undefined ? 0 : between(clock(), due);
      if (wait > 0) await pause(wait);
    },
    began: () => {
      const now = clock();
      const from = due !== undefined && due > plus(now, -gap) ? due : now;
      due = plus(from, Math.ceil(gap * caution));
    },
    went: (tooFast) => {
      caution = tooFast ? Math.min(caution * 2, slowest) : Math.max(caution * calmer, 1);
      if (tooFast) due = plus(clock(), Math.ceil(gap * caution));
    },
  };
};
