/** What the issuer's address says of itself, and whether it has a key; undefined while it does not answer so. */
export type ReadIssuer = (issuer: string) => Promise<{ issuer: string; keys: number } | undefined>;

type Ports = { read: ReadIssuer; pause: (milliseconds: number) => Promise<void> };

/** An address is served by many machines, and each learns of it by itself: one good answer proves one machine. */
const goodAnswers = 3;

/** Between two questions, in milliseconds. */
const patience = 2_000;

/**
 * Waits until the issuer of our tokens answers at its address, three times in a row, with its own name and a key; false
 * if it does not while there is time. Whoever reads it once and for all, as API Gateway does, comes after this.
 */
export const awaitDiscovery =
  ({ read, pause }: Ports) =>
  async (issuer: string, hasTime: () => boolean): Promise<boolean> => {
    for (let good = 0; hasTime();) {
      const answer = await read(issuer).catch(() => undefined);
      good = answer?.issuer === issuer && answer.keys > 0 ? good + 1 : 0;
      if (good === goodAnswers) return true;
      await pause(patience);
    }
    return false;
  };
