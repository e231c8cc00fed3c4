import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { typstPostPress } from '../../../../shared/adapters/pdf/post-press.ts';
import { typstPress } from '../../../../shared/adapters/pdf/press.ts';
import { compose } from '../../../../shared/domain/letter/compose.ts';
import type { PrintedLetter } from '../../../../shared/domain/letter/press.ts';
import { letterSamples } from './letter-samples.ts';
import { handoverSample, labelSample, visitsSample } from './post-samples.ts';

/** Enough to read a page on a screen; the pictures of all papers together stay below 1.5 MB. */
const dotsPerInch = '62';

/** Every paper that goes out, by the name of its picture. */
const printed = (): (readonly [room: 'letters' | 'post', name: string, paper: PrintedLetter])[] => {
  const letters = typstPress();
  const post = typstPostPress();
  return [
    ...letterSamples.map(([name, content]) => ['letters', name, letters.render(compose(content))] as const),
    ['post', 'label', post.label(labelSample)],
    ['post', 'handover-list', post.handoverList(handoverSample)],
    ['post', 'visit-list', post.visitList(visitsSample)],
  ];
};

/** Prints one of each paper and lays every page down as a picture, `letters/NAME-PAGE.png` or `post/NAME-PAGE.png`. Needs `pdftoppm` (poppler-utils). */
export const drawPictures = (out: string): string[] => {
  const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
  try {
    return printed().flatMap(([room, name, paper]) => {
      if (!paper.ok) throw new Error(`${name}: ${paper.missing.join(' ')}`);
      const file = join(folder, 'paper.pdf');
      writeFileSync(file, paper.pdf);
      mkdirSync(join(out, room), { recursive: true });
      execFileSync('pdftoppm', ['-r', dotsPerInch, '-png', file, join(out, room, name)]);
      const pages = readdirSync(join(out, room)).filter((page) => /-\d+\.png$/.test(page));
      return pages
        .filter((page) => page.replace(/-\d+\.png$/, '') === name)
        .toSorted()
        .map((page) => join(out, room, page));
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
};
