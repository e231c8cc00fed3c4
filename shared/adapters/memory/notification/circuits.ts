import type { Circuit, Circuits } from '../../../domain/notification/pace/circuit.ts';

/** Circuits in memory. */
export const memoryCircuits = (): Circuits => {
  const all = new Map<string, { circuit?: Circuit; version: number }>();
  const of = (carrier: string) => all.get(carrier) ?? { version: 0 };
  return {
    of: async (carrier) => of(carrier),
    write: async (carrier, version, circuit) => {
      if (of(carrier).version !== version) return 'conflict';
      all.set(carrier, { ...(circuit && { circuit }), version: version + 1 });
      return 'written';
    },
  };
};
