import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

const pages = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((page) => page !== '' && existsSync(page));

const foldersOf = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${folder}/${name}`);

/** Rooms that somebody may stand in and ask where they are. */
const rooms = [
  'shared',
  'shared/domain',
  ...foldersOf('shared/domain'),
  'shared/flows',
  'shared/adapters',
  'infra',
  'infra/stack',
  'infra/constructs',
  'infra/local',
  'infra/ops',
];

describe('the signs of the house', () => {
  it.each(rooms)('%s says what it is for, in ten lines at most', (room) => {
    const sign = readFileSync(`${room}/README.md`, 'utf8').trim().split('\n');
    expect(sign[0]).toMatch(/^# \S/);
    expect(sign.length).toBeLessThanOrEqual(10);
  });

  it('the words name every room of the domain', () => {
    const words = readFileSync('docs/words.md', 'utf8');
    const missing = foldersOf('shared/domain')
      .map((room) => room.slice('shared/domain/'.length))
      .filter((room) => !words.includes(`| \`${room}\``));
    expect(missing).toEqual([]);
  });

  it('each decision has a number of its own, and says it in its title', () => {
    const decisions = readdirSync('docs/decisions').map((file) => ({
      number: file.slice(0, 4),
      title: readFileSync(`docs/decisions/${file}`, 'utf8').split('\n')[0]!,
    }));
    expect(new Set(decisions.map(({ number }) => number)).size).toBe(decisions.length);
    for (const { number, title } of decisions) expect(title).toMatch(`# ${Number(number)}. `);
  });

  it.each(pages)('%s names only files and rooms that are there', (page) => {
    const text = readFileSync(page, 'utf8').replaceAll(/```[\s\S]*?```/g, '');
    const linked = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)/g)].map(([, target]) =>
      normalize(join(dirname(page), target!)),
    );
    const named = [...text.matchAll(/`((?:shared|functions|infra|test|docs)\/[\w./*-]+)`/g)].map(
      ([, file]) => file!,
    );
    const isThere = (file: string): boolean =>
      file.includes('*') ? globSync(file).length > 0 : existsSync(file);
    expect([...linked, ...named].filter((file) => !isThere(file))).toEqual([]);
  });
});
