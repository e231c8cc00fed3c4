import * as z from 'zod';

/** The environment a function was given, read once at cold start; a missing or wrong variable stops it there. */
export const readEnv = <Shape extends Record<string, z.ZodType>>(shape: Shape) =>
  z.object(shape).parse(process.env);

/** A variable that must say something. */
export const given = z.string().min(1);

/** A variable that may be absent, and says nothing then. */
export const givenOrNot = z.string().default('');
