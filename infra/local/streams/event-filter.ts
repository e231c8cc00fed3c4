import * as z from 'zod';

const Exact = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const Test = z.union([
  Exact,
  z.strictObject({ prefix: z.string() }),
  z.strictObject({ suffix: z.string() }),
  z.strictObject({ exists: z.boolean() }),
  z.strictObject({ 'anything-but': z.union([z.array(Exact), Exact]) }),
]);
type Test = z.infer<typeof Test>;

const Pattern: z.ZodType<Pattern> = z.lazy(() => z.record(z.string(), z.union([z.array(Test), Pattern])));
/** An EventBridge pattern: at the leaves a list of tests, one of which must hold; all leaves must hold. */
export type Pattern = { [key: string]: Test[] | Pattern };

/** Reads a filter of an event source mapping; a test that the runner does not know is an error. */
export const understoodPattern = (id: string, text: string): Pattern => {
  const read = Pattern.safeParse(JSON.parse(text));
  if (!read.success || JSON.stringify(read.data).includes('"$or"'))
    throw new Error(`${id}: the filter ${text} is not understood on one machine`);
  return read.data;
};

const holds = (test: Test, value: unknown): boolean => {
  if (typeof test !== 'object' || test === null) return value === test;
  if ('exists' in test) return (value !== undefined) === test.exists;
  if ('prefix' in test) return typeof value === 'string' && value.startsWith(test.prefix);
  if ('suffix' in test) return typeof value === 'string' && value.endsWith(test.suffix);
  const refused = test['anything-but'];
  return value !== undefined && ![refused].flat().some((item) => item === value);
};

/** Whether an event fits a pattern. Of a list in the event, one item has to fit. */
const fits = (pattern: Pattern, event: unknown): boolean =>
  Object.entries(pattern).every(([key, wanted]) => {
    const value = (event as Record<string, unknown> | null | undefined)?.[key];
    if (!Array.isArray(wanted)) return typeof value === 'object' && value !== null && fits(wanted, value);
    const values = Array.isArray(value) ? value : [value];
    return wanted.some((test) => values.some((item) => holds(test, item)));
  });

/** Whether an event passes a mapping's filters: any one of them, or there are none. */
export const passes = (filters: readonly Pattern[], event: unknown): boolean =>
  filters.length === 0 || filters.some((pattern) => fits(pattern, event));
