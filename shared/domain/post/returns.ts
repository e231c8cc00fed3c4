/** Papers that come back. They are legal originals, so somebody at the office confirms to have them again. */
import * as z from 'zod';

export const ReturnReason = z.enum([
  'recipient-unknown',
  'moved',
  'refused',
  'not-called-for',
  'address-incomplete',
  'address-nonexistent',
  'inaccessible',
  'deceased',
  'damaged',
  'recalled',
  'other',
]);
export type ReturnReason = z.infer<typeof ReturnReason>;

/**
 * May the address be used again without a person looking at it? Who refused or did not call for the papers still
 * lives there. After a death nothing is sent by itself.
 */
export const addressStaysGood: Readonly<Record<ReturnReason, boolean>> = {
  'recipient-unknown': false,
  moved: false,
  refused: true,
  'not-called-for': true,
  'address-incomplete': false,
  'address-nonexistent': false,
  inaccessible: false,
  deceased: false,
  damaged: true,
  recalled: true,
  other: false,
};
