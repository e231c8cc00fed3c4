/**
 * One spelling of an address at every door: `line1`, `communeCode`, `provinceCode`, as jobs and labels have it. Events
 * of wards began with `street`, `commune`, `province`; every door reads both, so nobody has to know which is whose.
 */
const pairs = [
  ['line1', 'street'],
  ['communeCode', 'commune'],
  ['provinceCode', 'province'],
] as const;

const isObject = (given: unknown): given is Record<string, unknown> =>
  typeof given === 'object' && given !== null && !Array.isArray(given);

/** With each name in place of its other; what is there under both stays so and is refused as unknown. */
const renamed = (
  given: Readonly<Record<string, unknown>>,
  names: readonly (readonly [from: string, to: string])[],
): Record<string, unknown> => {
  const to = new Map(names);
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => {
      const other = to.get(name);
      return [other === undefined || Object.hasOwn(given, other) ? name : other, value];
    }),
  );
};

/** As jobs have it. */
export const spelledAsInJobs = (given: unknown): unknown =>
  isObject(given)
    ? renamed(
        given,
        pairs.map(([job, event]) => [event, job]),
      )
    : given;

/** As events have it: the hamlet stands in the street's line, and the catalogue is the one of today. */
export const spelledAsInEvents = (given: unknown): unknown => {
  if (!isObject(given)) return given;
  const { hamlet, catalogueVersion: _catalogueVersion, ...address } = renamed(given, pairs);
  const lines = [address['street'], hamlet].filter((line) => typeof line === 'string' && line.trim() !== '');
  const joined = typeof hamlet === 'string' ? { street: lines.join(', ') } : {};
  return { ...address, ...joined };
};
