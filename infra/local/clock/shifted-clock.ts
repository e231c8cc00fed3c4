/** Moves what `Date` says in this thread by so many milliseconds; timers and the dates given by callers stay as they are. */
export const shiftClock = (offset: number): void => {
  if (offset === 0) return;
  const Real = Date;
  const now = (): number => Real.now() + offset;
  const Shifted = new Proxy(Real, {
    construct: (target, given, called) =>
      Reflect.construct(target, given.length === 0 ? [now()] : given, called) as object,
    apply: () => new Real(now()).toString(),
    get: (target, key, receiver) => (key === 'now' ? now : (Reflect.get(target, key, receiver) as unknown)),
  });
  Real.prototype.constructor = Shifted;
  globalThis.Date = Shifted;
};
