import { Duration } from 'aws-cdk-lib';
import { dueIndex, lookupIndex } from '../../shared/adapters/dynamodb/table.ts';
import { clock } from '../constructs/clock.ts';
import { watchCount } from '../constructs/watch.ts';
import type { House } from './foundation.ts';

/** The clock brings what had to wait and finds what got lost; what no single part can see rings here. */
export const theClock = ({ stack, deployment, table, door, sms, letter, keyed }: House): void => {
  const releaseDue = keyed('release-due', {
    whoIsHurt: 'SMS held back for the night never leave, and nothing that got lost is found again.',
    timeout: Duration.seconds(50),
    environment: {
      SMS_QUEUE_URL: sms.queue.queueUrl,
      LETTER_QUEUE_URL: letter.queue.queueUrl,
      SMS_PER_SECOND: String(deployment.settings.smsPerSecond),
      PUBLIC_URL: door.url,
    },
  });
  table.allowRead(releaseDue, 'GetItem', 'BatchGetItem');
  table.allowWrite(releaseDue, 'PutItem', 'UpdateItem');
  table.allowQuery(releaseDue, 'table', dueIndex, lookupIndex);
  sms.allowSend(releaseDue);
  letter.allowSend(releaseDue);
  sms.allowCount(releaseDue);
  clock(stack, 'clock', {
    deployment,
    whoIsHurt: 'SMS held back for the night never leave, and nothing that got lost is found again.',
    strikes: releaseDue,
  });

  watchCount(deployment, {
    name: 'unknown',
    what: 'Nobody knows whether some SMS left; none of them is sent again by itself',
    whoIsHurt: 'These citizens may not have been told, and only a person may decide to tell them again.',
    every: Duration.hours(1),
    above: deployment.settings.unknownPerHour,
  });
  watchCount(deployment, {
    name: 'stuck',
    what: 'The sweep found something that waits longer than it ever should',
    whoIsHurt: 'Citizens are owed word that no machine will bring by itself.',
    every: Duration.minutes(5),
  });
  watchCount(deployment, {
    name: 'unrecognised',
    what: 'A carrier says something we have no words for yet',
    whoIsHurt: 'Officers cannot see what became of these messages until the code table knows the word.',
    every: Duration.hours(1),
  });
  watchCount(deployment, {
    name: 'to-mend',
    what: 'A carrier refuses for a reason that is ours: an account, a balance, a limit, a sender, a template',
    whoIsHurt: 'Citizens of every ward are told nothing by this carrier until a person mends it.',
    every: Duration.minutes(15),
  });
  watchCount(deployment, {
    name: 'unsayable',
    what: 'No text can be made of what was reported: a value is missing or fits no message',
    whoIsHurt: 'These citizens are told nothing of their dossier, and their office does not know it.',
    every: Duration.hours(1),
  });
  for (const percent of [50, 80, 100] as const) {
    watchCount(deployment, {
      name: `budget-${percent}`,
      what: `A ward has reached ${percent} % of what it may send in a day or spend in a month`,
      whoIsHurt:
        'Its citizens are told nothing any more once all of it is spent, until the day or month is over.',
      counter: `budget${percent}`,
      every: Duration.hours(1),
    });
  }
};
