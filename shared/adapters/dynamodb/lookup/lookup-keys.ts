import type { Rated } from '../../../domain/dossier/rating.ts';
import type { PaceName } from '../../../domain/lookup/pace.ts';
import type { Ward } from '../../../domain/values/ward.ts';
import type { Key } from '../keys.ts';
import { partitions } from '../table.ts';

export const paceKey = ({ kind, mark }: PaceName): Key => ({
  pk: `${partitions.lookup}${kind}#${mark}`,
  sk: 'PACE',
});

/** What a citizen said of one dossier, or on one form at the counter. */
export const ratingKey = (what: Rated): Key => ({
  pk: `${partitions.rating}${what.ward}#${'dossier' in what ? what.dossier : `visit:${what.visit}`}`,
  sk: 'RATING',
});

/** How often each step was chosen in a month. */
export const ratingCountsKey = (ward: Ward, month: string): Key => ({
  pk: `${partitions.rating}${ward}`,
  sk: `MONTH#${month}`,
});

/** A phone that somebody is about to confirm for a dossier, by a keyed hash of it. */
export const phoneCheckKey = (hash: string): Key => ({
  pk: `${partitions.lookup}phone#${hash}`,
  sk: 'CHECK',
});
