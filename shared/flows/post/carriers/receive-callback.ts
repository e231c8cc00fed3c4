import type {
  CarrierCallback,
  CarrierCallbacks,
} from '../../../domain/post/carrier-orders/carrier-callback.ts';
import type { Clock } from '../../../domain/values/instant.ts';

/** A call that proved itself, or nobody we know. */
export type ProvenCall = { is: 'stranger' } | { is: 'word'; raw: string; transaction?: string };

type Ports = { words: CarrierCallbacks; clock: Clock; fingerprint: (text: string) => string };

/**
 * Keeps what a carrier said, byte for byte and before it is answered; reading it is for the clock. The same bytes again
 * are known, unless the carrier names each of its calls.
 */
export const receiveCallback =
  ({ words, clock, fingerprint }: Ports) =>
  async (partner: string, call: ProvenCall): Promise<'stranger' | 'kept' | 'known'> => {
    if (call.is === 'stranger') return 'stranger';
    const { raw, transaction } = call;
    const word: CarrierCallback = {
      id: fingerprint([partner, transaction ?? '', raw].join('\n')),
      partner,
      raw,
      ...(transaction !== undefined && { transaction }),
      from: 'call',
      heardAt: clock(),
      tries: 0,
    };
    return words.keep(word);
  };
