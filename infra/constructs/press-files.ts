import type { Beside } from './handler-code.ts';

const addon = 'node_modules/@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu';
const tinos = 'node_modules/@expo-google-fonts/tinos';
const faces = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'];

const same = (path: string) => ({ from: path, to: path });

/** What the letter press needs beside its function's bundle: the compiled addon, four faces of type, the templates. */
export const pressFiles: readonly Beside[] = [
  { ...same(addon), foreign: true },
  same(`${tinos}/package.json`),
  same(`${tinos}/LICENSE_FONT`),
  ...faces.map((face) => same(`${tinos}/${face}/Tinos_${face}.ttf`)),
  { from: 'shared/adapters/pdf/templates', to: 'templates' },
];
