import { Command } from 'commander';
import { lookingTo } from '../../../shared/domain/calendar/outlook.ts';
import { Day, dayOf, formatDay } from '../../../shared/domain/values/day.ts';
import { instantOf } from '../../../shared/domain/values/instant.ts';
import { findingsFrom } from './findings.ts';
import { visit } from './visit.ts';

/** A day as somebody typed it, today where nobody did. Throws a sentence for what is no day. */
export const dayTyped = (typed: string | undefined): Day => {
  const day = typed === undefined ? dayOf(instantOf(new Date())) : Day.safeParse(typed).data;
  if (day === undefined) throw new Error(`${typed} is no day; write it as 2027-03-01`);
  return day;
};

/** `doctor STAGE` walks the street of a stage that stands; `doctor` alone: what the facts in here lack for the next twelve months. Ends with 0 only when nothing is missing. */
export const doctorCommand = (): Command =>
  new Command('doctor')
    .description(
      'with a stage: takes one message to a test number through the whole street after a deployment; without: what is missing for the next twelve months: days, times of procedures, services without paper files, the vaccination schedule, coming laws',
    )
    .argument('[stage]', 'the stage to visit, with the credentials of an office that is only for trying')
    .option('--from <day>', 'instead of today, such as 2027-03-01')
    .option('--json', 'a finding a line')
    .action(async (stage: string | undefined, asked: { from?: string; json?: boolean }, command: Command) => {
      const { from, json = false } = asked;
      if (stage !== undefined) return visit(stage, json, command);
      const day = dayTyped(from);
      const findings = findingsFrom(day);
      for (const finding of findings) {
        const { is, about, what, from: since, source, confidence } = finding;
        const basis = source === undefined ? '' : ` (${source}${confidence ? `; ${confidence}` : ''})`;
        const line = `${is}  ${formatDay(since)}  ${about}  ${what}${basis}`;
        process.stdout.write(`${json ? JSON.stringify(finding) : line}\n`);
      }
      const missing = findings.filter(({ is }) => is === 'missing').length;
      process.stderr.write(`${missing} missing from ${formatDay(day)} to ${formatDay(lookingTo(day))}\n`);
      if (missing > 0) process.exitCode = 1;
    });
