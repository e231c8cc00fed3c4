// Does what a ward's people decide about a letter, and writes down who did it.
import { SQSClient } from '@aws-sdk/client-sqs';
import { dynamoDossiers } from '../../shared/adapters/dynamodb/dossier/dossiers.ts';
import { platformMost } from '../../shared/adapters/lambda/most.ts';
import { dynamoLetterSettings } from '../../shared/adapters/dynamodb/letter/letter-settings.ts';
import { dynamoLetters } from '../../shared/adapters/dynamodb/letter/letters.ts';
import { dynamoChoices } from '../../shared/adapters/dynamodb/office/choices.ts';
import { openPost } from '../../shared/adapters/dynamodb/post/open-post.ts';
import { openStores } from '../../shared/adapters/open-stores.ts';
import { now } from '../../shared/adapters/lambda/clock.ts';
import { given, readEnv } from '../../shared/adapters/lambda/env.ts';
import { httpFunction } from '../../shared/adapters/lambda/http/http.ts';
import { sqsDoorbell } from '../../shared/adapters/sqs/doorbell.ts';
import { actOnLetter } from '../../shared/flows/letter/act-on-letter.ts';
import { postLetter } from '../../shared/flows/letter/post-letter.ts';
import { reviseLetter } from '../../shared/flows/letter/revise-letter.ts';
import { letterActs } from './routes/acts.ts';

const build = async () => {
  const env = readEnv({ LETTER_QUEUE_URL: given });
  const { dynamodb, tableName, vault } = await openStores();
  const letters = dynamoLetters(dynamodb, tableName, vault);
  const { settings } = dynamoChoices(dynamodb, tableName, now, { most: platformMost() });
  const wardLetters = dynamoLetterSettings(dynamodb, tableName, now);
  const doorbell = sqsDoorbell(new SQSClient(), env.LETTER_QUEUE_URL);
  const dossiers = dynamoDossiers(dynamodb, tableName, vault);
  const { posts, places, jobs } = openPost(dynamodb, tableName, vault, now);
  return {
    act: actOnLetter({ letters, clock: now }),
    post: postLetter({ letters, dossiers, posts, places, jobs, clock: now }),
    revise: reviseLetter({ letters, wardLetters, settings, doorbell, clock: now }),
  };
};

export const handler = httpFunction(build, letterActs);
