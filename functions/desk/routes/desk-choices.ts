import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { decideProposal } from '../../../shared/flows/people/decide-proposal.ts';
import { chooseGuarded } from '../../../shared/flows/people/choose-guarded.ts';
import { propose } from '../../../shared/flows/people/propose.ts';
import { chooseSettings, judgeSettings } from '../../../shared/flows/office/choose-settings.ts';
import { steerJourney } from '../../../shared/flows/post/office/steer-journey.ts';
import { listJourneys } from '../../../shared/flows/post/office/list-journeys.ts';
import { dynamoInboxes } from '../../../shared/adapters/dynamodb/notification/inboxes.ts';
import { dynamoChoices } from '../../../shared/adapters/dynamodb/office/choices.ts';
import type { openPost } from '../../../shared/adapters/dynamodb/post/open-post.ts';
import type { openPeople } from '../../../shared/adapters/open-people.ts';
import type { Ward } from '../../../shared/domain/values/ward.ts';
import { now } from '../../../shared/adapters/lambda/clock.ts';
import { platformMost } from '../../../shared/adapters/lambda/most.ts';

type Opened = {
  dynamodb: DynamoDBClient;
  tableName: string;
  post: ReturnType<typeof openPost>;
  people: ReturnType<typeof openPeople>;
};

/** What an office chooses at the desk: its settings and texts, and which way its papers go. */
export const openDeskChoices = ({ dynamodb, tableName, post, people }: Opened) => {
  const most = platformMost();
  // Whoever changes what was chosen sees it as it stands now.
  const choices = dynamoChoices(dynamodb, tableName, now, { believedFor: 0, most });
  const rules = { inboxes: dynamoInboxes(dynamodb, tableName), most };
  const judge = judgeSettings(rules);
  const write = propose(people);
  return {
    ...choices,
    chooseGuarded: chooseGuarded({
      ...choices,
      judge,
      choose: chooseSettings({ ...choices, ...rules }),
      propose: write,
    }),
    propose: write,
    decide: decideProposal({ ...people, ...choices, judge }),
    officersOf: (ward: Ward) => people.officers.of(ward),
    openProposals: (ward: Ward) => people.proposals.open(ward),
    proposalsOf: (ward: Ward, before: string | undefined) => people.proposals.of(ward, before),
    jobs: post.jobs,
    places: post.places,
    journeys: listJourneys(post),
    steer: steerJourney(post),
  };
};
