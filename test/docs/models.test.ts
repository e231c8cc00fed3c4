import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { reports } from '../../shared/domain/report/reports/all.ts';

const root = new URL('../../', import.meta.url);
const rows = readFileSync(new URL('docs/models.md', root), 'utf8')
  .split('\n')
  .filter((line) => /^\|\s*\d+\s*\|/.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

describe('the table of models', () => {
  it('has a row for each of the 28, in order', () => {
    expect(rows.map(([number]) => Number(number))).toEqual(Array.from({ length: 28 }, (_, at) => at + 1));
  });

  it.each(rows)('row %s says of “%s” what state it is in, and names only what is there', (...cells) => {
    const [, , state = '', lives = '', shown = '', , missing] = cells;
    expect(['stands', 'partly', 'missing']).toContain(state);
    const paths = [...lives.matchAll(/`([^`]+)`/g)].map(([, path]) => path!);
    expect(paths.filter((path) => !existsSync(new URL(path, root)))).toEqual([]);
    expect(paths.length > 0).toBe(state !== 'missing');
    expect(state === 'stands' || missing !== '').toBe(true);
    for (const [, name = ''] of shown.matchAll(/\/bao-cao\/([a-z0-9-]+)/g))
      expect(Object.keys(reports)).toContain(name);
  });
});
