import { seconds } from '../../domain/values/instant.ts';
import type { Carrier, Handover } from '../../domain/notification/carrier.ts';

/** What a take lasts at a carrier that does not say: connecting 1 s, answering 3 s. */
const usualTake = seconds(4);

type Declined = Extract<Handover, { outcome: 'busy' | 'refused' }>;

/**
 * Several carriers as one, in this order. The next one is asked only when the last one surely did not take the message:
 * it was busy, or refused for a reason that is not the message's own. A doubt is never passed on, so at most one
 * carrier ever holds the message.
 */
export const failover = (carriers: readonly [Carrier, ...Carrier[]]): Carrier => ({
  name: carriers.map(({ name }) => name).join('+'),
  longestTake: carriers.reduce((sum, { longestTake = usualTake }) => sum + longestTake, 0),

  take: async (message): Promise<Handover> => {
    const declined: Declined[] = [];
    for (const carrier of carriers) {
      const said = await carrier.take(message);
      switch (said.outcome) {
        case 'accepted':
        case 'unknown':
          return { carrier: carrier.name, ...said, ...toMendAt(declined) };
        case 'refused':
          if ((said.because ?? 'message') === 'message') return { ...said, ...toMendAt(declined) };
          declined.push(named(carrier, said));
          break;
        case 'busy':
          declined.push(named(carrier, said));
      }
    }
    return together(declined);
  },
});

const named = ({ name }: Carrier, said: Declined): Declined => ({
  ...said,
  reason: `${name}: ${said.reason}`,
  ...(said.toMend !== undefined && { toMend: `${name}: ${said.toMend}` }),
});

/** What has to be mended at those that declined, since another one's success would hide it. */
const toMendAt = (declined: readonly Declined[]): Pick<Handover, 'toMend'> => {
  const toMend = declined.flatMap((each) => each.toMend ?? []).join('; ');
  return toMend === '' ? {} : { toMend };
};

/**
 * The carriers of a setting such as `zalo,eum`, in its order. Throws on a name that nobody made a carrier for, and on none
 * at all: a slip there must stop the function and not the messages.
 */
export const inOrder = (
  names: string,
  made: Readonly<Record<string, Carrier | undefined>>,
): [Carrier, ...Carrier[]] => {
  const chosen = names.split(',').map((name) => {
    const carrier = Object.hasOwn(made, name.trim()) ? made[name.trim()] : undefined;
    if (carrier === undefined) throw new Error(`there is no account for the carrier "${name.trim()}"`);
    return carrier;
  });
  return chosen as [Carrier, ...Carrier[]];
};

/** While one of them is only busy, the message may still go; it is over when all have refused. */
const together = (declined: readonly Declined[]): Declined => {
  const reason = declined.map((each) => each.reason).join('; ');
  const waits = declined.flatMap((each) => (each.outcome === 'busy' ? [each.retryAfter] : []));
  const closed = declined.some((each) => each.outcome === 'busy' && each.closed) && { closed: true as const };
  return waits.length > 0
    ? { outcome: 'busy', retryAfter: Math.min(...waits), reason, ...closed, ...toMendAt(declined) }
    : { outcome: 'refused', reason, because: 'carrier', ...toMendAt(declined) };
};
