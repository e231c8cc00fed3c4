import { type Command, InvalidArgumentError, Option } from 'commander';
import { Status } from '../../../shared/domain/dossier/statuses.ts';
import { readVietnamTime } from '../../../shared/domain/values/vietnam-time.ts';
import { OldCodePage } from '../../../shared/domain/sheet/bytes/decode.ts';
import { folded } from '../../../shared/domain/sheet/cells/folded.ts';
import { ColumnChoice } from '../../../shared/domain/sheet/columns/fields.ts';
import type { SheetChoice } from '../../../shared/domain/sheet/columns/match.ts';
import type { Language } from '../../../shared/domain/sheet/file-problem.ts';
import type { SheetOptions } from '../../../shared/domain/sheet/read-sheet.ts';
import { portalStatuses } from '../../../shared/domain/dossier/statuses.ts';

/** What a person may say of a spreadsheet that does not say it itself. */
export type SheetFlags = {
  sheet?: string;
  asOf?: string;
  encoding?: OldCodePage;
  column?: Record<string, ColumnChoice>;
  status?: Record<string, Status>;
  report?: string;
  remember?: boolean;
  language: Language;
};

/** `Ngày hẹn cho dân=dueAt`, given as often as needed. */
const pairs =
  <Value>(read: (written: string) => Value | undefined, wanted: string) =>
  (given: string, before: Record<string, Value> = {}): Record<string, Value> => {
    const at = given.lastIndexOf('=');
    const value = at > 0 ? read(given.slice(at + 1).trim()) : undefined;
    if (value === undefined) throw new InvalidArgumentError(`Write it like "${wanted}".`);
    return { ...before, [folded(given.slice(0, at))]: value };
  };

const columnNamed = pairs(
  (written) => ColumnChoice.safeParse(written).data,
  `Ngày hẹn cho dân=dueAt", with one of ${ColumnChoice.options.join(', ')}; or, by its letter, "cột D=phone`,
);
const statusNamed = pairs(
  (written) => Status.safeParse(written).data ?? portalStatuses[Number(written) - 1],
  'Xong rồi=completed',
);

const moment = (written: string): string => {
  const at = readVietnamTime(written);
  if (at === undefined) throw new InvalidArgumentError('Write it like "02/03/2026 08:00".');
  return at;
};

/** Adds the options of spreadsheets to a command. */
export const withSheetOptions = (command: Command): Command =>
  command
    .option('--sheet <name>', 'which sheet of a workbook, where several have dossiers')
    .option('--as-of <moment>', 'when the list was made, where no column says since when', moment)
    .addOption(
      new Option('--encoding <page>', 'of which old code page its letters are').choices(OldCodePage.options),
    )
    .option(
      '--column <heading=field>',
      'what the column under this heading says; may be given again',
      columnNamed,
    )
    .option('--status <word=status>', 'which status this word means; may be given again', statusNamed)
    .option('--remember', 'keep what was said of columns, statuses and letters for the next file')
    .option('--report <file>', 'write what became of each row into this CSV file')
    .addOption(
      new Option('--language <language>', 'of the sentences about rows').choices(['vi', 'en']).default('vi'),
    );

/** What the office has said before, and what is said now: the newer word counts. */
export const readingBy = (
  { sheet, asOf, encoding, column, status }: SheetFlags,
  known: SheetChoice,
): Omit<SheetOptions, 'inflate'> => ({
  choice: {
    ...known,
    columns: { ...known.columns, ...column },
    statuses: { ...known.statuses, ...status },
    ...(encoding !== undefined && { encoding }),
  },
  ...(sheet !== undefined && { sheet }),
  ...(asOf !== undefined && { asOf }),
});
