import { plus, type Clock } from '../../domain/values/instant.ts';
import { sweptAgainAfter } from '../../domain/letter/sweep.ts';
import type { Letters } from '../../domain/letter/letters.ts';
import type { Doorbell } from '../../domain/notification/doorbell-message.ts';

/** How many letters one round rings for; the rest waits a minute. */
const atOnce = 200;

/** Rings again for letters whose doorbell was lost, and not again for the next ten minutes. Answers how many. */
export const sweepLetters =
  ({ letters, doorbell, clock }: { letters: Letters; doorbell: Doorbell<string>; clock: Clock }) =>
  async (timeLeft: () => boolean = () => true): Promise<number> => {
    const now = clock();
    const due = await letters.due(now, atOnce);
    if (due.length === 0 || !timeLeft()) return 0;
    await doorbell.ring(due);
    await Promise.all(due.map((name) => letters.postpone(name, plus(now, sweptAgainAfter))));
    return due.length;
  };
