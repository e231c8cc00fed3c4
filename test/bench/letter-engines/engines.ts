/** The engines that print the same letter side by side: ours, and the usual libraries as an office would use them. */
import type { Engine } from './engine.ts';

/** Nothing printed: what loading the domain and composing the words cost by themselves. */
const wordsAlone = (): Engine => ({ render: () => new Uint8Array(), renderBatch: () => new Uint8Array() });

/** One of the package `rivals`, whose types are checked by themselves, where its libraries are installed. */
const rival = async (name: string): Promise<Engine> =>
  ((await import(`../rivals/${name}.ts`)) as { engine: () => Engine }).engine();

/** Each is loaded only where it is measured, so that a cold start is a cold start. */
export const engines = {
  'words alone': async () => wordsAlone(),
  typst: async () => (await import('./typst.ts')).typst(),
  pdfkit: () => rival('pdfkit'),
  pdfmake: () => rival('pdfmake'),
  'react-pdf': () => rival('react-pdf'),
} as const satisfies Record<string, () => Promise<Engine>>;
export type EngineName = keyof typeof engines;
