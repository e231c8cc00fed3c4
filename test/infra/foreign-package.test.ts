import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { packageFor } from '../../infra/constructs/foreign-package.ts';

const place = 'node_modules/@press/addon-linux-x64-gnu';
let root = '';
let tarball = '';

/** A machine for which npm left the addon out: the lock names it, and nothing lies there. */
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'foreign-'));
  mkdirSync(join(root, 'made/package'), { recursive: true });
  writeFileSync(join(root, 'made/package/addon.node'), 'compiled');
  tarball = join(root, 'made/press-addon.tgz');
  execFileSync('tar', ['-czf', 'press-addon.tgz', 'package'], { cwd: join(root, 'made') });
  const sum = createHash('sha512').update(readFileSync(tarball)).digest('base64');
  const packages = { [place]: { version: '0.7.0', integrity: `sha512-${sum}` } };
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages }));
});
afterEach(() => rmSync(root, { recursive: true }));

const bring = () =>
  vi.fn<(wanted: string, to: string) => void>((_, to) => copyFileSync(tarball, join(to, 'press-addon.tgz')));

describe('what Lambda needs and the machine that deploys does not', () => {
  it('is fetched once, in the version of the lock', () => {
    const fetched = bring();
    const there = packageFor(place, root, fetched);
    expect(readFileSync(join(there, 'addon.node'), 'utf8')).toBe('compiled');
    expect(packageFor(place, root, fetched)).toBe(there);
    expect(fetched.mock.calls.map(([wanted]) => wanted)).toEqual(['@press/addon-linux-x64-gnu@0.7.0']);
  });

  it('is taken from where npm installed it, where npm did', () => {
    mkdirSync(join(root, place), { recursive: true });
    const fetched = bring();
    expect(packageFor(place, root, fetched)).toBe(join(root, place));
    expect(fetched).not.toHaveBeenCalled();
  });

  it('is never anything but what the lock names', () => {
    const other = (_: string, to: string) => writeFileSync(join(to, 'press-addon.tgz'), 'something else');
    expect(() => packageFor(place, root, other)).toThrow('another checksum');
    expect(() => packageFor('node_modules/unknown', root, bring())).toThrow('package-lock.json');
  });
});
