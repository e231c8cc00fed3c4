import { Duration } from 'aws-cdk-lib';
import { watchCount } from '../../constructs/watch.ts';
import type { House } from '../foundation.ts';

/** What the post's functions count that somebody has to hear of. */
export const postAlarms = ({ deployment }: Pick<House, 'deployment'>): void => {
  watchCount(deployment, {
    name: 'post-dead-letter',
    what: 'A dispatch job was claimed again and again and never accepted',
    whoIsHurt: 'The papers of these citizens lie in the office, and no partner is offered them any more.',
    every: Duration.minutes(5),
  });
  watchCount(deployment, {
    name: 'post-waits-for-duty',
    what: 'Partners leave dispatch jobs unclaimed, or a refused job was passed to nobody',
    whoIsHurt: 'The papers of these citizens lie in the office longer than a working day.',
    every: Duration.minutes(15),
  });
  watchCount(deployment, {
    name: 'post-waits-for-ward',
    what: 'Papers wait for a ward office: an address, a hand-over, a parcel that is silent, a return nobody received',
    whoIsHurt: 'The papers of these citizens lie somewhere, and nobody does anything about it.',
    every: Duration.minutes(15),
  });
  watchCount(deployment, {
    name: 'post-quarantined',
    what: 'A scan contradicts how a journey ended',
    whoIsHurt: 'A citizen may have been told of a delivery that never was, or of a return that never was.',
    every: Duration.minutes(5),
  });
  watchCount(deployment, {
    name: 'post-partner-silent',
    what: 'A partner does not ask for the jobs that are on offer to it',
    whoIsHurt: 'The papers of these citizens lie in their offices until the partner asks again.',
    every: Duration.minutes(15),
  });
  watchCount(deployment, {
    name: 'post-unwatched',
    what: 'A round of the post’s clock ended before it had looked at every partner',
    whoIsHurt: 'Papers that wait too long are noticed some rounds later than they should be.',
    every: Duration.minutes(15),
  });
};
