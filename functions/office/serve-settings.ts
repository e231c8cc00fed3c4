// Lets a ward office choose how it speaks to its citizens: its settings, and texts of its own.
import { dynamoChoices } from '../../shared/adapters/dynamodb/office/choices.ts';
import { platformMost } from '../../shared/adapters/lambda/most.ts';
import { dynamoClient } from '../../shared/adapters/dynamodb/client.ts';
import { dynamoLetterSettings } from '../../shared/adapters/dynamodb/letter/letter-settings.ts';
import { dynamoInboxes } from '../../shared/adapters/dynamodb/notification/inboxes.ts';
import { dynamoArrangements } from '../../shared/adapters/dynamodb/post/arrangements.ts';
import { now } from '../../shared/adapters/lambda/clock.ts';
import { given, readEnv } from '../../shared/adapters/lambda/env.ts';
import { httpFunction } from '../../shared/adapters/lambda/http/http.ts';
import { chooseSettings } from '../../shared/flows/office/choose-settings.ts';
import { listChoices } from '../../shared/flows/office/list-choices.ts';
import { publishTemplates } from '../../shared/flows/office/publish-templates.ts';
import { settingsRoutes } from './routes/settings.ts';

const build = () => {
  const env = readEnv({ TABLE_NAME: given });
  const dynamodb = dynamoClient();
  const most = platformMost();
  const choices = dynamoChoices(dynamodb, env.TABLE_NAME, now, { believedFor: 0, most });
  const { posts } = dynamoArrangements(dynamodb, env.TABLE_NAME, now);
  const wardLetters = dynamoLetterSettings(dynamodb, env.TABLE_NAME, now);
  const look = listChoices({ ...choices, wardLetters, posts });
  const inboxes = dynamoInboxes(dynamodb, env.TABLE_NAME);
  const choose = chooseSettings({ ...choices, inboxes, most });
  return { ...choices, choose, look, publish: publishTemplates({ ...choices, clock: now }) };
};

export const handler = httpFunction(build, settingsRoutes);
