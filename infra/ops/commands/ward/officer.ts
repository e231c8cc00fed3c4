import { Command } from 'commander';
import { dynamoOfficers } from '../../../../shared/adapters/dynamodb/people/officers.ts';
import { OfficerGiven } from '../../../../shared/domain/people/officer.ts';
import { instantOf } from '../../../../shared/domain/values/instant.ts';
import { errorsOf } from '../../../../shared/domain/values/problem-error.ts';
import { putOfficer, takeOfficerOff } from '../../../../shared/flows/people/manage-officers.ts';
import { openSealedStore } from '../../api-client/store.ts';
import { wardIn } from './ward.ts';

/** Who is written down as having done it: whoever may use the store itself. */
const by = { name: 'vận hành' };

const ports = async (command: Command) => {
  const { dynamodb, tableName, vault } = await openSealedStore(command);
  const officers = dynamoOfficers(dynamodb, tableName, vault);
  return { officers, vault, clock: () => instantOf(new Date()) };
};

const officerIn = (row: string): OfficerGiven => {
  const given = OfficerGiven.safeParse(JSON.parse(row));
  if (given.success) return given.data;
  throw new Error(
    errorsOf(given.error)
      .map(({ pointer, message }) => `${pointer}: ${message}`)
      .join('\n'),
  );
};

/** `officer put | list | off`: who may sign in at the desk of a ward office. The first leader of an office is put on here. */
export const officerCommand = (): Command => {
  const officer = new Command('officer').description('who may sign in at the desk of a ward office');
  officer
    .command('put <officer...>')
    .description('put officers on or change them, each as {"login", "name", "ward", "roles"}')
    .action(async (rows: string[], _options: unknown, command: Command) => {
      const put = putOfficer(await ports(command));
      const saved = await Promise.all(rows.map(officerIn).map((given) => put(given, by)));
      const failed = saved.find(({ is }) => is !== 'saved');
      if (failed) throw new Error(`An officer was not written: ${failed.is}.`);
      process.stdout.write(`${JSON.stringify({ saved: saved.length })}\n`);
    });
  officer
    .command('list <ward>')
    .description('everybody of an office, one line of JSON each')
    .action(async (ward: string, _options: unknown, command: Command) => {
      const { officers } = await ports(command);
      for (const one of await officers.of(wardIn(ward))) process.stdout.write(`${JSON.stringify(one)}\n`);
    });
  officer
    .command('off <ward> <id>')
    .description('take an officer off: their sessions are over at once')
    .action(async (ward: string, id: string, _options: unknown, command: Command) => {
      const { is } = await takeOfficerOff(await ports(command))(wardIn(ward), id, by);
      if (is !== 'saved') throw new Error(`Nobody was taken off: ${is}.`);
    });
  return officer;
};
