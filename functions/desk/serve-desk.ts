// The pages that officers of a ward work on: who is in, what needs a person today.
import { createHash, randomBytes } from 'node:crypto';
import { dynamoCircuits } from '../../shared/adapters/dynamodb/notification/circuits.ts';
import { dynamoWorklist } from '../../shared/adapters/dynamodb/notification/worklist.ts';
import { decisionStores } from '../../shared/adapters/dynamodb/decision/decision-stores.ts';
import { letterStores } from '../../shared/adapters/dynamodb/letter/letter-stores.ts';
import { dynamoChoices } from '../../shared/adapters/dynamodb/office/choices.ts';
import { openPost } from '../../shared/adapters/dynamodb/post/open-post.ts';
import { now } from '../../shared/adapters/lambda/clock.ts';
import { given, readEnv } from '../../shared/adapters/lambda/env.ts';
import { httpFunction } from '../../shared/adapters/lambda/http/http.ts';
import { signInRoutes } from '../../shared/adapters/lambda/page/routes/sign-in.ts';
import { workRoutes } from '../../shared/adapters/lambda/page/routes/work.ts';
import { openPeople } from '../../shared/adapters/open-people.ts';
import { openStores } from '../../shared/adapters/open-stores.ts';
import { openCircuitsOf } from '../../shared/flows/notification/list-worklist.ts';
import { readWorklist } from '../../shared/flows/office/read-worklist.ts';
import { openDesk } from '../../shared/flows/people/open-desk.ts';

const build = async () => {
  const { SMS_CARRIERS } = readEnv({ SMS_CARRIERS: given });
  const { dynamodb, tableName, vault } = await openStores();
  const stores = decisionStores(dynamodb, tableName, vault);
  const { letters, wardLetters } = letterStores(dynamodb, tableName, vault, now);
  const { settings } = dynamoChoices(dynamodb, tableName, now);
  const { lists } = openPost(dynamodb, tableName, vault, now);
  return {
    ...openDesk({
      ...openPeople(dynamodb, tableName, vault, now),
      settings,
      wardLetters,
      random: () => randomBytes(32).toString('base64url'),
      sha256: (text) => createHash('sha256').update(text).digest('hex'),
    }),
    worklist: readWorklist({
      ...stores,
      letters,
      lists,
      desk: dynamoWorklist(dynamodb, tableName, vault),
      clock: now,
      openCircuits: openCircuitsOf(dynamoCircuits(dynamodb, tableName), SMS_CARRIERS.split(',')),
    }),
  };
};

export const handler = httpFunction(build, { ...signInRoutes, ...workRoutes });
