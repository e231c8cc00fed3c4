import type { DecidedEvent } from './decided-event.ts';
import type { Instant } from '../../values/instant.ts';
import type { AcceptedEvent } from './status-event.ts';
import type { EventId } from '../../values/ids.ts';
import type { Ward } from '../../values/ward.ts';

/** The status events of all wards: durable from `accept` on, until they are decided and long after. */
export interface StatusEvents {
  /** Keeps the event, unless its id is known: the same body again is a duplicate, another body a misuse of the id. */
  accept(event: AcceptedEvent): Promise<'accepted' | 'duplicate' | 'event-id-reused'>;
  /** Events of one ward by id, with what became of them. */
  find(ward: Ward, ids: readonly EventId[]): Promise<DecidedEvent[]>;
  /**
   * Events still undecided at `now` although they were accepted a while ago: their doorbell was lost. What cannot be
   * read any more is counted, given to a person, and never found again, so that it stands in nobody's way.
   */
  overdue(now: Instant, limit: number): Promise<{ events: AcceptedEvent[]; unreadable: number }>;
  /** Events of a ward that may leave something to a person, the longest first, after a cursor. */
  leftToPeople(
    ward: Ward,
    after: string | undefined,
    limit: number,
  ): Promise<{ events: DecidedEvent[]; cursor?: string }>;
  /** Looks at an event that cannot be decided again later, or gives it to a person when `stuck` says why. */
  postpone(event: AcceptedEvent, until: Instant, stuck?: string): Promise<void>;
}
