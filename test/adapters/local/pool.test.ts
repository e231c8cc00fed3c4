import { describe, expect, it } from 'vitest';
import type { Environment, Outcome } from '../../../infra/local/template/environment.ts';
import { openPool } from '../../../infra/local/functions/pool.ts';

/** Environments that answer when told to; `crash` ends one while it works. */
const aWorkshop = () => {
  const busy: { event: string; answer: () => void; crash: () => void }[] = [];
  let opened = 0;
  const open = (): Environment => {
    opened += 1;
    let over = false;
    return {
      get over() {
        return over;
      },
      run: (event) =>
        new Promise<Outcome>((resolve) => {
          const answer = (): void => resolve({ is: 'result', result: event });
          const crash = (): void => {
            over = true;
            resolve({ is: 'failed', fault: { errorType: 'Runtime.ExitError', errorMessage: 'gone' } });
          };
          busy.push({ event, answer, crash });
        }),
      end: async () => {
        over = true;
      },
    };
  };
  const next = async () => {
    await expect.poll(() => busy.length).toBeGreaterThan(0);
    return busy.shift()!;
  };
  return { open, busy, next, opened: () => opened };
};

describe('environments of a function', () => {
  it('takes as many events at once as it may, and the others in order', async () => {
    const workshop = aWorkshop();
    const pool = openPool(workshop.open, 2);
    const answers = ['a', 'b', 'c'].map((event) => pool.invoke(event));
    const first = await workshop.next();
    await workshop.next().then((second) => second.answer());
    expect(await answers[1]).toEqual({ is: 'result', result: 'b' });
    const third = await workshop.next();
    expect([first.event, third.event, workshop.opened()]).toEqual(['a', 'c', 2]);
    first.answer();
    third.answer();
    expect(await Promise.all(answers)).toHaveLength(3);
  });

  it('keeps a warm environment for the next event', async () => {
    const workshop = aWorkshop();
    const pool = openPool(workshop.open);
    for (const event of ['a', 'b']) {
      const answer = pool.invoke(event);
      await workshop.next().then((one) => one.answer());
      expect(await answer).toMatchObject({ result: event });
    }
    expect(workshop.opened()).toBe(1);
  });

  it('replaces one that crashed, for whoever waits', async () => {
    const workshop = aWorkshop();
    const pool = openPool(workshop.open, 1);
    const [first, second] = [pool.invoke('a'), pool.invoke('b')];
    await workshop.next().then((one) => one.crash());
    expect(await first).toMatchObject({ is: 'failed' });
    await workshop.next().then((one) => one.answer());
    expect(await second).toEqual({ is: 'result', result: 'b' });
    expect(workshop.opened()).toBe(2);
  });

  it('never runs more than four on one machine, whatever is reserved', async () => {
    const workshop = aWorkshop();
    const pool = openPool(workshop.open, 50);
    const answers = Array.from({ length: 10 }, (_, index) => pool.invoke(String(index)));
    for (let answered = 0; answered < 10; answered += 1) await workshop.next().then((one) => one.answer());
    await Promise.all(answers);
    expect(workshop.opened()).toBe(4);
  });

  it('takes nothing more once it has ended', async () => {
    const pool = openPool(aWorkshop().open);
    await pool.end();
    expect(await pool.invoke('a')).toMatchObject({ is: 'failed', fault: { errorType: 'Stopped' } });
  });
});
