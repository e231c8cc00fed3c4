/** The letter press: a sheet in, a letter out. */
import type { LetterPress } from '../../domain/letter/press.ts';
import type { Sheet } from '../../domain/letter/sheet.ts';
import { qrRuns } from './qr.ts';
import { openTypst } from './typst.ts';

const printable = (sheet: Sheet) => ({
  ...sheet,
  ...(sheet.lookup && { lookup: { ...sheet.lookup, code: qrRuns(sheet.lookup.url) } }),
  ...(sheet.plan && {
    plan: {
      ...sheet.plan,
      ...(sheet.plan.link && { link: { ...sheet.plan.link, code: qrRuns(sheet.plan.link.url) } }),
    },
  }),
});

/** A press with its type set. */
export const typstPress = (): LetterPress => {
  const { print, draw } = openTypst();
  const letter = (sheet: Sheet) => ({ sheet: JSON.stringify(printable(sheet)) });
  return {
    render: (sheet) => print('letter.typ', sheet.standard, letter(sheet)),
    picture: (sheet) => draw('letter.typ', letter(sheet)),
    renderBatch: (sheets, cover) =>
      print('batch.typ', 'ua-1', {
        sheets: JSON.stringify(sheets.map(printable)),
        ...(cover && { cover: JSON.stringify(cover) }),
      }),
  };
};
