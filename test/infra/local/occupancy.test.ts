import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { leave, note, occupy } from '../../../infra/local/functions/occupancy.ts';

const aDirectory = () => mkdtemp(join(tmpdir(), 'occupied-'));

it('programs that start at the same moment are all written down, and the note can be read all the while', async () => {
  const directory = await aDirectory();
  await occupy(directory);
  const read = async () =>
    JSON.parse(await readFile(join(directory, 'occupied.json'), 'utf8')) as { children: { pid: number }[] };
  const pids = Array.from({ length: 40 }, (_, at) => 900_000 + at);
  const noting = pids.map((_, at) =>
    note(directory, at % 2 === 0 ? pids.slice(0, at + 1) : pids.slice(0, 1)),
  );
  for (const one of noting) {
    const [{ children }] = await Promise.all([read(), one]);
    expect(children.length).toBeLessThanOrEqual(pids.length);
  }
  await note(directory, pids);
  expect((await read()).children.map(({ pid }) => pid)).toEqual(pids);
  expect(await readdir(directory)).toEqual(['occupied.json']);
  await leave(directory);
  expect(await readdir(directory)).toEqual([]);
});
