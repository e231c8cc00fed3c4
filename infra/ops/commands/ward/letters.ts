import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { dynamoLetterSettings } from '../../../../shared/adapters/dynamodb/letter/letter-settings.ts';
import { dayOf } from '../../../../shared/domain/values/day.ts';
import { instantOf } from '../../../../shared/domain/values/instant.ts';
import {
  gapsIn,
  nameOfSchedule,
  WardLetters,
  whatIsMissing,
} from '../../../../shared/domain/letter/ward-letters.ts';
import { draftInserts, draftWordings } from '../../../../shared/domain/letter/wording/wording.ts';
import { currentSchedule } from '../../../../shared/domain/letter/vaccination/schedule.ts';
import { Ward } from '../../../../shared/domain/values/ward.ts';
import { openStore } from '../../api-client/store.ts';
import { plainIssue } from './plain-issue.ts';

const storeOf = (command: Command) => {
  const { dynamodb, tableName } = openStore(command);
  return dynamoLetterSettings(dynamodb, tableName, () => instantOf(new Date()));
};

const show = (value: unknown): void => void process.stdout.write(`${JSON.stringify(value, undefined, 2)}\n`);

/** Everything a ward can choose, with the drafts that ship, not approved: a file to edit. */
const draftOf = (ward: Ward): unknown => ({
  letterhead: {
    parent: 'Ủy ban nhân dân …',
    name: 'Ủy ban nhân dân …',
    place: '…',
    desk: 'Trung tâm Phục vụ hành chính công …',
    phone: '…',
    authority: ['TM. Ủy ban nhân dân', 'Chủ tịch'],
    signer: '…',
    copies: ['- Như trên;', '- Lưu: VT.'],
  },
  ...(({ birth, marriage, condolence, apology }) => ({ birth, marriage, condolence, apology }))(
    WardLetters.parse({ ward }),
  ),
  wordings: draftWordings.wordings,
  inserts: draftInserts.inserts,
  places: [],
  optionalVaccines: [],
});

const chosenIn = (file: string, ward: Ward, before: WardLetters): WardLetters => {
  const given = JSON.parse(readFileSync(file, 'utf8')) as object;
  // A confirmation is an act of its own, by a named person: a file neither makes nor loses one.
  const { scheduleConfirmed } = before;
  const read = WardLetters.safeParse({ ...given, ward, scheduleConfirmed }, { error: plainIssue });
  const wrong = read.success
    ? gapsIn(read.data).map(({ pointer, message }) => `${pointer.slice(1).replaceAll('/', '.')}: ${message}`)
    : read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  if (read.success && wrong.length === 0) return read.data;
  throw new Error(wrong.join('\n'));
};

/** `ward letters` and `ward confirm-schedule`: what a ward has chosen about its letters. */
export const addLetterCommands = (ward: Command): void => {
  ward
    .command('letters <code>')
    .description('set, or show, what the ward has chosen about its letters and what still keeps them back')
    .option('--file <json>', 'the choices; without it they are shown')
    .option(
      '--draft',
      'print a file to edit: every choice, with the wordings that ship, none of them approved',
    )
    .action(async (code: string, options: { file?: string; draft?: boolean }, command: Command) => {
      const name = Ward.parse(code);
      if (options.draft) return show(draftOf(name));
      const store = storeOf(command);
      const before = await store.of(name);
      const chosen = options.file === undefined ? before : chosenIn(options.file, name, before);
      if (options.file !== undefined) await store.save(chosen);
      show({ missing: whatIsMissing(chosen), ...(options.file === undefined && { chosen }) });
    });
  ward
    .command('confirm-schedule <code>')
    .description('note that the health station or the CDC has confirmed the vaccination schedule in use')
    .requiredOption('--by <name>', 'who confirmed it')
    .action(async (code: string, { by }: { by: string }, command: Command) => {
      const store = storeOf(command);
      const before = await store.of(Ward.parse(code));
      const on = dayOf(instantOf(new Date()));
      const scheduleConfirmed = { schedule: nameOfSchedule(currentSchedule), by, on };
      const chosen = WardLetters.parse({ ...before, scheduleConfirmed });
      await store.save(chosen);
      show({ scheduleConfirmed, missing: whatIsMissing(chosen) });
    });
};
