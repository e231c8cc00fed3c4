/** What the baselines share: the page of the official letter in points, its four faces, and the parts of its text. */
import { createRequire } from 'node:module';
import type { Sheet } from '../../../shared/domain/letter/sheet.ts';
import { qrRuns } from '../../../shared/adapters/pdf/qr.ts';

const require = createRequire(import.meta.url);

export const mm = (millimetres: number): number => (millimetres / 25.4) * 72;

/** A4 with the margins of Nghị định 30/2020/NĐ-CP. */
export const margins = { top: mm(20), bottom: mm(20), left: mm(30), right: mm(20) };
export const columnWidth = mm(210 - 30 - 20);

/** The columns of the vaccination schedule. */
export const scheduleColumns = [mm(44), mm(37), mm(68), mm(11)] as const;

const face = (name: string): string => require.resolve(`@expo-google-fonts/tinos/${name}/Tinos_${name}.ttf`);

/** The same four files that our press reads, none of them cut down. */
export const tinos = {
  regular: face('400Regular'),
  italic: face('400Regular_Italic'),
  bold: face('700Bold'),
  boldItalic: face('700Bold_Italic'),
};

/** Left and right half of the head, top to bottom. */
export const headLines = ({ head }: Sheet) => ({
  left: [head.parent, head.agency, head.number].filter((line) => line !== undefined),
  right: [head.nation, head.motto, head.placeAndDate].filter((line) => line !== undefined),
});

/** A QR code as squares of so many points. */
export const qrSquares = (url: string, side: number) => {
  const { size, runs } = qrRuns(url);
  const module = side / size;
  return runs.map(([x, y, width]) => ({
    x: x * module,
    y: y * module,
    width: width * module,
    height: module,
  }));
};

export const plansOf = ({ plan }: Sheet) => (plan === undefined ? [] : [plan]);
