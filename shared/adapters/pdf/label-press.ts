/** The labels of parcels as PDF, A6, through Typst. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Rendering } from '../../domain/letter/press.ts';
import type { Label } from '../../domain/post/label.ts';
import { complaintsOf, missingIn } from './missing.ts';
import { qrRuns } from './qr.ts';

const require = createRequire(import.meta.url);

type Compiler = {
  pdf(what: { mainFilePath: string; inputs: { label: string } }, how: { pdfStandard: 'ua-1' }): Buffer;
  evictCache(maxAge: number): void;
};
type Addon = {
  NodeCompiler: { create(options: { workspace: string; fontArgs: { fontBlobs: Buffer[] }[] }): Compiler };
};

const addon =
  process.platform === 'linux' && process.arch === 'x64'
    ? '@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu'
    : '@myriaddreamin/typst-ts-node-compiler';

const tinos = (): string[] =>
  ['400Regular', '400Regular_Italic', '700Bold'].map((face) =>
    require.resolve(`@expo-google-fonts/tinos/${face}/Tinos_${face}.ttf`),
  );

/** Prints labels; one with a letter that the type lacks is refused and names it. Loads the addon and the fonts once. */
export const typstLabels = (
  templates = fileURLToPath(new URL('./templates', import.meta.url)),
  fonts = tinos(),
): ((label: Label) => Rendering) => {
  const { NodeCompiler } = require(addon) as Addon;
  const fontBlobs = fonts.map((font) => readFileSync(font));
  const compiler = NodeCompiler.create({ workspace: templates, fontArgs: [{ fontBlobs }] });
  return (label) => {
    const inputs = { label: JSON.stringify({ ...label, code: qrRuns(label.link) }) };
    try {
      const pdf = compiler.pdf({ mainFilePath: `${templates}/label.typ`, inputs }, { pdfStandard: 'ua-1' });
      return { ok: true, pdf: new Uint8Array(pdf) };
    } catch (error) {
      const complaints = complaintsOf(error);
      const missing = missingIn(complaints);
      if (!missing) throw new Error(`label.typ: ${complaints}`, { cause: error });
      return { ok: false, missing };
    } finally {
      compiler.evictCache(10); // else a warm function keeps every label it ever printed
    }
  };
};
