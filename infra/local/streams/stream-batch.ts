import { setTimeout as wait } from 'node:timers/promises';
import type { Outcome } from '../template/environment.ts';
import { cameBack } from '../queues/batch-answer.ts';
import type { StreamMapping } from '../template/read-mappings.ts';
import type { StreamRecord } from './stream-record.ts';

export type GivenUp = 'RetryAttemptsExhausted' | 'RecordAgeExceeded';

/** What taking a batch through a function needs from around it. */
export type BatchPorts = {
  invoke: (records: StreamRecord[]) => Promise<Outcome>;
  /** Everything up to and with this record is done with: the next start goes on behind it. */
  passed: (record: StreamRecord) => Promise<void>;
  giveUp: (records: StreamRecord[], why: GivenUp, tries: number) => Promise<void>;
  /** True when the system stops: what is left of the batch stays for the next start. */
  stopped: () => boolean;
  now: () => number;
};

type Rules = Pick<StreamMapping, 'bisect' | 'retries' | 'maxAge' | 'partialFailures'>;

const idOf = (record: StreamRecord): string => record.dynamodb.SequenceNumber;

/** Milliseconds before the next try of what failed. */
const pause = (tries: number): number => Math.min(25 * 2 ** tries, 1000);

/**
 * Takes a batch of the shard through the function in order, and comes back when every record of it was taken or given
 * up. What stands before the first failed record is passed; the rest is tried again. Halving, where the mapping asks
 * for it, costs no try; the tries of what cannot be halved are counted, and after the last one it is given up.
 */
export const takeBatch = async (batch: StreamRecord[], rules: Rules, ports: BatchPorts): Promise<void> => {
  let rest = batch;
  let tries = 0;
  while (rest.length > 0 && !ports.stopped()) {
    tries += 1;
    const outcome = await ports.invoke(rest);
    if (ports.stopped() && outcome.is === 'failed') return;
    const failed = cameBack(rest.map(idOf), outcome, rules.partialFailures);
    const first = rest.findIndex((record) => failed.has(idOf(record)));
    if (first === -1) return ports.passed(rest.at(-1)!);

    if (first > 0) {
      await ports.passed(rest[first - 1]!);
      rest = rest.slice(first);
      tries = 1;
    }
    const old = rest.filter((record) => isTooOld(record, rules.maxAge, ports.now()));
    if (old.length > 0) {
      await ports.giveUp(old, 'RecordAgeExceeded', tries);
      await ports.passed(old.at(-1)!);
      rest = rest.slice(old.length);
      tries = 0;
    } else if (rules.bisect && rest.length > 1) {
      const middle = Math.ceil(rest.length / 2);
      await takeBatch(rest.slice(0, middle), rules, ports);
      rest = rest.slice(middle);
      tries = 0;
    } else if (rules.retries >= 0 && tries > rules.retries) {
      await ports.giveUp(rest, 'RetryAttemptsExhausted', tries);
      return ports.passed(rest.at(-1)!);
    } else await wait(pause(tries), undefined, { ref: false });
  }
};

const isTooOld = (record: StreamRecord, maxAge: number, now: number): boolean =>
  maxAge >= 0 && now / 1000 - record.dynamodb.ApproximateCreationDateTime > maxAge;
