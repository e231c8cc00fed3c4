// `npm run mutants`: makes each wrong behaviour of list.ts in a copy, one at a time, and asks the tests that concern it. Red is
// right: a mutant that stays green is a test that is missing. A word as argument runs only those whose file or words have it.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Mutant, mutants } from './list.ts';

const root = new URL('../../', import.meta.url).pathname;
const copy = mkdtempSync(join(tmpdir(), 'mutants-'));
for (const part of [
  'shared',
  'functions',
  'infra',
  'test',
  'docs',
  'package.json',
  'tsconfig.json',
  'vitest.config.ts',
])
  cpSync(join(root, part), join(copy, part), { recursive: true });
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));

const isNoticed = (tests: readonly string[]): boolean => {
  const asked = ['run', '--project', 'fast', '--silent', '--bail', '1', '--reporter', 'dot', ...tests];
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), ...asked], {
    cwd: copy,
    timeout: 120_000,
    stdio: 'ignore',
  });
  return status !== 0;
};

const tried = ({ file, from, to, tests }: Mutant): 'noticed' | 'GREEN' | 'GONE' => {
  const place = join(copy, file);
  const source = readFileSync(place, 'utf8');
  if (!source.includes(from)) return 'GONE';
  writeFileSync(
    place,
    source.replace(from, () => to),
  );
  try {
    return isNoticed(tests) ? 'noticed' : 'GREEN';
  } finally {
    writeFileSync(place, source);
  }
};

const [word = ''] = process.argv.slice(2);
let green = 0;
for (const mutant of mutants.filter(({ what, file }) => `${what} ${file}`.includes(word))) {
  const came = tried(mutant);
  if (came !== 'noticed') green += 1;
  console.log(`${came.padEnd(8)} ${mutant.what}`);
}
rmSync(copy, { recursive: true, force: true });
process.exitCode = green > 0 ? 1 : 0;
