/**
 * What other people's machines write for a name, a code, a count. Nothing is made out of nothing here: `null`, a blank
 * and the word NULL are absent, never the code 0 and never a parcel called NULL.
 */
import * as z from 'zod';

/** How databases and templates print that there is nothing. */
const nothing = /^(?:null|nil|none|undefined|nan|n\/a|\[object object\])?$/i;

export const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === 'string' && nothing.test(value.trim()));

/** A name or a code: text, or an integer that no machine has rounded, as text. Something has to stand there. */
export const written = (most: number) =>
  z
    .union([z.string(), z.int()])
    .transform((value) => String(value).trim())
    .pipe(
      z
        .string()
        .min(1)
        .max(most)
        .refine((text) => !isNothing(text), 'nothing'),
    );

/** A whole number in digits, sent as a number or as text. */
export const digits = z
  .union([
    z.int(),
    z
      .string()
      .trim()
      .regex(/^-?\d{1,15}$/),
  ])
  .transform(Number);

/** Yes or no, as JSON has it or as older machines spell it. */
export const flag = z.union([
  z.boolean(),
  z
    .union([z.string(), z.int()])
    .transform((value) => String(value).trim().toLowerCase())
    .pipe(z.enum(['true', 'false', '1', '0']))
    .transform((said) => said === 'true' || said === '1'),
]);

const orAbsent = (value: unknown): unknown => (isNothing(value) ? undefined : value);

/** A part that may say nothing; what it does say has to be right. */
export const unlessNothing = <Part extends z.ZodType>(part: Part) => z.preprocess(orAbsent, part.optional());

/**
 * A part that identifies and times nothing: absent where it says nothing, and where it cannot be read, so that it never
 * costs the whole.
 */
export const maybe = <Part extends z.ZodType>(part: Part) =>
  z.preprocess(orAbsent, part.optional().catch(undefined));
