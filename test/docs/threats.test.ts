import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const rowsOf = (page: string) =>
  readFileSync(page, 'utf8')
    .split('\n')
    .filter((line) => /^\| (?!---|Threat|Promise)/.test(line) && line.includes('`test/'));

const namesIn = (row: string) =>
  [...row.matchAll(/`(test\/[^`]+)`(?: "([^"]+)")?/g)].map(([, file, name]) => ({ file: file!, name }));

describe.each(['docs/trust/threats.md', 'docs/trust/promises.md'])('every row of %s', (page) => {
  const rows = rowsOf(page);

  it('names a test that there is', () => {
    expect(rows.length).toBeGreaterThan(8);
    const missing = rows
      .flatMap(namesIn)
      .filter(
        ({ file, name }) =>
          !existsSync(file) || (name !== undefined && !readFileSync(file, 'utf8').includes(name)),
      );
    expect(missing).toEqual([]);
  });

  it('has one, for each threat and promise in its tables', () => {
    const all = readFileSync(page, 'utf8')
      .split('\n')
      .filter((line) => /^\| (?! *-|Threat|Promise)/.test(line) && !/^\| ?-/.test(line));
    expect(all.filter((row) => namesIn(row).length === 0)).toEqual([]);
  });
});
