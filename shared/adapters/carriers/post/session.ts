import { between, type Instant, minutes, plus, seconds } from '../../../domain/values/instant.ts';
import type { Busy, Doubt } from '../../../domain/post/partner/postal-carrier.ts';

export type CarrierSession = { is: 'open'; token: string };
type Opened = { is: 'open'; token: string; seconds: number };

/** A token is not used in its last minute. */
const margin = minutes(1);

/** One token for all calls of a warm function, fetched again when it runs out or when the carrier does not want it. */
export const sessions = (open: () => Promise<Opened | Busy | Doubt>, clock: () => Instant) => {
  let held: { token: string; until: Instant } | undefined;
  return {
    current: async (): Promise<CarrierSession | Busy | Doubt> => {
      if (held && between(clock(), held.until) > margin) return { is: 'open', token: held.token };
      const opened = await open();
      if (opened.is !== 'open') return opened;
      held = { token: opened.token, until: plus(clock(), seconds(opened.seconds)) };
      return { is: 'open', token: opened.token };
    },
    forget: (): void => {
      held = undefined;
    },
  };
};
