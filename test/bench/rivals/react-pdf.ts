import { Document, Font, Page, Path, renderToBuffer, Svg, Text, View } from '@react-pdf/renderer';
import { createElement as h, type ReactNode } from 'react';
import type { Sheet } from '../../../shared/domain/letter/sheet.ts';
import type { Engine } from '../letter-engines/engine.ts';
import { headLines, margins, mm, plansOf, qrSquares, scheduleColumns, tinos } from './measures.ts';

type Style = Record<string, string | number>;

let keys = 0;
const text = (style: Style, words: string) => h(Text, { style, key: (keys += 1) }, words);
const box = (style: Style, ...inside: ReactNode[]) => h(View, { style, key: (keys += 1) }, ...inside);

const middle = { textAlign: 'center' };
const bold = { fontWeight: 700 };

const halves = (sheet: Sheet) => {
  const { left, right } = headLines(sheet);
  return box(
    { flexDirection: 'row', marginBottom: mm(10) },
    box({ width: mm(64), fontSize: 12 }, ...left.map((line) => text(middle, line))),
    box({ width: mm(96), fontSize: 12.5, ...bold }, ...right.map((line) => text(middle, line))),
  );
};

const signature = ({ copies, signature: signed }: Sheet) =>
  box(
    { flexDirection: 'row', marginTop: mm(9) },
    box({ width: mm(64), fontSize: 11 }, ...copies.map((line) => text({}, line))),
    box(
      { width: mm(96), ...bold },
      ...(signed?.authority ?? []).map((line) => text(middle, line)),
      text({ ...middle, marginTop: mm(21) }, signed?.name ?? ''),
    ),
  );

const row = (cells: readonly string[], style: Style, fixed: boolean) =>
  h(
    View,
    {
      key: (keys += 1),
      fixed,
      wrap: false,
      style: { flexDirection: 'row', paddingVertical: 2, borderBottom: '0.4pt solid black', ...style },
    },
    ...cells.map((cell, index) => text({ width: scheduleColumns[index]!, paddingHorizontal: 3 }, cell)),
  );

const qr = (url: string, side: number) => {
  const d = qrSquares(url, side)
    .map(({ x, y, width, height }) => `M${x} ${y}h${width}v${height}h${-width}Z`)
    .join('');
  return h(Svg, { key: (keys += 1), width: side, height: side }, h(Path, { d, fill: 'black' }));
};

const planPages = (plan: NonNullable<Sheet['plan']>) =>
  h(
    View,
    { break: true, style: { fontSize: 12 }, key: (keys += 1) },
    text({ ...middle, ...bold, fontSize: 15, marginBottom: 6 }, plan.heading),
    box({}, row(plan.columns, bold, true), ...plan.rows.map((cells) => row(cells, {}, false))),
    ...plan.disclaimers.map((words) => text({}, `– ${words}`)),
    ...(plan.placesHeading ? [text(bold, plan.placesHeading)] : []),
    ...plan.places.flatMap((place) => [text(bold, place.title), text({}, place.text)]),
    ...(plan.link ? [qr(plan.link.url, mm(30)), text({ fontSize: 10 }, plan.link.caption)] : []),
  );

const page = (sheet: Sheet) =>
  h(
    Page,
    {
      key: (keys += 1),
      size: 'A4',
      style: {
        fontFamily: 'Tinos',
        fontSize: 14,
        lineHeight: 1.3,
        paddingTop: margins.top,
        paddingBottom: margins.bottom,
        paddingLeft: margins.left,
        paddingRight: margins.right,
      },
    },
    halves(sheet),
    text({ ...middle, ...bold, fontSize: 15 }, sheet.heading),
    ...(sheet.subheading ? [text({ ...middle, fontStyle: 'italic' }, sheet.subheading)] : []),
    ...(sheet.addressee ? [text({ ...middle, marginVertical: 8 }, sheet.addressee)] : []),
    ...[...sheet.paragraphs, sheet.help, sheet.closing]
      .filter((words) => words !== undefined)
      .map((words) => text({ textAlign: 'justify', textIndent: mm(12), marginBottom: 6 }, words)),
    signature(sheet),
    ...plansOf(sheet).map(planPages),
    ...(sheet.inserts ? [text({ ...bold, fontSize: 13, marginTop: 12 }, sheet.inserts.heading)] : []),
    ...(sheet.inserts?.items ?? []).flatMap((item) => [
      text({ ...bold, fontSize: 12 }, item.title),
      text({ fontSize: 12 }, item.text),
    ]),
  );

/** Its header row repeats by `fixed`; words are not broken, as Vietnamese is not; not tagged. */
const printed = (sheets: readonly Sheet[]): Promise<Uint8Array> => {
  const [first] = sheets;
  const { title, head, issuedOn } = first!;
  const day = new Date(`${issuedOn}T00:00:00Z`);
  const about = { title, author: head.agency, language: 'vi', creationDate: day, modificationDate: day };
  return renderToBuffer(h(Document, about, ...sheets.map(page)));
};

export const engine = (): Engine => {
  Font.register({
    family: 'Tinos',
    fonts: [
      { src: tinos.regular },
      { src: tinos.italic, fontStyle: 'italic' },
      { src: tinos.bold, fontWeight: 700 },
      { src: tinos.boldItalic, fontWeight: 700, fontStyle: 'italic' },
    ],
  });
  Font.registerHyphenationCallback((word) => [word]);
  return { render: (sheet) => printed([sheet]), renderBatch: printed };
};
