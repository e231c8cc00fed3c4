import { Duration } from 'aws-cdk-lib';
import { longestTakes } from '../../shared/adapters/carriers/sms/names.ts';
import { type Stage, smsWorkers } from '../stages.ts';

/** How many messages a sender is given at once; it hands them over one after another. */
export const smsBatch = 10;

/** The share of the granted rate that each sender keeps to, so that together they keep it. */
export const smsPerWorker = (settings: Stage): number => settings.smsPerSecond / smsWorkers(settings);

/** After so many seconds the clock takes a sender that has not reported back for dead (`deadAfter` of the clock's round). */
const takenForDead = 120;

/** What Lambda allows. */
const longestRun = 900;

/** How long one carrier takes on a day that is not its best, our own reading and writing included, in seconds. */
const onABadDay = 1;

/** No sender runs shorter than this, in seconds. */
const shortestRun = 30;

/**
 * How long the sender may run for one batch: as its carriers, asked one after another, take on a bad day and at its own pace,
 * and after that still twice as long as one message may take at the worst, without which it claims none. Refuses a stage
 * whose list or rate cannot work, so that it is not deployed instead of sending nothing: nobody or somebody twice in the list,
 * no rate, or a claim that would be taken for dead while it is sent.
 */
export const smsTimeout = (settings: Stage): Duration => {
  const { smsCarriers, smsPerSecond } = settings;
  if (smsCarriers.length === 0) throw new Error('smsCarriers: nobody carries SMS');
  const twice = smsCarriers.filter((name, place) => smsCarriers.indexOf(name) !== place);
  if (twice.length > 0) throw new Error(`smsCarriers: ${twice.join(', ')} stands there twice`);
  const unknown = smsCarriers.filter((name) => !Object.hasOwn(longestTakes, name));
  if (unknown.length > 0) throw new Error(`smsCarriers: nobody made a carrier called ${unknown.join(', ')}`);
  if (!(smsPerSecond > 0 && smsPerSecond < Infinity))
    throw new Error(`smsPerSecond: ${smsPerSecond} is no rate`);

  const longest = smsCarriers.reduce((sum, name) => sum + longestTakes[name], 0) / 1000;
  const each = Math.max(smsCarriers.length * onABadDay, 1 / smsPerWorker(settings));
  const run = Math.max(Math.ceil((smsBatch - 1) * each + 2 * longest + onABadDay), shortestRun);
  if (2 * longest >= takenForDead || run > longestRun)
    throw new Error(
      `smsCarriers: asking ${smsCarriers.join(', ')} in turn at ${smsPerSecond} SMS a second may take ${run} seconds for a batch and ${longest} for one message`,
    );
  return Duration.seconds(run);
};
