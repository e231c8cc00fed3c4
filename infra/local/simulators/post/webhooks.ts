import { setTimeout as pause } from 'node:timers/promises';
import type { CarrierInterface } from '../../../../shared/domain/post/partner/carrier-interfaces.ts';
import type { Webhook } from './protocol.ts';

/** Where carriers call back: our API, and the word in its path. */
export type CallbackPlace = { base: string; word: string };

/** The partner that each simulated carrier is, in the path of its webhook. */
export const partnerOf = (name: CarrierInterface): string =>
  name === 'vnpost-public-post' ? 'vnpost' : name;

/** Sends calls until they are taken with 200, eleven times at most, as GHN does; faster, since nobody waits here. */
export const webhooksTo = ({ base, word }: CallbackPlace) => {
  const ended = new AbortController();
  const send = async (url: string, { headers, body }: Webhook): Promise<void> => {
    for (let tries = 0; tries < 11 && !ended.signal.aborted; tries += 1) {
      const init = { method: 'POST', headers, body, signal: AbortSignal.timeout(5000) };
      const answer = await fetch(url, init).catch(() => undefined);
      await answer?.text();
      if (answer?.status === 200) return;
      await pause(Math.min(100 * 2 ** tries, 2000));
    }
    if (!ended.signal.aborted) process.stderr.write(`postal: a call to ${new URL(url).origin} is lost\n`);
  };
  return {
    tell: (name: CarrierInterface, webhook: Webhook, copies: number): void => {
      for (let copy = 0; copy < copies; copy += 1)
        void send(`${base}/callbacks/post/${partnerOf(name)}/${word}`, webhook);
    },
    close: () => ended.abort(),
  };
};
