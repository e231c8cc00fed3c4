// Gives a family the vaccination calendar behind the code on its letter, as long as it is open.
import { KMSClient } from '@aws-sdk/client-kms';
import { dynamoClient } from '../shared/adapters/dynamodb/client.ts';
import { dynamoDataKeys } from '../shared/adapters/dynamodb/data-keys.ts';
import { dynamoLetters } from '../shared/adapters/dynamodb/letters.ts';
import { openVault } from '../shared/adapters/kms/vault.ts';
import { given, readEnv } from '../shared/adapters/lambda/env.ts';
import { httpFunction, refuse } from '../shared/adapters/lambda/http.ts';
import { tokenIn } from '../shared/domain/letter/calendar-link.ts';
import { problem } from '../shared/domain/problem.ts';
import { readCalendar } from '../shared/flows/read-calendar.ts';

const build = async () => {
  const env = readEnv({ TABLE_NAME: given, DATA_KEY_ARN: given });
  const dynamodb = dynamoClient();
  const vault = await openVault(new KMSClient(), env.DATA_KEY_ARN, dynamoDataKeys(dynamodb, env.TABLE_NAME));
  return readCalendar({ letters: dynamoLetters(dynamodb, env.TABLE_NAME, vault) });
};

const headers = { 'content-disposition': 'inline; filename="lich-tiem-chung.ics"' };

export const handler = httpFunction(build, {
  'GET /lich/{token}': async (read, { path, language }) => {
    const token = tokenIn(path['token'] ?? '');
    const calendar = token === undefined ? undefined : await read(token);
    return calendar === undefined
      ? refuse(problem('not-found', language))
      : { status: 200, type: 'text/calendar', headers, body: calendar };
  },
});
