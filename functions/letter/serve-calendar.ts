// Gives a family the vaccination calendar behind the code on its letter, as long as it is open.
import { dynamoLetters } from '../../shared/adapters/dynamodb/letter/letters.ts';
import { openStores } from '../../shared/adapters/open-stores.ts';
import { httpFunction, refuse } from '../../shared/adapters/lambda/http/http.ts';
import { tokenIn } from '../../shared/domain/letter/api/calendar-link.ts';
import { problem } from '../../shared/domain/api/problem.ts';
import { readCalendar } from '../../shared/flows/letter/read-calendar.ts';

const build = async () => {
  const { dynamodb, tableName, vault } = await openStores();
  return readCalendar({ letters: dynamoLetters(dynamodb, tableName, vault) });
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
