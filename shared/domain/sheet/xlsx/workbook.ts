/** The parts of a workbook beside its sheets: which sheets there are, which numbers are days, which texts are shared. */
import { attribute, piecesOf, type Tag } from '../readers/markup.ts';

function* tagsIn(xml: string, name: string): Generator<Tag> {
  for (const piece of piecesOf(xml))
    if ('tag' in piece && piece.tag.name === name && piece.tag.kind !== 'close') yield piece.tag;
}

export type SheetPart = { name: string; part: string; hidden: boolean };

const inFolder = (target: string): string =>
  target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;

/** The sheets in the order of their tabs; one that is hidden was seen by nobody. */
export const sheetsOf = (workbook: string, relations: string): { sheets: SheetPart[]; from1904: boolean } => {
  const targets = new Map(
    [...tagsIn(relations, 'relationship')].map(({ attributes }) => [
      attribute(attributes, 'Id') ?? '',
      inFolder(attribute(attributes, 'Target') ?? ''),
    ]),
  );
  const sheets = [...tagsIn(workbook, 'sheet')].map(({ attributes }) => ({
    name: attribute(attributes, 'name') ?? '',
    part: targets.get(/\bid\s*=\s*["']([^"']*)/.exec(attributes)?.[1] ?? '') ?? '',
    hidden: (attribute(attributes, 'state') ?? 'visible') !== 'visible',
  }));
  const [properties] = tagsIn(workbook, 'workbookpr');
  const said = properties && attribute(properties.attributes, 'date1904');
  return { sheets, from1904: said === '1' || said === 'true' };
};

/** Formats that every spreadsheet knows by number and that show a day (ECMA-376, 18.8.30), Asian ones included. */
const isDayFormat = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** Whether a format of somebody's own shows a day; colours, words in quotes and escaped letters show none. */
const showsDay = (format: string): boolean =>
  /[dy]|m(?!s)/i.test(format.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]|General|_./gi, '')) &&
  !/^[^dy]*[hs][^dy]*$/i.test(format.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]/g, ''));

/** For each style of cells, whether its numbers are days. */
export const dayStyles = (styles: string): boolean[] => {
  const own = new Map(
    [...tagsIn(styles, 'numfmt')].map(({ attributes }) => [
      Number(attribute(attributes, 'numFmtId')),
      attribute(attributes, 'formatCode') ?? '',
    ]),
  );
  const inside = /<(?:\w+:)?cellXfs[\s>]([\s\S]*?)<\/(?:\w+:)?cellXfs>/i.exec(styles)?.[1] ?? '';
  return [...tagsIn(inside, 'xf')].map(({ attributes }) => {
    const id = Number(attribute(attributes, 'numFmtId') ?? 0);
    const format = own.get(id);
    return format === undefined ? isDayFormat(id) : showsDay(format);
  });
};

/** `_x000D_` is how a workbook writes a sign that XML cannot hold. */
export const withSigns = (text: string): string =>
  text.includes('_x')
    ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      )
    : text;

/** The texts that cells name by number; how a word is pronounced is no part of it. */
export const sharedTexts = (xml: string): string[] => {
  const texts: string[] = [];
  let [text, inText, aside]: [string, boolean, boolean] = ['', false, false];
  for (const piece of piecesOf(xml)) {
    if ('text' in piece) {
      if (inText && !aside) text += piece.text;
      continue;
    }
    const { name, kind } = piece.tag;
    if (name === 't') inText = kind === 'open';
    else if (name === 'rph') aside = kind === 'open';
    else if (name === 'si' && kind !== 'open') {
      texts.push(withSigns(text));
      text = '';
    }
  }
  return texts;
};
