/**
 * A label as ZPL II text for thermal printers of 203 dpi (8 dots a millimetre), 105 × 148 mm. Text goes as UTF-8; the
 * printer needs a font that has the Vietnamese letters, and its name is a setting.
 */
import type { Label } from './label.ts';

const dots = (millimetres: number): number => Math.round(millimetres * 8);

/** Field data that cannot be taken for a command: caret, tilde and underscore as hex of `^FH_`. */
const field = (text: string): string =>
  `^FH_^FD${text.replaceAll(/[\^~_]/g, (sign) => `_${sign.charCodeAt(0).toString(16).toUpperCase()}`)}^FS`;

/** The commands of one label. */
export const zplOf = (label: Label, font = 'E:TT0003M_.FNT'): string => {
  const text = (x: number, y: number, height: number, words: string) =>
    `^FO${dots(x)},${dots(y)}^A@N,${dots(height)},${dots(height)},${font}${field(words)}`;
  const party = (y: number, title: string, { name, lines, phone }: Label['to'], size: number) => [
    text(5, y, 2.5, title),
    text(5, y + 3.5, size, name),
    ...[...lines, ...(phone ? [phone] : [])].map((line, at) => text(5, y + 4.5 + size + at * 4.5, 3.2, line)),
  ];
  return [
    `^XA^CI28^PW${dots(105)}^LL${dots(148)}`,
    // 3 dots are 0.375 mm a module; the mode lets the printer choose its sets, the content is the same.
    `^FO${dots(18)},${dots(6)}^BY3^BCN,${dots(13)},N,N,N,A${field(label.plainNumber)}`,
    text(25, 21, 5, label.number),
    ...party(30, 'Người gửi', label.from, 3.6),
    ...party(58, 'Người nhận', label.to, 4.6),
    `^FO${dots(78)},${dots(30)}^BQN,2,5${field(`MA,${label.link}`)}`,
    text(5, 92, 7, label.routing),
    text(5, 103, 3.2, `Hồ sơ ${label.dossierCode} · ${label.weight}`),
    text(5, 109, 4.6, `Thu hộ: ${label.cash.figures}`),
    text(5, 115, 3.2, label.cash.words),
    ...(label.checkIdentity ? [text(5, 121, 3.2, 'Kiểm tra giấy tờ tùy thân khi phát')] : []),
    ...(label.handOnlyToRecipient ? [text(5, 126, 3.2, 'Chỉ phát cho người nhận')] : []),
    ...(label.manifest ? [text(5, 132, 3.2, `Phiếu bàn giao ${label.manifest}`)] : []),
    ...(label.copy ? [text(70, 132, 4.6, 'BẢN IN LẠI')] : []),
    '^XZ',
    '',
  ].join('\n');
};
