import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Brings the tarball of a package, as `name@version`, into a directory. */
type Bring = (wanted: string, directory: string) => void;

const npmPack: Bring = (wanted, directory) =>
  void execFileSync(
    'npm',
    ['pack', wanted, '--ignore-scripts', '--silent', '--pack-destination', directory],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32', // npm is a script there
    },
  );

/**
 * Where a package lies that Lambda needs, whatever machine deploys: in `node_modules` where npm installed it, and
 * otherwise fetched in the version of the lock and held to the lock's checksum. npm leaves out what was compiled for
 * another machine than its own.
 */
export const packageFor = (place: string, root: string, bring: Bring = npmPack): string => {
  const installed = join(root, place);
  if (existsSync(installed)) return installed;

  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { version: string; integrity: string } | undefined>;
  };
  const locked = lock.packages[place];
  if (locked === undefined) throw new Error(`${place} is neither installed nor in package-lock.json`);
  const name = place.replace('node_modules/', '');
  const home = join(root, '.local/packages', `${name.replace('/', '-')}-${locked.version}`);
  const unpacked = join(home, 'package');
  if (existsSync(unpacked)) return unpacked;

  mkdirSync(home, { recursive: true });
  bring(`${name}@${locked.version}`, home);
  const [tarball] = readdirSync(home).filter((file) => file.endsWith('.tgz'));
  if (tarball === undefined) throw new Error(`npm brought nothing for ${name}@${locked.version}`);
  const sum = createHash('sha512')
    .update(readFileSync(join(home, tarball)))
    .digest('base64');
  if (`sha512-${sum}` !== locked.integrity)
    throw new Error(
      `${name}@${locked.version} is not what package-lock.json names: ${tarball} has another checksum`,
    );
  // Every system that deploys has a tar: Windows too, since 2018. Relative names, for a drive's colon means a host to some.
  execFileSync('tar', ['-xzf', tarball], { cwd: home });
  return unpacked;
};
