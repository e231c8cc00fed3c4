import type * as z from 'zod';

/** `null` and absent say the same: nothing. So a body with and without them is one and the same event. */
export const unlessNull = <S extends z.ZodType>(schema: S) =>
  schema
    .nullable()
    .transform((value) => value ?? undefined)
    .optional();
