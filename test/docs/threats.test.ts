import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const rowsOf = (page: string) =>
  readFileSync(page, 'utf8')
    .split('\n')
    .filter((line) => /^\| (?!---|Threat|Promise|#)/.test(line) && line.includes('`test/'));

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

describe('the table of attacks', () => {
  const page = readFileSync('docs/trust/attacks.md', 'utf8');
  const [tested = '', open = ''] = page.split('## Without a test');
  const numbersIn = (part: string) =>
    [...part.matchAll(/^\| (\d+) +\|/gm)].map(([, number]) => Number(number));

  it('has every attempt once, and says of each by which test it is made again, or that there is none', () => {
    const all = [...numbersIn(tested), ...numbersIn(open)].toSorted((one, other) => one - other);
    expect(all).toEqual(Array.from({ length: 104 }, (_, at) => at + 1));
    const rows = tested.split('\n').filter((line) => /^\| \d+/.test(line));
    expect(rows.filter((row) => namesIn(row).length !== 1)).toEqual([]);
  });

  it('names tests that there are', () => {
    const missing = namesIn(tested).filter(
      ({ file, name }) =>
        !existsSync(file) || (name !== undefined && !readFileSync(file, 'utf8').includes(name)),
    );
    expect(missing).toEqual([]);
  });
});
