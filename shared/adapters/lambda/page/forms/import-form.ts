import { Status } from '../../../../domain/dossier/statuses.ts';
import { OldCodePage } from '../../../../domain/sheet/bytes/decode.ts';
import { folded } from '../../../../domain/sheet/cells/folded.ts';
import { ColumnChoice } from '../../../../domain/sheet/columns/fields.ts';
import type { ImportSeen } from '../../../../domain/sheet/imports/api-shapes.ts';
import type { ImportColumn, ImportReading } from '../../../../domain/sheet/imports/sheet-import.ts';
import type { FormFields } from '../frame/form.ts';

/** The columns that somebody may be asked about: those that were read, or the headings of a file that was not. */
export const columnsToAsk = ({ columns, headings = [] }: ImportSeen): ImportColumn[] =>
  columns ?? headings.map((heading) => ({ heading, samples: [] }));

/** What a form says of how a file is to be read: only what differs from how it was. */
export const readingIn = (fields: FormFields, one: ImportSeen): ImportReading => {
  const columns = columnsToAsk(one).flatMap(({ heading, field = 'ignored' }, at) => {
    const choice = ColumnChoice.safeParse(fields[`cot-${at}`]).data;
    return choice === undefined || choice === field ? [] : [[folded(heading), choice] as const];
  });
  const word = folded(fields['chu'] ?? '');
  const status = Status.safeParse(fields['nghia']).data;
  const encoding = OldCodePage.safeParse(fields['bang-ma']).data;
  const sheet = (fields['trang'] ?? '').trim().slice(0, 100);
  return {
    columns: Object.fromEntries(columns),
    statuses: word !== '' && status !== undefined ? { [word.slice(0, 200)]: status } : {},
    ...(encoding !== undefined && { encoding }),
    ...(sheet !== '' && { sheet }),
    remember: true,
  };
};
