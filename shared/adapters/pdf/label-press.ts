/** The labels of parcels as PDF, A6, through Typst. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { encode } from 'uqr';
import type { Label } from '../../domain/post/label.ts';

const require = createRequire(import.meta.url);

type Compiler = {
  pdf(what: { mainFilePath: string; inputs: Record<string, string> }): Buffer;
  evictCache(maxAge: number): void;
};
type Addon = {
  NodeCompiler: { create(options: { workspace: string; fontArgs: { fontBlobs: Buffer[] }[] }): Compiler };
};

const faces = ['400Regular', '400Regular_Italic', '700Bold'];

/** A QR code as dark runs `[x, y, width]`; the mask is fixed, so that one link is always one drawing. */
const runsOf = (text: string) => {
  const { size, data } = encode(text, { ecc: 'M', maskPattern: 2, border: 0, boostEcc: false });
  const runs = data.flatMap((row, y) =>
    row.flatMap((dark, x) => {
      if (!dark || row[x - 1]) return [];
      const end = row.indexOf(false, x);
      return [[x, y, (end === -1 ? size : end) - x]];
    }),
  );
  return { size, runs };
};

/** Prints a label. The addon and the fonts are loaded once. */
export const typstLabels = (
  templates = fileURLToPath(new URL('./templates', import.meta.url)),
  fonts = faces.map((face) => require.resolve(`@expo-google-fonts/tinos/${face}/Tinos_${face}.ttf`)),
): ((label: Label) => Uint8Array) => {
  const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu') as Addon;
  const compiler = NodeCompiler.create({
    workspace: templates,
    fontArgs: [{ fontBlobs: fonts.map((font) => readFileSync(font)) }],
  });
  return (label) => {
    const printed = JSON.stringify({ ...label, code: runsOf(label.link) });
    const pdf = compiler.pdf({ mainFilePath: `${templates}/label.typ`, inputs: { label: printed } });
    compiler.evictCache(10); // else a warm function keeps every label it ever printed
    return new Uint8Array(pdf);
  };
};
