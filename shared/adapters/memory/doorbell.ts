import type { Doorbell } from '../../domain/carrier-ports.ts';

type Ring = Parameters<Doorbell['ring']>[0][number];

/** A doorbell that remembers its rings until somebody answers them, in the order they came. */
export const memoryDoorbell = (): Doorbell & { rings: Ring[]; answer(): Ring | undefined } => {
  const rings: Ring[] = [];
  return {
    rings,
    answer: () => rings.shift(),
    ring: async (notifications) => {
      rings.push(...notifications.map(({ id, ward }) => ({ id, ward })));
    },
    waiting: async () => rings.length,
  };
};
