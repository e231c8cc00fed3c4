import { Command } from 'commander';
import * as z from 'zod';
import { nationalCalendars } from '../../shared/domain/calendars/national.ts';
import { dueBy } from '../../shared/domain/due-date.ts';
import { InstantWithOffset } from '../../shared/domain/instant.ts';
import { defaultOfficeHours } from '../../shared/domain/office-sessions.ts';
import { ProcessingTime, timeFor } from '../../shared/domain/processing-time.ts';
import { processingTimes2026 } from '../../shared/domain/processing-times-2026.ts';
import { answerEachLine } from './ndjson.ts';

const Asked = z.strictObject({
  procedureCode: z.string(),
  receivedAt: InstantWithOffset,
  /** Instead of what the table says for the procedure. */
  time: ProcessingTime.optional(),
});

/** `due check`: when a result is due by the rules, one `{"procedureCode","receivedAt","time"?}` a line. */
export const dueCommand = (): Command => {
  const due = new Command('due').description('due dates by the rules, to check what a system promised');
  due
    .command('check')
    .description('read {"procedureCode","receivedAt","time"?} lines from stdin, answer when each is due')
    .action(async () =>
      answerEachLine((line) => {
        const asked = Asked.safeParse(line);
        if (!asked.success)
          return { value: { error: 'unreadable', detail: z.prettifyError(asked.error) }, ok: false };
        const { procedureCode, receivedAt, time = timeFor(processingTimes2026, procedureCode) } = asked.data;
        if (time === undefined) return { value: { error: 'unknown-procedure' }, ok: false };
        const year = { hours: defaultOfficeHours, calendars: nationalCalendars };
        return { value: { dueAt: dueBy(year, { procedureCode, receivedAt, time }) }, ok: true };
      }),
    );
  return due;
};
