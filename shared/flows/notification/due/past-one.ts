/** So many failures in a row are the store's own trouble, and going on would only add to it. */
const trouble = 10;

/**
 * Goes on past one that fails, so that a single record that cannot be read or written keeps none of those behind it waiting,
 * round after round. What failed first is thrown at the end, for the round to be counted as failed and somebody to hear of it.
 */
export const pastOne = () => {
  let first: { error: unknown } | undefined;
  let inARow = 0;
  return {
    /** What the work came to; undefined where it failed. */
    on: async <Came>(work: () => Promise<Came>): Promise<Came | undefined> => {
      try {
        const came = await work();
        inARow = 0;
        return came;
      } catch (error) {
        first ??= { error };
        inARow += 1;
        if (inARow >= trouble) throw error;
        return undefined;
      }
    },
    hasFailed: (): boolean => first !== undefined,
    end: (): void => {
      if (first !== undefined) throw first.error;
    },
  };
};
