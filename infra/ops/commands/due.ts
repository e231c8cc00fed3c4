import { Command } from 'commander';
import * as z from 'zod';
import { knownYears } from '../../../shared/domain/calendar/calendar.ts';
import { nationalCalendars } from '../../../shared/domain/calendar/national/calendars.ts';
import { daysToConfirm, missingYears } from '../../../shared/domain/calendar/outlook.ts';
import { dayTyped } from '../doctor/command.ts';
import { dueAfterSupplement, dueBy } from '../../../shared/domain/calendar/due-date.ts';
import { InstantWithOffset } from '../../../shared/domain/values/instant.ts';
import { defaultOfficeHours } from '../../../shared/domain/calendar/office-sessions.ts';
import { ProcessingTime, timeFor } from '../../../shared/domain/calendar/processing-time.ts';
import { processingTimes2026 } from '../../../shared/domain/calendar/processing-times-2026.ts';
import { answerEachLine } from '../lines/ndjson.ts';

const Asked = z.strictObject({
  procedureCode: z.string(),
  receivedAt: InstantWithOffset,
  /** Instead of what the table says for the procedure. */
  time: ProcessingTime.optional(),
  /** When papers were asked for, and when the citizen brought them. */
  supplement: z.strictObject({ askedAt: InstantWithOffset, suppliedAt: InstantWithOffset }).optional(),
});

const year = { hours: defaultOfficeHours, calendars: nationalCalendars };

const answer = (line: unknown): { value: unknown; ok: boolean } => {
  const asked = Asked.safeParse(line);
  if (!asked.success)
    return { value: { error: 'unreadable', detail: z.prettifyError(asked.error) }, ok: false };
  const { procedureCode, receivedAt, supplement } = asked.data;
  const time = asked.data.time ?? timeFor(processingTimes2026, procedureCode);
  if (time === undefined) return { value: { error: 'unknown-procedure' }, ok: false };
  try {
    const dueAt = dueBy(year, { procedureCode, receivedAt, time });
    if (supplement === undefined || dueAt === 'no-fixed-date') return { value: { dueAt }, ok: true };
    return {
      value: { dueAt: dueAfterSupplement(year, { dueAt, time }, supplement), promisedAt: dueAt },
      ok: true,
    };
  } catch (error) {
    return { value: { error: 'not-reckonable', detail: (error as Error).message }, ok: false };
  }
};

/** `due check`: when a result is due by the rules, a line for a line; `due days`: what is still to be confirmed or entered. */
export const dueCommand = (): Command => {
  const due = new Command('due').description('due dates by the rules, to check what a system promised');
  due
    .command('check')
    .description(
      'read {"procedureCode","receivedAt","time"?,"supplement"?:{"askedAt","suppliedAt"}} lines from stdin, answer when each is due',
    )
    .action(async () => answerEachLine(answer));
  due
    .command('days')
    .description(
      'the days and years of the next twelve months that somebody has to confirm, correct or enter',
    )
    .option('--from <day>', 'instead of today, such as 2027-03-01')
    .action(({ from }: { from?: string }) => {
      const day = dayTyped(from);
      const missing = [...daysToConfirm(nationalCalendars, day), ...missingYears(nationalCalendars, day)];
      for (const each of missing) process.stdout.write(`${JSON.stringify(each)}\n`);
      process.stderr.write(`The calendar knows ${knownYears(nationalCalendars).join(', ')}.\n`);
    });
  return due;
};
