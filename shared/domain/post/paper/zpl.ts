/**
 * A label as ZPL II text for thermal printers of 203 dpi (8 dots a millimetre), 105 × 148 mm. Text goes as UTF-8; the
 * printer needs a font that has the Vietnamese letters, and its name is a setting. A printer breaks no lines by itself,
 * so lines are broken here by the width that letters of such a font have on average.
 */
import type { Label } from './label.ts';

const dots = (millimetres: number): number => Math.round(millimetres * 8);

/** Field data that cannot be taken for a command: caret, tilde and underscore as hex of `^FH_`. */
const field = (text: string): string =>
  `^FH_^FD${text.replaceAll(/[\^~_]/g, (sign) => `_${sign.charCodeAt(0).toString(16).toUpperCase()}`)}^FS`;

/** A letter is on average so much narrower than high; wide on purpose, since what leaves the label is lost. */
const letterWidth = 0.58;

/** Lines of whole words that fit a width at a size; a word that is longer than a line is cut. */
export const brokenInto = (text: string, width: number, size: number): string[] => {
  const most = Math.floor(width / (size * letterWidth));
  const words = text.split(' ').flatMap((word) => word.match(new RegExp(`.{1,${most}}`, 'gu')) ?? []);
  return words.reduce<string[]>((lines, word) => {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    return longer.length <= most ? [...lines.slice(0, -1), longer] : [...lines, word];
  }, []);
};

type Place = { x: number; y: number; width: number; height: number };
type Paragraph = { words: string; size: number };

/** So much smaller may the letters of a place become, before its last lines are left off. */
const scales = [1, 0.9, 0.8, 0.7, 0.6, 0.5];
const leading = 1.2;

/** Paragraphs one below the other in a place, smaller when they are long. Millimetres. */
const set = ({ x, y, width, height }: Place, paragraphs: readonly Paragraph[], font: string): string[] => {
  const linesAt = (scale: number) =>
    paragraphs.flatMap(({ words, size }) =>
      brokenInto(words, width, size * scale).map((line) => ({ line, size: size * scale })),
    );
  const heightOf = (lines: ReturnType<typeof linesAt>) =>
    lines.reduce((sum, { size }) => sum + size * leading, 0);
  const scale = scales.find((each) => heightOf(linesAt(each)) <= height) ?? 0.5;
  let top = y;
  return linesAt(scale).flatMap(({ line, size }) => {
    const at = top;
    top += size * leading;
    const fits = top <= y + height + 0.01;
    return fits ? [`^FO${dots(x)},${dots(at)}^A@N,${dots(size)},${dots(size)},${font}${field(line)}`] : [];
  });
};

const party = (title: string, { name, lines, phone }: Label['to'], size: number): Paragraph[] => [
  { words: title, size: 2.5 },
  { words: name, size },
  ...[...lines, ...(phone ? [`ĐT: ${phone}`] : [])].map((words) => ({ words, size: size * 0.8 })),
];

/** Two or three dots a module (0.25 or 0.375 mm), in the middle; nothing where the number is too long for bars. */
const barsOf = ({ bars, plainNumber }: Label): string[] => {
  if (!bars) return [];
  const wide = [3, 2].find((module) => (bars.width + 20) * module <= dots(105)) ?? 2;
  const left = Math.round((dots(105) - bars.width * wide) / 2);
  // The mode lets the printer choose its sets, the content is the same.
  return [`^FO${left},${dots(5)}^BY${wide}^BCN,${dots(13)},N,N,N,A${field(plainNumber)}`];
};

/** The commands of one label. */
export const zplOf = (label: Label, font = 'E:TT0003M_.FNT'): string => {
  const text = (y: number, height: number, ...paragraphs: Paragraph[]) =>
    set({ x: 5, y, width: 95, height }, paragraphs, font);
  const duties = [
    ...(label.checkIdentity ? ['Kiểm tra giấy tờ tùy thân khi phát.'] : []),
    ...(label.handOnlyToRecipient ? ['Chỉ phát cho chính người nhận.'] : []),
  ];
  return [
    `^XA^CI28^PW${dots(105)}^LL${dots(148)}`,
    ...barsOf(label),
    ...text(19, 6, { words: label.number, size: 5 }),
    ...(label.print > 1 ? text(25, 4, { words: `BẢN IN LẠI, lần ${label.print}`, size: 3.2 }) : []),
    ...set({ x: 5, y: 30, width: 70, height: 25 }, party('Người gửi – nơi hoàn trả', label.from, 3.6), font),
    `^FO${dots(78)},${dots(30)}^BQN,2,5${field(`MA,${label.link}`)}`,
    ...text(57, 36, ...party('Người nhận', label.to, 4.8)),
    ...text(94, 9, { words: label.routing, size: 7 }),
    ...text(
      103,
      16,
      { words: `Hồ sơ ${label.dossierCode}`, size: 3.4 },
      { words: `${label.goods} · ${label.weight}`, size: 3.2 },
      ...(label.manifest ? [{ words: `Phiếu bàn giao ${label.manifest}`, size: 3.2 }] : []),
    ),
    ...text(
      120,
      14,
      { words: `Thu hộ: ${label.cash.figures}`, size: 4.6 },
      { words: label.cash.words, size: 3.2 },
    ),
    ...text(135, 9, ...duties.map((words) => ({ words, size: 3.2 }))),
    '^XZ',
    '',
  ].join('\n');
};
