// `node infra/begin.mjs PROGRAM WORDS`: what npm's scripts go through. Installs what the lock names and this machine
// lacks, then runs the program on the Node that Lambda runs. Plain JavaScript, and no newer than needed, because
// whatever Node there is has to read it.
import { spawn, spawnSync } from 'child_process';
import { existsSync, lstatSync, readFileSync } from 'fs';
import { constants } from 'os';
import { resolve } from 'path';
import { pathToFileURL } from 'url';

const [program, ...words] = process.argv.slice(2);
const say = (text) => process.stderr.write(`${text}\n`);
const giveUp = (text) => {
  say(text);
  process.exit(1);
};

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19))
  giveUp(
    `Báo Tin begins on Node 20.19 or newer, but this is Node ${process.versions.node}: take one from nodejs.org`,
  );

/** The packages of a lock; npm leaves one behind when everything it names lies in place. */
const packagesIn = (lock) => (existsSync(lock) ? JSON.parse(readFileSync(lock, 'utf8')).packages : undefined);

/** Whether npm installs this package here: what is for other machines is in the lock too. */
const isFor = ({ os, cpu, libc }) =>
  os !== undefined && os.includes(process.platform) && cpu.includes(process.arch) && libc === undefined;

const isInstalled = () => {
  const there = packagesIn('node_modules/.package-lock.json');
  if (there === undefined) return false;
  return Object.entries(packagesIn('package-lock.json')).every(([place, wanted]) => {
    if (place === '') return true;
    if (there[place] === undefined) return wanted.optional === true && !isFor(wanted);
    return there[place].version === wanted.version && existsSync(place);
  });
};

const install = () => {
  if (existsSync('node_modules') && lstatSync('node_modules').isSymbolicLink())
    giveUp('node_modules is a link to another checkout and lacks packages of this one: run npm ci there');
  say('Báo Tin installs its packages (npm ci), which takes about a minute the first time …');
  const { npm_execpath: npm, npm_node_execpath: node = process.execPath } = process.env;
  const [command, first] = npm ? [node, [npm]] : ['npm', []];
  // What a program prints belongs to the program: npm's own words go to the other stream.
  const { status } = spawnSync(command, [...first, 'ci'], { stdio: ['ignore', 2, 2], shell: !npm });
  if (status !== 0) giveUp('npm ci did not end well: Báo Tin needs what package-lock.json names');
};

if (!isInstalled()) install();

const own = resolve(
  `node_modules/node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`,
  process.platform === 'win32' ? 'bin/node.exe' : 'bin/node',
);

const beforeAll = new URL('./node-24.mjs', import.meta.url).href;

if (major === 24 || !existsSync(own)) {
  if (major !== 24)
    giveUp(
      `Báo Tin runs on Node 24, as on Lambda, and brings none for this machine: install Node 24 (this is ${process.versions.node})`,
    );
  process.argv.splice(1, 2, resolve(program));
  await import(beforeAll);
  await import(pathToFileURL(resolve(program)).href);
} else {
  const child = spawn(own, ['--import', beforeAll, program, ...words], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(signal === null ? code : 128 + constants.signals[signal]));
}
