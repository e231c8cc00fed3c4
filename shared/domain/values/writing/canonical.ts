const sorted = (_key: string, value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** One text for one meaning: JSON whose fields are in order, so two values say the same if their texts are equal. */
export const canonical = (value: unknown): string => JSON.stringify(value, sorted);
