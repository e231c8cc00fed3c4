/** What a citizen thought of how they were served: five steps, and one line of their own. It counts once for each dossier. */
import * as z from 'zod';
import { type Dossier, standingOf } from './dossier.ts';
import type { DossierCode } from './dossier-code.ts';
import { Instant } from '../values/instant.ts';
import type { Privacy } from '../values/privacy.ts';
import { cleanText } from '../values/writing/clean-text.ts';
import type { Ward } from '../values/ward.ts';

/** From 1, very dissatisfied, to 5, very satisfied. */
export const Score = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]);
export type Score = z.infer<typeof Score>;

export const scoreWords: Readonly<Record<Score, string>> = {
  5: 'Rất hài lòng',
  4: 'Hài lòng',
  3: 'Bình thường',
  2: 'Không hài lòng',
  1: 'Rất không hài lòng',
};

export const scoreIn = (written: string | undefined): Score | undefined =>
  /^[1-5]$/.test(written ?? '') ? (Number(written) as Score) : undefined;

const longestLine = 200;

export const Rating = z.strictObject({
  score: Score,
  /** One line in their own words. */
  line: z
    .string()
    .transform((line) => cleanText(line).slice(0, longestLine))
    .optional(),
  by: z.enum(['page', 'sms', 'counter']),
  at: Instant,
});
export type Rating = z.infer<typeof Rating>;

export const ratingPrivacy = {
  score: 'open',
  line: 'personal',
  by: 'open',
  at: 'open',
} as const satisfies Privacy<Rating>;

/** Whether there is something to rate: the result is in the citizen's hands. */
export const mayBeRated = (dossier: Dossier): boolean => standingOf(dossier)?.status === 'returned';

/** What is rated: a dossier, or a visit to the counter by the word of the form it was said on. */
export type Rated = { ward: Ward; dossier: DossierCode } | { ward: Ward; visit: string };

/** How often each step was chosen in a month of one office. */
export type RatingCounts = Readonly<Record<Score, number>>;

/** What citizens thought, office by office. */
export interface Ratings {
  /** Keeps it and counts it, together or not at all; a second one of the same changes nothing. */
  rate(what: Rated, rating: Rating): Promise<'counted' | 'counted-before'>;
  /** The counts of a month, `2026-12`. */
  of(ward: Ward, month: string): Promise<RatingCounts>;
}
