/**
 * The letter press: Typst through its Node addon. Templates are files, the letter comes as JSON through `sys.inputs`
 * and never as source, so `#set text(red)` in a name stays text.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { LetterPress, Rendering } from '../../domain/letter/press.ts';
import type { Sheet } from '../../domain/letter/sheet.ts';
import { complaintsOf, missingIn } from './missing.ts';
import { qrRuns } from './qr.ts';

const require = createRequire(import.meta.url);

type Standard = Sheet['standard'];

/** What we use of the addon, which comes without type declarations of its own. */
type Compiler = {
  pdf(what: { mainFilePath: string; inputs: Record<string, string> }, how: { pdfStandard: Standard }): Buffer;
  evictCache(maxAge: number): void;
};
type Addon = {
  NodeCompiler: { create(options: { workspace: string; fontArgs: { fontBlobs: Buffer[] }[] }): Compiler };
};

const faces = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'];

/** The addon for Lambda and for most desks; elsewhere the package that chooses one by itself, where it is installed. */
const addon =
  process.platform === 'linux' && process.arch === 'x64'
    ? '@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu'
    : '@myriaddreamin/typst-ts-node-compiler';

const tinos = (): string[] =>
  faces.map((face) => require.resolve(`@expo-google-fonts/tinos/${face}/Tinos_${face}.ttf`));

export type PressFiles = {
  /** The folder of the `.typ` files. */
  templates?: string;
  /** Tinos as four TrueType files. */
  fonts?: string[];
};

/** How many letters a compiled template survives without being used; the fonts' glyphs are worth keeping warm. */
const cacheGenerations = 10;

const besideThisFile = (): string => fileURLToPath(new URL('./templates', import.meta.url));

const printable = (sheet: Sheet) => ({
  ...sheet,
  ...(sheet.plan && {
    plan: {
      ...sheet.plan,
      ...(sheet.plan.link && { link: { ...sheet.plan.link, code: qrRuns(sheet.plan.link.url) } }),
    },
  }),
});

/**
 * A press with its type set. Loads the addon and the fonts once (about 50 ms) and keeps no memory of a letter after it
 * is printed. Where a bundler has moved this file, the templates and fonts are named by the caller.
 */
export const typstPress = ({
  templates = besideThisFile(),
  fonts = tinos(),
}: PressFiles = {}): LetterPress => {
  const { NodeCompiler } = require(addon) as Addon;
  const compiler = NodeCompiler.create({
    workspace: templates,
    fontArgs: [{ fontBlobs: fonts.map((font) => readFileSync(font)) }],
  });

  const print = (template: string, pdfStandard: Standard, inputs: Record<string, string>): Rendering => {
    try {
      const pdf = compiler.pdf({ mainFilePath: `${templates}/${template}`, inputs }, { pdfStandard });
      return { ok: true, pdf: new Uint8Array(pdf) };
    } catch (error) {
      const complaints = complaintsOf(error);
      const missing = missingIn(complaints);
      if (!missing) throw new Error(`${template}: ${complaints}`, { cause: error });
      return { ok: false, missing };
    } finally {
      compiler.evictCache(cacheGenerations);
    }
  };

  return {
    render: (sheet) => print('letter.typ', sheet.standard, { sheet: JSON.stringify(printable(sheet)) }),
    renderBatch: (sheets, cover) =>
      print('batch.typ', 'ua-1', {
        sheets: JSON.stringify(sheets.map(printable)),
        ...(cover && { cover: JSON.stringify(cover) }),
      }),
  };
};
