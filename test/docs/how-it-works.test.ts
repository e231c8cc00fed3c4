import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { diagramOf } from '../../shared/domain/values/diagram.ts';
import { notificationMoves } from '../../shared/domain/notification/notification.ts';

const page = readFileSync('docs/how-it-works.md', 'utf8');
const readme = readFileSync('README.md', 'utf8');

describe('the pages that explain the system', () => {
  it('draw the states of a notification as its move table has them', () => {
    const drawn = /<!-- diagram: notification -->\s*```mermaid\n([\s\S]*?)```/.exec(page)?.[1];
    expect(drawn?.trim()).toBe(diagramOf(notificationMoves).trim());
  });

  it.each([
    ['README.md', readme, ''],
    ['docs/how-it-works.md', page, 'docs/'],
  ])('%s names only files that are there', (_, text, base) => {
    const links = [...text.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, target]) => `${base}${target}`);
    const named = [...text.matchAll(/`((?:shared|functions|infra|test)\/[\w./-]+\.ts)`/g)].map(
      ([, file]) => file!,
    );
    expect([...links, ...named].filter((file) => !existsSync(file))).toEqual([]);
  });
});
