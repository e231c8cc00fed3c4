/** Where a worker dies: at its n-th effect, before it happens or just after. */
export type Death = { at: number; when: 'before' | 'after' };

/**
 * Wraps ports so that their user dies at given effects. A dead worker does nothing more until it is started again; the
 * count then begins anew, with the next death of the list.
 */
export const mortal = (deaths: readonly Death[]) => {
  const rest = [...deaths];
  let effects = 0;
  let dead = false;
  let died = 0;
  const die = (): never => {
    dead = true;
    died += 1;
    throw new Error('the worker died here');
  };
  const wrap = <Port extends object>(port: Port): Port =>
    new Proxy(port, {
      get: (target, name, receiver): unknown => {
        const value = Reflect.get(target, name, receiver) as unknown;
        if (typeof value === 'object' && value !== null) return wrap(value);
        if (typeof value !== 'function') return value;
        return async (...given: unknown[]): Promise<unknown> => {
          if (dead) throw new Error('dead');
          const next = rest[0]?.at === effects ? rest.shift() : undefined;
          effects += 1;
          if (next?.when === 'before') die();
          const said: unknown = await Reflect.apply(value, target, given);
          if (next?.when === 'after') die();
          return said;
        };
      },
    });
  return {
    wrap,
    /** A new process: it knows nothing of the old one. */
    revive: () => {
      dead = false;
      effects = 0;
    },
    effects: () => effects,
    died: () => died,
  };
};
