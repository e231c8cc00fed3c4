import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const begin = join(import.meta.dirname, '../../infra/begin.mjs');

type Package = { version: string; optional?: true; os?: string[]; cpu?: string[] };

/** A checkout whose lock names these packages, with an npm that only writes down that it was asked. */
const aCheckout = async (named: Record<string, Package>) => {
  const folder = await mkdtemp(join(tmpdir(), 'begin-'));
  const lock = JSON.stringify({ packages: { '': {}, ...named } });
  await writeFile(join(folder, 'package-lock.json'), lock);
  await writeFile(
    join(folder, 'npm.mjs'),
    `import { appendFileSync } from 'node:fs';
     appendFileSync('asked', process.argv.slice(2).join(' '));
     console.log('added 311 packages');
     if (process.env.NPM_FAILS) process.exit(1);`,
  );
  await writeFile(
    join(folder, 'program.mjs'),
    `console.log('went on with', process.argv.slice(2).join(' '));`,
  );
  return {
    folder,
    write: (name: string, text: string) => writeFile(join(folder, name), text),
    /** What an earlier npm ci left. */
    install: async (there: Record<string, Package>) => {
      for (const place of Object.keys(there)) await mkdir(join(folder, place), { recursive: true });
      await mkdir(join(folder, 'node_modules'), { recursive: true });
      await writeFile(join(folder, 'node_modules/.package-lock.json'), JSON.stringify({ packages: there }));
    },
    askedOfNpm: () => readFile(join(folder, 'asked'), 'utf8').catch(() => 'nothing'),
  };
};

const environment = (folder: string) => ({
  ...process.env,
  npm_execpath: join(folder, 'npm.mjs'),
  npm_node_execpath: process.execPath,
});

const run = async (
  folder: string,
  words = ['program.mjs', '--port', '0'],
  env: object = {},
  node: string[] = [],
) => {
  const options = { cwd: folder, env: { ...environment(folder), ...env } };
  return promisify(execFile)(process.execPath, [...node, begin, ...words], options).then(
    ({ stdout, stderr }) => ({ status: 0, stdout, stderr }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({
      status: code,
      stdout,
      stderr,
    }),
  );
};

const zod = { 'node_modules/zod': { version: '4.6.7' } };

describe('the first command on a machine', () => {
  it('installs what the lock names, says so in one line beside the program’s own words, and goes on', async () => {
    const { folder, askedOfNpm } = await aCheckout(zod);
    const { status, stdout, stderr } = await run(folder);
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'went on with --port 0\n' });
    expect(stderr).toBe(
      'Báo Tin installs its packages (npm ci), which takes about a minute the first time …\nadded 311 packages\n',
    );
    expect(await askedOfNpm()).toBe('ci');
  });

  it('installs nothing when all is there, whatever is only for other machines', async () => {
    const elsewhere = { version: '1.0.0', optional: true as const, os: ['plan9'], cpu: [process.arch] };
    const { folder, install, askedOfNpm } = await aCheckout({ ...zod, 'node_modules/elsewhere': elsewhere });
    await install(zod);
    expect(await run(folder)).toEqual({ status: 0, stdout: 'went on with --port 0\n', stderr: '' });
    expect(await askedOfNpm()).toBe('nothing');
  });

  const here = { version: '1.0.0', optional: true as const, os: [process.platform], cpu: [process.arch] };
  const wants: [what: string, named: Record<string, Package>][] = [
    ['another version', { 'node_modules/zod': { version: '4.7.0' } }],
    ['a further package', { ...zod, 'node_modules/hono': { version: '4.13.0' } }],
    ['a program for this machine', { ...zod, 'node_modules/@engine/here': here }],
  ];
  it.each(wants)('installs again when the lock names %s', async (_, named) => {
    const { folder, install, askedOfNpm } = await aCheckout(named);
    await install(zod);
    expect(await run(folder)).toMatchObject({ status: 0 });
    expect(await askedOfNpm()).toBe('ci');
  });

  it('goes no further when npm cannot install', async () => {
    const { folder } = await aCheckout(zod);
    const { status, stdout, stderr } = await run(folder, undefined, { NPM_FAILS: '1' });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^npm ci did not end well/m);
  });

  it('installs nothing into another checkout', async () => {
    const { folder, askedOfNpm } = await aCheckout(zod);
    await symlink(await mkdtemp(join(tmpdir(), 'other-')), join(folder, 'node_modules'));
    expect(await run(folder)).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/link to another checkout/),
    });
    expect(await askedOfNpm()).toBe('nothing');
  });
});

describe('a Node that is not ours', () => {
  /** Makes the Node that reads `begin.mjs` say that it is another. */
  const saying = (version: string) => [
    '--import',
    `data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'${version}'}})`,
  ];
  const own = `node_modules/node-${process.platform}-${process.arch}/bin`;
  const aCheckoutWithNode = async () => {
    const checkout = await aCheckout({});
    await checkout.install({});
    await mkdir(join(checkout.folder, own), { recursive: true });
    await symlink(process.execPath, join(checkout.folder, own, 'node'));
    return checkout;
  };

  it.each(['18.20.4', '20.18.3'])('is too old as %s, and told so in one sentence', async (version) => {
    const { folder } = await aCheckout(zod);
    const { status, stderr } = await run(folder, undefined, {}, saying(version));
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: `Báo Tin begins on Node 20.19 or newer, but this is Node ${version}: take one from nodejs.org\n`,
    });
  });

  it.each(['20.19.0', '22.5.1', '26.0.0'])('hands over from %s to ours', async (version) => {
    const { folder } = await aCheckoutWithNode();
    const { stdout } = await run(folder, undefined, {}, saying(version));
    expect(stdout).toBe('went on with --port 0\n');
  });

  it('is told when we have none for this machine', async () => {
    const { folder, install } = await aCheckout({});
    await install({});
    const { status, stderr } = await run(folder, undefined, {}, saying('26.0.0'));
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: expect.stringMatching(/^Báo Tin runs on Node 24.*26\.0\.0\)\n$/),
    });
  });

  it('passes on how the program ends, and the signals it is sent', async () => {
    const { folder, write } = await aCheckoutWithNode();
    await write('program.mjs', 'process.exit(Number(process.argv[2]))');
    expect(await run(folder, ['program.mjs', '7'], {}, saying('22.5.1'))).toMatchObject({ status: 7 });
    await write(
      'program.mjs',
      `process.on('SIGTERM', () => process.exit(5)); setInterval(() => {}, 1000); console.log('up');`,
    );
    const child = spawn(process.execPath, [...saying('22.5.1'), begin, 'program.mjs'], {
      cwd: folder,
      env: environment(folder),
    });
    await once(child.stdout, 'data');
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([5, null]);
  });
});
