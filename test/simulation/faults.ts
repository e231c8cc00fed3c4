import type { Dice } from './dice.ts';

/** A process that ended between two lines. */
export const crash = Symbol('crash');

/** How often things go wrong around one effect. */
export type Faults = {
  /** A call fails, before or after it took effect; the SDK asks again as its default does. */
  trouble: number;
  /** The process dies, before or after the effect. */
  crash: number;
};

/** The AWS SDK asks three times in all before it gives an error to its caller. */
const tries = 3;

/** Counts how often the process died before and after each effect, so that a run can show it met every one. */
export type Met = Map<string, number>;

const meet = (met: Met, point: string): never => {
  met.set(point, (met.get(point) ?? 0) + 1);
  throw crash;
};

/** A port whose every method may fail or kill its caller, before and after its effect. */
export const shaken = <Port extends object>(
  name: string,
  port: Port,
  faults: Faults,
  dice: Dice,
  met: Met,
): Port =>
  new Proxy(port, {
    get: (target, method, receiver) => {
      const real: unknown = Reflect.get(target, method, receiver);
      if (typeof real !== 'function') return real;
      return async (...given: unknown[]) => {
        const point = `${name}.${String(method)}`;
        for (let left = tries; ; left -= 1) {
          if (dice.happens(faults.crash)) meet(met, `before ${point}`);
          const lost = dice.happens(faults.trouble);
          if (!lost || dice.happens(0.5)) {
            const result: unknown = await Reflect.apply(real, target, given);
            if (dice.happens(faults.crash)) meet(met, `after ${point}`);
            if (!lost) return result;
          }
          if (left === 1) throw new Error(`${point} failed`);
        }
      };
    },
  });
