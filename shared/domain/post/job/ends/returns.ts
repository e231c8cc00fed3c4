/** Papers that come back. They are legal originals, so somebody at the office confirms to have them again. */
import * as z from 'zod';
import { days, type Instant, plus } from '../../../values/instant.ts';

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

/** The last day on which the citizen finds papers that come back at the counter; nothing where the ward named no days. */
export const returnsKept = (
  { state, reached }: { state: string; reached: { returning?: Instant | undefined } },
  keepsDays: number | undefined,
): { until?: Instant } => {
  const since = state === 'returning' ? reached.returning : undefined;
  return since === undefined || keepsDays === undefined ? {} : { until: plus(since, days(keepsDays)) };
};

/** What the office says when it has the papers again. The reason is needed where no scan gave one. */
export const ReturnRequest = z.strictObject({ reason: ReturnReason.optional() });
export type ReturnRequest = z.infer<typeof ReturnRequest>;

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
