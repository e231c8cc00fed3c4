import {
  type CarrierCallback,
  readAgainAt,
  type CallbackEnding,
  type CarrierCallbacks,
} from '../../../domain/post/carrier-orders/carrier-callback.ts';
import type { PostalPartner, Partners } from '../../../domain/post/partner/partner.ts';
import type { CarrierTold } from '../../../domain/post/partner/postal-carrier.ts';
import type { CarrierInterface } from '../../../domain/post/partner/carrier-interfaces.ts';
import { recordTold, type ToldEnded } from '../tracking/record-told.ts';
import type { CarrierOrders } from '../../../domain/post/carrier-orders/carrier-order.ts';
import type { Clock } from '../../../domain/values/instant.ts';
import type { DispatchJobs } from '../../../domain/post/job/dispatch-jobs.ts';

/** What a carrier's raw words mean; pure, and never throws. */
export type ReadCallback = (via: CarrierInterface, word: CarrierCallback) => CarrierTold[];

type Ports = {
  jobs: DispatchJobs;
  orders: CarrierOrders;
  words: CarrierCallbacks;
  partners: Partners;
  readWord: ReadCallback;
  clock: Clock;
};

export type CallbackRead = { partner: string; ended: CallbackEnding | 'again'; told: ToldEnded[] };

const atOnce = 100;

/** Reads what carriers told us and was kept; each word on its own, so that one that cannot be read stops no other. */
export const readCallbacks =
  (ports: Ports) =>
  async (hasTime: () => boolean): Promise<CallbackRead[]> => {
    const read: CallbackRead[] = [];
    for (const word of await ports.words.due(ports.clock(), atOnce))
      if (hasTime()) read.push(await readOne(ports, word));
    return read;
  };

const readOne = async (ports: Ports, word: CarrierCallback): Promise<CallbackRead> => {
  const { words, clock, partners, readWord } = ports;
  const partner = await partners.find(word.partner);
  const told = partner?.carrier ? await hear(ports, partner, readWord(partner.carrier.via, word)) : [];
  const at = clock();
  const end = async (ended: CallbackEnding): Promise<CallbackRead> => {
    await words.settle(word, { ended, at });
    return { partner: word.partner, ended, told };
  };
  if (!partner?.carrier) return end('stuck');
  const waiting = told.filter((each) => each.is === 'again');
  if (waiting.length > 0) {
    const again = readAgainAt(word, at);
    if (again === undefined) return end(waiting.some(({ ours }) => ours) ? 'stuck' : 'ownerless');
    await words.settle(word, { again });
    return { partner: word.partner, ended: 'again', told };
  }
  if (told.some(({ is }) => is === 'stuck')) return end('stuck');
  return end(told.some(({ is }) => is === 'recorded') ? 'recorded' : 'nothing');
};

const hear = async (ports: Ports, partner: PostalPartner, all: CarrierTold[]): Promise<ToldEnded[]> => {
  const ended: ToldEnded[] = [];
  for (const told of all) ended.push(await recordTold(ports)(partner, told));
  return ended;
};
