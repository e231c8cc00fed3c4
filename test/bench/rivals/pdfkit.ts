import PDFDocument from 'pdfkit';
import type { Sheet } from '../../../shared/domain/letter/sheet.ts';
import type { Engine } from '../letter-engines/engine.ts';
import {
  columnWidth,
  headLines,
  margins,
  mm,
  plansOf,
  qrSquares,
  scheduleColumns,
  tinos,
} from './measures.ts';

const pageEnd = mm(297) - margins.bottom;

type Plan = NonNullable<Sheet['plan']>;

const halves = (doc: PDFDocument, sheet: Sheet): void => {
  const { left, right } = headLines(sheet);
  const top = doc.y;
  doc.fontSize(12).font('regular');
  for (const line of left) doc.text(line, margins.left, doc.y, { width: mm(64), align: 'center' });
  const end = doc.y;
  doc.y = top;
  doc.fontSize(12.5).font('bold');
  for (const line of right) doc.text(line, margins.left + mm(67), doc.y, { width: mm(93), align: 'center' });
  doc.y = Math.max(end, doc.y) + mm(10);
};

const paragraph = (doc: PDFDocument, words: string): void => {
  doc.text(words, margins.left, doc.y, { width: columnWidth, align: 'justify', indent: mm(12), lineGap: 4 });
  doc.moveDown(0.3);
};

const signature = (doc: PDFDocument, { copies, signature: signed }: Sheet): void => {
  const top = doc.y + mm(9);
  doc.y = top;
  doc.fontSize(11).font('regular');
  for (const line of copies) doc.text(line, margins.left, doc.y, { width: mm(64) });
  doc.y = top;
  doc.fontSize(14).font('bold');
  const right = { width: mm(93), align: 'center' } as const;
  for (const line of signed?.authority ?? []) doc.text(line, margins.left + mm(67), doc.y, right);
  doc.y += mm(21);
  if (signed) doc.text(signed.name, margins.left + mm(67), doc.y, right);
};

/** Its own tables neither repeat a header nor split: rows are placed by hand. */
const schedule = (doc: PDFDocument, { columns, rows }: Plan): void => {
  const row = (cells: readonly string[], font: string): void => {
    doc.fontSize(12).font(font);
    const height = Math.max(
      ...cells.map((cell, index) => doc.heightOfString(cell, { width: scheduleColumns[index]! - 6 })),
    );
    if (doc.y + height > pageEnd) {
      doc.addPage();
      row(columns, 'bold');
      doc.fontSize(12).font(font);
    }
    const top = doc.y + 2;
    let x = margins.left;
    for (const [index, cell] of cells.entries()) {
      doc.text(cell, x + 3, top, { width: scheduleColumns[index]! - 6 });
      x += scheduleColumns[index]!;
    }
    doc.y = top + height + 2;
    doc
      .lineWidth(0.4)
      .moveTo(margins.left, doc.y)
      .lineTo(margins.left + columnWidth, doc.y)
      .stroke();
  };
  row(columns, 'bold');
  for (const cells of rows) row(cells, 'regular');
};

const planPages = (doc: PDFDocument, plan: Plan): void => {
  doc.addPage();
  doc.fontSize(15).font('bold');
  doc.text(plan.heading, margins.left, doc.y, { width: columnWidth, align: 'center' }).moveDown(0.5);
  schedule(doc, plan);
  doc.fontSize(12).font('regular').moveDown(0.5);
  for (const words of plan.disclaimers) doc.text(`– ${words}`, margins.left, doc.y, { width: mm(120) });
  doc.font('bold');
  if (plan.placesHeading) doc.text(plan.placesHeading);
  for (const { title, text } of plan.places) {
    doc.font('bold').text(title);
    doc.font('regular').text(text, { width: mm(120) });
  }
  if (!plan.link) return;
  const top = doc.y + mm(3);
  for (const { x, y, width, height } of qrSquares(plan.link.url, mm(30)))
    doc.rect(margins.left + x, top + y, width, height);
  doc.fill();
  doc.fontSize(10).text(plan.link.caption, margins.left, top + mm(32), { width: columnWidth });
};

const letter = (doc: PDFDocument, sheet: Sheet): void => {
  halves(doc, sheet);
  doc.fontSize(15).font('bold');
  doc.text(sheet.heading, margins.left, doc.y, { width: columnWidth, align: 'center' });
  doc.fontSize(14).font('italic');
  if (sheet.subheading) doc.text(sheet.subheading, { width: columnWidth, align: 'center' });
  doc.font('regular').moveDown(0.5);
  if (sheet.addressee) doc.text(sheet.addressee, { width: columnWidth, align: 'center' });
  doc.moveDown(0.5);
  for (const words of [...sheet.paragraphs, sheet.help, sheet.closing]) if (words) paragraph(doc, words);
  signature(doc, sheet);
  for (const plan of plansOf(sheet)) planPages(doc, plan);
  doc.fontSize(13).font('bold').moveDown(1);
  if (sheet.inserts) doc.text(sheet.inserts.heading, margins.left, doc.y, { width: columnWidth });
  for (const { title, text } of sheet.inserts?.items ?? []) {
    doc.fontSize(12).font('bold').text(title, { width: columnWidth });
    doc.font('regular').text(text, { width: columnWidth });
  }
};

/** Fonts by path and nothing passed from letter to letter, as its guide has it; not tagged. */
const printed = (sheets: readonly Sheet[]): Promise<Uint8Array> => {
  const [first] = sheets;
  const day = new Date(`${first!.issuedOn}T00:00:00Z`);
  const info = { Title: first!.title, Author: first!.head.agency, CreationDate: day, ModDate: day };
  const doc = new PDFDocument({ size: 'A4', margins, lang: 'vi', info, font: tinos.regular });
  for (const [name, path] of Object.entries(tinos)) doc.registerFont(name, path);
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => void chunks.push(chunk));
  doc.on('end', () => resolve(Buffer.concat(chunks)));
  doc.on('error', reject);
  for (const [index, sheet] of sheets.entries()) {
    if (index > 0) doc.addPage();
    letter(doc, sheet);
  }
  doc.end();
  return promise;
};

export const engine = (): Engine => ({
  render: (sheet) => printed([sheet]),
  renderBatch: printed,
});
