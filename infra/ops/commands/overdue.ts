import { Command } from 'commander';
import { formatDay, formatMoment } from '../../../shared/domain/values/day.ts';
import { OverdueList } from '../../../shared/domain/dossier/standing/overdue.ts';
import { signIn } from '../api-client/api.ts';

/** `overdue`: which dossiers a ward office owes an apology for, and which it can still apologise for in time. */
export const overdueCommand = (): Command =>
  new Command('overdue')
    .description('dossiers that are late without an apology, and those whose last day for one is today')
    .option('--json', 'as the API gives it')
    .action(async (options: { json?: boolean }, command: Command) => {
      const api = await signIn(command);
      const response = await api.fetch('/v1/reports/overdue');
      if (!response.ok) throw new Error(`${api.url} answered ${response.status}: ${await response.text()}`);
      const list = OverdueList.parse(await response.json());
      const lines = [
        ...list.apologiseToday.map(({ code, dueAt }) => `${code}   due today ${formatMoment(dueAt)}`),
        ...list.late.map(
          ({ code, dueOn, daysLate }) => `${code}   ${daysLate} day(s) late since ${formatDay(dueOn)}`,
        ),
      ];
      const said = lines.length === 0 ? 'Nothing is late without an apology.' : lines.join('\n');
      process.stdout.write(options.json ? `${JSON.stringify(list)}\n` : `${said}\n`);
    });
