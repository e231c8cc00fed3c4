import { Duration } from 'aws-cdk-lib';
import {
  countedKinds,
  dispatchJobKind,
  dueIndex,
  lookupIndex,
  timersIndex,
} from '../../../shared/adapters/dynamodb/table.ts';
import { clock } from '../../constructs/clock.ts';
import { doorbell } from '../../constructs/doorbell.ts';
import type { House } from '../foundation.ts';
import { postAlarms } from './alarms.ts';
import { jobs } from './jobs.ts';
import { membersOf } from './member.ts';
import { paper } from './paper.ts';
import { reports } from './reports.ts';

/** How result papers travel: wards ask for journeys, partners pull them, the citizen hears of each step that matters. */
export const post = (house: House): void => {
  const { stack, deployment, table, sms, documents } = house;
  const member = membersOf(house);
  jobs(house);
  paper(house);
  reports(house);

  const tells = { environment: { SMS_QUEUE_URL: sms.queue.queueUrl }, timeout: Duration.seconds(60) };
  const unheard = 'Citizens do not hear where their papers are, and what was delivered stays open.';
  const tellOfPost = member('tell-of-post', { ...tells, whoIsHurt: unheard });
  sms.allowSend(tellOfPost);
  doorbell(stack, 'post-word', {
    deployment,
    whoIsHurt: unheard,
    what: 'Citizens wait more than a minute to hear of their papers',
    of: table,
    kind: dispatchJobKind,
    owing: 'post#',
    andChangesOf: countedKinds, // decision 0037
    wakes: tellOfPost,
  });

  const unwatched = 'Papers that nobody fetches, carries or brings back are not noticed.';
  const watchPost = member('watch-post', {
    ...tells,
    environment: { ...tells.environment, DOCUMENTS_BUCKET: documents.name },
    whoIsHurt: unwatched,
  });
  documents.allowList(watchPost, 'evidence');
  documents.allowDelete(watchPost, 'evidence');
  table.allowQuery(watchPost, dueIndex, lookupIndex, timersIndex);
  sms.allowSend(watchPost);
  clock(stack, 'post-clock', { deployment, whoIsHurt: unwatched, strikes: watchPost, everyMinutes: 5 });

  postAlarms({ deployment });
};
