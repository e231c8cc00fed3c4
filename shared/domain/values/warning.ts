import * as z from 'zod';

/** What was wrong with a part of a row that was taken all the same: the field, and a sentence for the officer. */
export const Warning = z.strictObject({
  field: z.string().max(100).describe('The field by its name, such as `applicant.phone` or `NgayHenTra`'),
  sentence: z.string().max(300).describe('In Vietnamese; it repeats nothing of the content'),
});
export type Warning = z.infer<typeof Warning>;

/** How many troubles of one row are told; whoever mends those sees the rest. */
export const warningsAtMost = 20;
