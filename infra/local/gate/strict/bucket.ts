/** Gives so many a second under each name, and no more than a second's worth at once. */
export const buckets = (perSecond: number, now: () => number) => {
  const left = new Map<string, { tokens: number; at: number }>();
  return (name: string, wanted = 1): boolean => {
    const { tokens, at } = left.get(name) ?? { tokens: perSecond, at: now() };
    const filled = Math.min(perSecond, tokens + ((now() - at) / 1000) * perSecond);
    // What is larger than a second's worth goes when the bucket is full.
    const given = filled >= Math.min(wanted, perSecond);
    left.set(name, { tokens: given ? filled - wanted : filled, at: now() });
    return given;
  };
};
