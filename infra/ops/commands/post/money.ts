import type { Command } from 'commander';
import { formatDay, formatMoment } from '../../../../shared/domain/values/day.ts';
import { accounts } from '../../../../shared/domain/post/money/cash-book.ts';
import { CashReport } from '../../../../shared/domain/post/money/cash-report-shape.ts';
import { CashConfirmed } from '../../../../shared/domain/post/money/confirm-cash.ts';
import { signIn } from '../../api-client/api.ts';

const vnd = (amount: number): string => `${amount.toLocaleString('vi-VN')} đ`;

/** A report as lines for a terminal, row by row, and then whom to ask. */
const reportLines = ({
  day,
  rows,
  total,
  older,
  disputes,
  toConfirm,
  olderThanDays,
}: CashReport): string[] => {
  const figures = ({ movements, cash, charges, unplaced, standing }: CashReport['total']) => [
    `  that day   ${accounts
      .filter((account) => movements[account].jobs > 0)
      .map((account) => `${account} ${movements[account].jobs} (${vnd(movements[account].amount)})`)
      .join(', ')}`,
    `  cash       collected ${vnd(cash.collected)}, kept back ${vnd(cash.deducted)}, brought ${vnd(cash.remitted)}`,
    `  charges    ${vnd(charges.charged)}, quoted ${vnd(charges.quoted)}, difference ${vnd(charges.difference)}`,
    `  unplaced   ${unplaced.lines} line(s), ${vnd(unplaced.amount)}`,
    `  standing   open ${vnd(standing.open.amount)}, of it older than ${olderThanDays} day(s) ${vnd(standing.older.amount)}; to confirm ${vnd(standing.remitted.amount)}; disputed ${vnd(standing.disputed.amount)}; due at doors ${vnd(standing.due.amount)}`,
  ];
  return [
    `Cash on delivery, ${formatDay(day)}`,
    ...rows.flatMap((row) => [`${row.ward || 'no ward'} with ${row.partner}`, ...figures(row)]),
    'in all',
    ...figures(total),
    ...toConfirm.map(
      ({ partner, remittanceId, lines, remitted }) =>
        `to confirm   ${partner} ${remittanceId}: ${lines} line(s), ${vnd(remitted)}`,
    ),
    ...older.map(
      ({ jobId, since, due }) => `older        ${jobId}: ${vnd(due)} since ${formatMoment(since)}`,
    ),
    ...disputes.map(
      ({ jobId, because, difference }) => `disputed     ${jobId}: ${because ?? ''}, ${vnd(difference)}`,
    ),
  ];
};

type Asked = { day?: string; olderThan?: string; json?: boolean };

/** `… cash`: the day's money, of a ward under `post`, of a partner under `partner`. */
export const addCashCommand = (parent: Command, side: '/v1' | '/partner/v1'): void => {
  parent
    .command('cash')
    .description('the money of a day: due, collected, brought, open, disputed, and charges against quotes')
    .option('--day <day>', 'such as 2026-03-02; today without it')
    .option('--older-than <days>', 'from how many days on open cash is named', '3')
    .option('--json', 'as the API gives it')
    .action(async ({ day, olderThan = '3', json }: Asked, command: Command) => {
      const api = await signIn(command);
      const query = new URLSearchParams({ olderThanDays: olderThan, ...(day !== undefined && { day }) });
      const response = await api.fetch(`${side}/reports/cash?${query.toString()}`);
      if (!response.ok) throw new Error(`${api.url} answered ${response.status}: ${await response.text()}`);
      const report = CashReport.parse(await response.json());
      process.stdout.write(`${json ? JSON.stringify(report) : reportLines(report).join('\n')}\n`);
    });
};

type Confirming = {
  partner: string;
  day?: string;
  remittance?: string;
  total: string;
  by: string;
  id?: string;
  note?: string;
};

/** `post confirm`: a person has seen a partner's money in the account. */
export const addConfirmCommand = (post: Command): void => {
  post
    .command('confirm')
    .description('note that the money of a day or of a remittance is in the office’s account')
    .requiredOption('--partner <code>', 'who brought it')
    .requiredOption('--total <vnd>', 'what you saw in the account: it has to be the sum of the lines')
    .requiredOption('--by <name>', 'who saw it')
    .option('--day <day>', 'everything that the partner reported on this day')
    .option('--remittance <id>', 'or one remittance')
    .option(
      '--id <id>',
      'the confirmation’s own name; otherwise made of the partner and the day or remittance',
    )
    .option('--note <text>')
    .action(async ({ partner, day, remittance, total, by, id, note }: Confirming, command: Command) => {
      const api = await signIn(command);
      const own =
        id ??
        [partner, day ?? remittance]
          .join('-')
          .replaceAll(/[^A-Za-z0-9._-]/g, '_')
          .slice(0, 60);
      const response = await api.fetch('/v1/cod-confirmations', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          confirmationId: own,
          partner,
          total: Number(total),
          confirmedBy: by,
          ...(day !== undefined && { day }),
          ...(remittance !== undefined && { remittanceId: remittance }),
          ...(note !== undefined && { note }),
        }),
      });
      if (!response.ok) throw new Error(`${api.url} answered ${response.status}: ${await response.text()}`);
      const { reconciled, left } = CashConfirmed.parse(await response.json());
      process.stdout.write(
        `${JSON.stringify({ confirmationId: own, reconciled: reconciled.length, left })}\n`,
      );
      if (left.length > 0) process.exitCode = 1;
    });
};
