/** The rules that the product rests on, as data: from when each holds, where it was read, and how sure we are of it. */
import type { Day } from '../day.ts';

export type Rule = {
  /** As people cite it. */
  name: string;
  /** What of ours follows from it. */
  touches: string;
  inForceFrom: Day;
  /** The first day on which it does not hold any more. */
  untilBefore?: Day;
  source: string;
  /** A: read in an official text, or in several independent ones. B: one secondary source. C: expected, not confirmed. */
  confidence: 'A' | 'B' | 'C';
};

/** The rules that hold on a day. */
export const rulesOn = (rules: readonly Rule[], day: Day): Rule[] =>
  rules.filter(
    ({ inForceFrom, untilBefore }) => inForceFrom <= day && (untilBefore === undefined || day < untilBefore),
  );

/** What begins to hold after one day and up to another, the next one first. */
export const rulesComing = (rules: readonly Rule[], after: Day, upTo: Day): Rule[] =>
  rules
    .filter(({ inForceFrom }) => after < inForceFrom && inForceFrom <= upTo)
    .toSorted((a, b) => (a.inForceFrom < b.inForceFrom ? -1 : 1));
