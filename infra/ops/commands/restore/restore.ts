import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import * as z from 'zod';
import { dynamoWorklist } from '../../../../shared/adapters/dynamodb/notification/worklist.ts';
import { Instant, instantOf, InstantWithOffset } from '../../../../shared/domain/values/instant.ts';
import type { NotificationId } from '../../../../shared/domain/values/ids.ts';
import { type Left, settleByLog } from '../../../../shared/flows/notification/settle-by-log.ts';
import { carryChoices } from '../../../../shared/adapters/dynamodb/office/carry-choices.ts';
import { openSealedStore, openStore } from '../../api-client/store.ts';
import { writeLine } from '../ward/ward.ts';

/** The one line of the sender's log that says that a carrier took a text. */
const TakenLine = z.object({
  at: Instant,
  step: z.literal('send'),
  outcome: z.literal('accepted'),
  notification: z.string().transform((id) => id as NotificationId),
});

/** What left in the lost time, as lines of the log say it; every other line is passed over. */
export const leftIn = (lines: readonly string[], from: Instant, until: Instant): Left[] =>
  lines.flatMap((line) => {
    const start = line.indexOf('{');
    if (start < 0) return [];
    try {
      const { data } = TakenLine.safeParse(JSON.parse(line.slice(start)));
      return data && data.at > from && data.at <= until
        ? [{ notification: data.notification, at: data.at }]
        : [];
    } catch {
      return [];
    }
  });

const settle = async (
  given: { from: string; since: string; until: string; by: string },
  command: Command,
): Promise<void> => {
  const [since, until] = [InstantWithOffset.parse(given.since), InstantWithOffset.parse(given.until)];
  const { dynamodb, tableName, vault } = await openSealedStore(command);
  const desk = dynamoWorklist(dynamodb, tableName, vault);
  const settleOne = settleByLog({ desk, clock: () => instantOf(new Date()) });
  const lines = readFileSync(given.from === '-' ? 0 : given.from, 'utf8').split('\n');
  for (const left of leftIn(lines, since, until)) writeLine(await settleOne(left, given.by));
};

const choices = async ({ old }: { old: string }, command: Command): Promise<void> => {
  const { dynamodb, tableName } = openStore(command);
  writeLine({ citizens: await carryChoices(dynamodb, old, tableName), from: old, to: tableName });
};

/** `restore`: what a person does after a table was brought back from an earlier moment. */
export const restoreCommand = (): Command => {
  const restore = new Command('restore').description(
    'after a table was brought back (docs/operations/restore.md)',
  );
  restore
    .command('settle')
    .description(
      'says of what is in doubt that it was told, where the log of send-sms says that a carrier took it in the lost time',
    )
    .requiredOption('--from <file>', 'lines of the log of send-sms, as CloudWatch gives them; - for stdin')
    .requiredOption('--since <instant>', 'the moment the table was brought back from')
    .requiredOption('--until <instant>', 'when the old street stopped sending: lostUntil of the stage')
    .requiredOption('--by <name>', 'who answers for it')
    .action(settle);
  restore
    .command('choices')
    .description('carries what citizens chose from the old table, where it can still be read and believed')
    .requiredOption('--old <table>', 'the table that was given up')
    .action(choices);
  return restore;
};
