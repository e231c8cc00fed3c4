import { arnPattern, pattern } from './pattern.ts';

/** What a request says about itself, by IAM's names in small letters. A value that may be several is a list. */
export type Context = Readonly<Record<string, string | readonly string[]>>;

/** Whether a request meets a condition. */
export type Condition = (context: Context) => boolean;

type Compare = (wanted: string) => (given: string) => boolean;

const numbers =
  (holds: (given: number, wanted: number) => boolean): Compare =>
  (wanted) =>
  (given) =>
    holds(Number(given), Number(wanted));

const same: Compare = (wanted) => (given) => given === wanted;
const sameLetters: Compare = (wanted) => (given) => given.toLowerCase() === wanted.toLowerCase();

/** How a value is compared; `not` turns the whole around, as IAM's negated operators do. */
const operators: Record<string, { compare: Compare; not?: true }> = {
  StringEquals: { compare: same },
  StringNotEquals: { compare: same, not: true },
  StringEqualsIgnoreCase: { compare: sameLetters },
  StringNotEqualsIgnoreCase: { compare: sameLetters, not: true },
  StringLike: { compare: pattern },
  StringNotLike: { compare: pattern, not: true },
  ArnEquals: { compare: arnPattern },
  ArnLike: { compare: arnPattern },
  ArnNotEquals: { compare: arnPattern, not: true },
  ArnNotLike: { compare: arnPattern, not: true },
  Bool: { compare: sameLetters },
  NumericEquals: { compare: numbers((given, wanted) => given === wanted) },
  NumericNotEquals: { compare: numbers((given, wanted) => given === wanted), not: true },
  NumericLessThan: { compare: numbers((given, wanted) => given < wanted) },
  NumericLessThanEquals: { compare: numbers((given, wanted) => given <= wanted) },
  NumericGreaterThan: { compare: numbers((given, wanted) => given > wanted) },
  NumericGreaterThanEquals: { compare: numbers((given, wanted) => given >= wanted) },
};

const valuesIn = (context: Context, key: string): readonly string[] | undefined => {
  const value = context[key];
  return value === undefined || Array.isArray(value) ? value : [value as string];
};

/**
 * One operator with one key, as IAM reads it: a key that the request does not have fails it, unless the operator is negated
 * or ends in `IfExists`; `ForAllValues:` holds for no values, `ForAnyValue:` does not.
 */
const test = (written: string, key: string, wanted: readonly string[]): Condition => {
  if (written === 'Null')
    return (context) => (valuesIn(context, key) === undefined) === (wanted[0]?.toLowerCase() === 'true');
  const [, set, name = '', ifExists] =
    /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/.exec(written) ?? [];
  const operator = Object.hasOwn(operators, name) ? operators[name] : undefined;
  if (operator === undefined) throw new Error(`the condition ${written} is not understood`);
  const { compare, not = false } = operator;
  const tests = wanted.map((value) => compare(value));
  const holds = (given: string): boolean => tests.some((one) => one(given)) !== not;
  return (context) => {
    const given = valuesIn(context, key);
    if (given === undefined)
      return set === 'ForAllValues' || (set === undefined && (not || ifExists !== undefined));
    if (set === 'ForAllValues') return given.every(holds);
    return set === undefined && not ? given.every(holds) : given.some(holds);
  };
};

/** A statement's `Condition`, every line of which has to hold; what is not understood is an error, never a guess. */
export const condition = (
  written: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>,
  isKnown: (key: string) => boolean,
): Condition => {
  const tests = Object.entries(written).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, value]) => {
      const name = key.toLowerCase();
      if (!isKnown(name)) throw new Error(`the condition key ${key} is not known on one machine`);
      const wanted = typeof value === 'string' ? [value] : value;
      return test(operator, name, wanted);
    }),
  );
  return (context) => tests.every((one) => one(context));
};
