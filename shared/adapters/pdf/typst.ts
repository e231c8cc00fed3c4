/**
 * The compiler behind every press: Typst through its Node addon. Templates are files; what is printed comes as JSON
 * through `sys.inputs` and never as source, so `#set text(red)` in a name stays text.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { PrintedLetter } from '../../domain/letter/press.ts';
import type { Sheet } from '../../domain/letter/sheet.ts';
import { complaintsOf, missingIn } from './missing.ts';

const require = createRequire(import.meta.url);

/** `ua-1` for what is read once, `a-2a` for what is kept. */
type Standard = Sheet['standard'];

type Source = { mainFilePath: string; inputs: Record<string, string> };

/** What we use of the addon, which comes without type declarations of its own. */
type Compiler = {
  pdf(what: Source, how: { pdfStandard: Standard }): Buffer;
  plainSvg(what: Source): string;
  evictCache(maxAge: number): void;
};
type Addon = {
  NodeCompiler: { create(options: { workspace: string; fontArgs: { fontBlobs: Buffer[] }[] }): Compiler };
};

/** The addon for Lambda and for most desks; elsewhere the package that chooses one by itself, where it is installed. */
const addon =
  process.platform === 'linux' && process.arch === 'x64'
    ? '@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu'
    : '@myriaddreamin/typst-ts-node-compiler';

const faces = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'];
const tinos = (): string[] =>
  faces.map((face) => require.resolve(`@expo-google-fonts/tinos/${face}/Tinos_${face}.ttf`));

/** Beside this file, and beside the bundle that it ends up in. */
const besideThisFile = (): string => fileURLToPath(new URL('./templates', import.meta.url));

/** How many prints a compiled template survives without being used; the fonts' glyphs are worth keeping warm. */
const cacheGenerations = 10;

/** Two digits behind the point are a hundredth of what a screen can show; the rest and the indents are half of the bytes. */
const slim = (svg: string): string => svg.replace(/(\.\d\d)\d+/g, '$1').replace(/\n\s*/g, '\n');

/**
 * The compiler with its type set: loads the addon and the fonts once (about 50 ms) and keeps no memory of a print after
 * it is made. A character that the type lacks is answered with its name; any other complaint is a fault of ours and is
 * thrown.
 */
export const openTypst = () => {
  const { NodeCompiler } = require(addon) as Addon;
  const templates = besideThisFile();
  const compiler = NodeCompiler.create({
    workspace: templates,
    fontArgs: [{ fontBlobs: tinos().map((font) => readFileSync(font)) }],
  });
  const sourceOf = (template: string, inputs: Record<string, string>): Source => ({
    mainFilePath: `${templates}/${template}`,
    inputs,
  });
  return {
    print: (template: string, pdfStandard: Standard, inputs: Record<string, string>): PrintedLetter => {
      try {
        const pdf = compiler.pdf(sourceOf(template, inputs), { pdfStandard });
        return { ok: true, pdf: new Uint8Array(pdf) };
      } catch (error) {
        const complaints = complaintsOf(error);
        const missing = missingIn(complaints);
        if (!missing) throw new Error(`${template}: ${complaints}`, { cause: error });
        return { ok: false, missing };
      } finally {
        compiler.evictCache(cacheGenerations);
      }
    },
    /** What was printed without a complaint, as an SVG, gzipped. */
    draw: (template: string, inputs: Record<string, string>): Uint8Array => {
      try {
        return gzipSync(slim(compiler.plainSvg(sourceOf(template, inputs))));
      } finally {
        compiler.evictCache(cacheGenerations);
      }
    },
  };
};
