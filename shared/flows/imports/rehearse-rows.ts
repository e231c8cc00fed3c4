import type { WardChoices } from '../../domain/api/ward-choices.ts';
import { foreseenIn } from '../../domain/rehearsal/foresee.ts';
import { Rehearsal, type RehearsalAnswer } from '../../domain/rehearsal/rehearsal.ts';
import type { ImportForeseen } from '../../domain/sheet/imports/sheet-import.ts';
import type { AnsweredRow } from '../../domain/sheet/report/answered-rows.ts';
import type { Instant } from '../../domain/values/instant.ts';
import type { Ward } from '../../domain/values/ward.ts';
import { rehearse } from '../rehearsal/rehearse.ts';
import type { Stage } from '../rehearsal/stage.ts';

type Row = { row: number; event: unknown };

/** A stage for so many rows at once: it keeps all that it plays, and 20,000 rows would fill the function's memory. */
const atOnce = 1000;

const codeOf = (event: unknown): unknown => Object(event)['dossierCode'] as unknown;

/** Slices of the rows, in their order within a dossier: one dossier is never on two stages. */
const slicesOf = (rows: readonly Row[]): Row[][] => {
  const slices: Row[][] = [[]];
  for (const of of Map.groupBy(rows, ({ event }) => codeOf(event)).values()) {
    if (slices.at(-1)!.length >= atOnce) slices.push([]);
    slices.at(-1)!.push(...of);
  }
  return slices.filter((slice) => slice.length > 0);
};

/** What these rows would come to now, under the office's own choices, and which of them would be refused. Nobody is told. */
export const rehearseRows =
  (ports: { choices: (ward: Ward) => Promise<WardChoices>; newStage: () => Stage }) =>
  async (
    ward: Ward,
    rows: readonly Row[],
    at: Instant,
  ): Promise<{ foreseen: ImportForeseen; refused: AnsweredRow[] }> => {
    const choices = await ports.choices(ward);
    const budget = choices.settings.limits.budgetPerMonth;
    const play = rehearse(ports.newStage);
    const played: Pick<RehearsalAnswer, 'messages' | 'letters' | 'jobs'>[] = [];
    const refused: AnsweredRow[] = [];
    for (const slice of slicesOf(rows)) {
      const events = slice.map(({ event }) => event);
      const { messages, letters, jobs, rejected } = await play(
        Rehearsal.parse({ ...choices, steps: [{ at, events }], until: at }),
      );
      played.push({ messages, letters, jobs });
      for (const { row, errors } of rejected)
        refused.push({ row: slice[row - 1]!.row, outcome: 'rejected', errors });
    }
    const price = budget?.currency === 'VND' ? budget.pricePerPart : undefined;
    return { foreseen: foreseenIn(played, price), refused };
  };
