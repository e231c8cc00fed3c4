import { instantOf } from '../../../../shared/domain/values/instant.ts';
import { Rehearsal, type RehearsalAnswer } from '../../../../shared/domain/rehearsal/rehearsal.ts';
import { WardChoices } from '../../../../shared/domain/api/ward-choices.ts';
import { rehearse } from '../../../../shared/flows/rehearsal/rehearse.ts';
import type { Api } from '../../api-client/api.ts';
import type { PushRow } from '../../../../shared/domain/sheet/json-rows.ts';
import { rehearsalStages } from '../../rehearsal/stage.ts';
import { sentenceOfProblem } from '../../../../shared/domain/sheet/report/row-problem.ts';
import type { ReadList } from '../../../../shared/domain/sheet/opened-file.ts';
import { answeredRows } from '../../../../shared/domain/sheet/report/answered-rows.ts';
import { linesOf, writeReport } from '../../lines/report-rows.ts';
import type { SheetFlags } from '../../lines/sheet-options.ts';
import { errorsOf, type ProblemError } from '../../../../shared/domain/values/problem-error.ts';

/** What one part costs in whole đồng, where somebody has said so. */
type Price = number | undefined;

/** What a person may ask of a dry run. */
export type TryOut = { show?: boolean; pricePerPart?: number };

type Refused = { row: number; problem: unknown; errors?: ProblemError[] };

/** What a push of these rows would come to now, under the ward's own choices; nothing is sent but the question for them. */
const dryRun = async (
  api: Api,
  rows: readonly PushRow[],
  at: Date,
): Promise<{ answer: RehearsalAnswer; refused: Refused[]; price: Price }> => {
  const response = await api.fetch('/v1/choices');
  if (!response.ok) throw new Error(`${api.url} answered ${response.status}: ${await response.text()}`);
  const choices = WardChoices.parse(await response.json());
  const events = rows.flatMap((row) => ('event' in row ? [row] : []));
  const asked = Rehearsal.safeParse({
    ...choices,
    steps: [{ at: instantOf(at), events: events.map(({ event }) => event) }],
  });
  if (!asked.success)
    throw new Error(
      `The ward's choices cannot be rehearsed: ${errorsOf(asked.error)
        .map(({ pointer, message }) => `${pointer}: ${message}`)
        .join('; ')}`,
    );
  const answer = await rehearse(rehearsalStages())(asked.data);
  const refused = [
    ...rows.flatMap((row) => ('event' in row ? [] : [row])),
    ...answer.rejected.map(({ row, errors }) => ({
      row: events[row - 1]!.row,
      problem: { title: 'not taken in', errors },
      errors,
    })),
  ].toSorted((a, b) => a.row - b.row);
  const budget = choices.settings.limits.budgetPerMonth;
  return { answer, refused, price: budget?.currency === 'VND' ? budget.pricePerPart : undefined };
};

const count = (many: number, one: string, more = `${one}s`): string => `${many} ${many === 1 ? one : more}`;

/** What would come of it, in one sentence for whoever is about to push; without a price no cost is guessed. */
export const sentenceOf = (answer: RehearsalAnswer, refused: number, price: Price): string => {
  const goes = answer.messages.filter(({ state }) => state !== 'cancelled' && state !== 'suppressed');
  const texts = goes.filter(({ channel }) => channel !== 'call-list');
  const calls = goes.length - texts.length;
  const parts = texts.reduce((sum, message) => sum + message.parts, 0);
  const cost = price === undefined ? '' : `, about ${(parts * price).toLocaleString('en-US')} đ`;
  const letters = answer.letters.filter(({ state }) => state !== 'none' && state !== 'withdrawn').length;
  const citizens = new Set(texts.map(({ to }) => to)).size;
  const did = [
    `text ${count(citizens, 'citizen')} (${count(parts, 'part')}${cost})`,
    ...(calls > 0 ? [`ask for ${count(calls, 'call')}`] : []),
    `write ${count(letters, 'letter')}`,
    `order ${count(answer.jobs.length, 'journey')}`,
  ];
  return `This would ${did.join(', ')}; ${count(refused, 'row')} refused.`;
};

/** The sheet's rows as the rehearsal judged them; written down where somebody wants to have them. */
const ofSheet = (list: ReadList, refused: readonly Refused[], { report, language }: SheetFlags) => {
  const judged = refused.flatMap(({ row, errors }) =>
    errors === undefined ? [] : [{ row, outcome: 'rejected', errors }],
  );
  const rows = answeredRows(list, judged);
  if (report !== undefined) writeReport(report, rows, language);
  return rows;
};

/** Says what a push would come to: first the sentence, then who needs a person, then the texts where they are asked for. */
export const tryOut = async (
  api: Api,
  rows: readonly PushRow[],
  options: TryOut & SheetFlags,
  list?: ReadList,
): Promise<void> => {
  const { answer, refused, price } = await dryRun(api, rows, new Date());
  const texts = answer.messages.map(({ to, channel, text }) => `${to} ${channel} ${text}`);
  const lines = [
    sentenceOf(answer, refused.length, options.pricePerPart ?? price),
    ...(list === undefined
      ? refused.map(({ row, problem }) => `row ${row} ${sentenceOfProblem(problem)}`)
      : linesOf(ofSheet(list, refused, options))),
    ...answer.worklist
      .filter((work) => work.list !== 'rows' && (list === undefined || work.list !== 'warnings'))
      .map((work) => `${work.list} ${work.dossierCode} ${work.because}`),
    ...(options.show ? texts : []),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  if (refused.length > 0) process.exitCode = 1;
};
