import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { chooseSettings } from '../../../shared/flows/office/choose-settings.ts';
import { publishTemplates } from '../../../shared/flows/office/publish-templates.ts';
import { correctAddress } from '../../../shared/flows/post/office/correct-address.ts';
import { listJourneys } from '../../../shared/flows/post/office/list-journeys.ts';
import { cancelJob } from '../../../shared/flows/post/returns/cancel-job.ts';
import { confirmReturn } from '../../../shared/flows/post/returns/confirm-return.ts';
import { recallJob } from '../../../shared/flows/post/returns/recall-job.ts';
import { dynamoInboxes } from '../../../shared/adapters/dynamodb/notification/inboxes.ts';
import { dynamoChoices } from '../../../shared/adapters/dynamodb/office/choices.ts';
import type { openPost } from '../../../shared/adapters/dynamodb/post/open-post.ts';
import { now } from '../../../shared/adapters/lambda/clock.ts';
import { platformMost } from '../../../shared/adapters/lambda/most.ts';

type Opened = { dynamodb: DynamoDBClient; tableName: string; post: ReturnType<typeof openPost> };

/** What an office chooses at the desk: its settings and texts, and which way its papers go. */
export const openDeskChoices = ({ dynamodb, tableName, post }: Opened) => {
  const most = platformMost();
  // Whoever changes what was chosen sees it as it stands now.
  const choices = dynamoChoices(dynamodb, tableName, now, { believedFor: 0, most });
  return {
    ...choices,
    choose: chooseSettings({ ...choices, inboxes: dynamoInboxes(dynamodb, tableName), most }),
    publish: publishTemplates({ ...choices, clock: now }),
    jobs: post.jobs,
    places: post.places,
    journeys: listJourneys(post),
    steer: {
      correct: async (...asked: Parameters<ReturnType<typeof correctAddress>>) =>
        correctAddress({ ...post, places: await post.places() })(...asked),
      cancel: cancelJob(post),
      recall: recallJob(post),
      confirmReturn: confirmReturn(post),
    },
  };
};
