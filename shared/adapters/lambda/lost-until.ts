import { Instant } from '../../domain/values/instant.ts';

/**
 * Until when an older street sent what the table knows nothing of, because it was brought back from an earlier moment; of a
 * table that never was, nothing.
 */
export const lostUntil = (): Instant | undefined => Instant.optional().parse(process.env['LOST_UNTIL']);
