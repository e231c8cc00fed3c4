import type { Instant } from '../values/instant.ts';
import type { Ward } from '../values/ward.ts';
import type { InboundSms } from './sms.ts';

/** Who hands over what citizens write to a number, by whatever aggregator; others have accounts, not numbers. */
export const numbersProvider = 'inbound';

/** An inbox that citizens wrote to and no office has: their messages wait, and nobody is heard until one has it. */
export type UnclaimedInbox = {
  provider: string;
  to: string;
  /** How many messages came, each counted once however often it is handed over. */
  messages: number;
  firstAt: Instant;
  lastAt: Instant;
};

/** With the names of its newest messages, by which a repeat is known. */
export type UnclaimedNote = UnclaimedInbox & { known: string[] };

/** How many messages are known by name: more than wait in the queue at one time. */
const knownByName = 50;

/** What is noted once this message came too; undefined where it is noted already. */
export const noting = (
  before: UnclaimedNote | undefined,
  { provider, to, providerId }: Pick<InboundSms, 'provider' | 'to' | 'providerId'>,
  at: Instant,
): UnclaimedNote | undefined => {
  const { known = [], messages = 0, firstAt = at } = before ?? {};
  if (known.includes(providerId)) return undefined;
  const names = [...known, providerId].slice(-knownByName);
  return { provider, to, messages: messages + 1, firstAt, lastAt: at, known: names };
};

/** Without the names, for whoever is to give them to an office. */
export const mostWrittenFirst = (notes: readonly UnclaimedNote[]): UnclaimedInbox[] =>
  notes
    .map(({ known: _known, ...inbox }): UnclaimedInbox => inbox)
    .toSorted((one, other) => other.messages - one.messages || (one.lastAt < other.lastAt ? 1 : -1));

/** Which ward office a number, a brandname or an official account belongs to. Each belongs to one. */
export interface Inboxes {
  wardOf(provider: string, to: string): Promise<Ward | undefined>;
  /** Gives an inbox to a ward, unless another ward has it; then it is no longer unclaimed. */
  give(ward: Ward, provider: string, to: string): Promise<'given' | 'taken'>;
  /** Notes that somebody wrote to an inbox that nobody has. */
  noteUnclaimed(inbound: InboundSms, at: Instant): Promise<void>;
  /** Those that nobody has, the most written to first. */
  unclaimed(): Promise<UnclaimedInbox[]>;
}
