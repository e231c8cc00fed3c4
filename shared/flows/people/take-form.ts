import { actsAtMost, type FormName, type Sending, type Sessions } from '../../domain/people/session.ts';
import { type Clock, plus } from '../../domain/values/instant.ts';

type Ports = {
  sessions: Pick<Sessions, 'takeForm' | 'leaveForm'>;
  random: () => string;
  clock: Clock;
  /** Waits so many milliseconds. */
  pause: (milliseconds: number) => Promise<void>;
};

/** A double click is over within this: the second waits for the first (milliseconds, and how often it looks). */
const aWhile = 250;
const looks = 12;

export type FormTaken =
  | { is: 'taken'; leave: (came: 'done' | 'open') => Promise<void> }
  | { is: 'sent' }
  | { is: 'under-way' };

/**
 * Takes a form for one sending, so that it acts once however often it is sent. Another sending that has it is waited for
 * a little; one that broke off has it no longer than its function may run. An act after one that broke off may be done a
 * second time, which its flow makes harmless.
 */
export const takeForm =
  ({ sessions, random, clock, pause }: Ports) =>
  async (name: FormName): Promise<FormTaken> => {
    for (let looked = 1; ; looked += 1) {
      const now = clock();
      const sending: Sending = { by: random(), until: plus(now, actsAtMost) };
      const is = await sessions.takeForm(name, sending, now);
      if (is === 'taken') return { is, leave: (came) => sessions.leaveForm(name, sending, came, clock()) };
      if (is === 'sent' || looked === looks) return { is };
      await pause(aWhile);
    }
  };
