import pdfMake from 'pdfmake';
import type { Sheet } from '../../../shared/domain/letter/sheet.ts';
import type { Engine } from '../letter-engines/engine.ts';
import { headLines, margins, mm, plansOf, qrSquares, scheduleColumns, tinos } from './measures.ts';

type Block = Record<string, unknown>;

const centred = (text: string, more: Block = {}): Block => ({ text, alignment: 'center', ...more });

const halves = (sheet: Sheet): Block => {
  const { left, right } = headLines(sheet);
  return {
    columns: [
      { width: mm(64), stack: left.map((line) => centred(line, { fontSize: 12 })) },
      { width: mm(93), stack: right.map((line) => centred(line, { fontSize: 12.5, bold: true })) },
    ],
    columnGap: mm(3),
    margin: [0, 0, 0, mm(10)],
  };
};

const signature = ({ copies, signature: signed }: Sheet): Block => ({
  columns: [
    { width: mm(64), stack: [...copies], fontSize: 11 },
    {
      width: mm(93),
      bold: true,
      stack: [
        ...(signed?.authority ?? []).map((line) => centred(line)),
        centred(signed?.name ?? '', { margin: [0, mm(21), 0, 0] }),
      ],
    },
  ],
  columnGap: mm(3),
  margin: [0, mm(9), 0, 0],
});

const planPages = (plan: NonNullable<Sheet['plan']>): Block[] => [
  centred(plan.heading, { fontSize: 15, bold: true, pageBreak: 'before', margin: [0, 0, 0, 6] }),
  {
    fontSize: 12,
    layout: 'lightHorizontalLines',
    table: {
      headerRows: 1,
      widths: scheduleColumns.map((width) => width - 9),
      body: [plan.columns.map((text) => ({ text, bold: true })), ...plan.rows.map((row) => [...row])],
    },
  },
  ...plan.disclaimers.map((words) => ({ text: `– ${words}`, fontSize: 12 })),
  ...(plan.placesHeading ? [{ text: plan.placesHeading, bold: true, fontSize: 12 }] : []),
  ...plan.places.flatMap(({ title, text }) => [
    { text: title, bold: true, fontSize: 12 },
    { text, fontSize: 12 },
  ]),
  ...(plan.link
    ? [
        {
          canvas: qrSquares(plan.link.url, mm(30)).map(({ x, y, width: w, height: h }) => ({
            type: 'rect',
            color: 'black',
            x,
            y,
            w,
            h,
          })),
          margin: [0, mm(3), 0, mm(2)],
        },
        { text: plan.link.caption, fontSize: 10 },
      ]
    : []),
];

const letter = (sheet: Sheet, index: number): Block[] => [
  { ...halves(sheet), ...(index > 0 && { pageBreak: 'before' }) },
  centred(sheet.heading, { fontSize: 15, bold: true }),
  ...(sheet.subheading ? [centred(sheet.subheading, { italics: true })] : []),
  ...(sheet.addressee ? [centred(sheet.addressee, { margin: [0, 8, 0, 8] })] : []),
  ...[...sheet.paragraphs, sheet.help, sheet.closing]
    .filter((text) => text !== undefined)
    .map((text) => ({ text, alignment: 'justify', leadingIndent: mm(12), margin: [0, 0, 0, 6] })),
  signature(sheet),
  ...plansOf(sheet).flatMap(planPages),
  ...(sheet.inserts
    ? [{ text: sheet.inserts.heading, bold: true, fontSize: 13, margin: [0, 12, 0, 0] }]
    : []),
  ...(sheet.inserts?.items ?? []).flatMap(({ title, text }) => [
    { text: title, bold: true, fontSize: 12 },
    { text, fontSize: 12 },
  ]),
];

/** Its own tables and columns, its header rows repeat by themselves; not tagged. */
const printed = (sheets: readonly Sheet[]): Promise<Uint8Array> => {
  const [first] = sheets;
  const day = new Date(`${first!.issuedOn}T00:00:00Z`);
  const { title, head } = first!;
  return pdfMake
    .createPdf({
      pageSize: 'A4',
      pageMargins: [margins.left, margins.top, margins.right, margins.bottom],
      language: 'vi',
      info: { title, author: head.agency, creationDate: day, modDate: day },
      defaultStyle: { font: 'Tinos', fontSize: 14, lineHeight: 1.2 },
      content: sheets.flatMap(letter),
    })
    .getBuffer();
};

export const engine = (): Engine => {
  const { regular: normal, italic: italics, bold, boldItalic: bolditalics } = tinos;
  pdfMake.setFonts({ Tinos: { normal, italics, bold, bolditalics } });
  pdfMake.setUrlAccessPolicy(() => false);
  pdfMake.setLocalAccessPolicy(() => true);
  return { render: (sheet) => printed([sheet]), renderBatch: printed };
};
