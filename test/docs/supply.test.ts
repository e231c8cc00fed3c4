import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { billOf, licencesOf, LockFile, partsOf } from '../../infra/ops/commands/supply/bill.ts';

const lock = LockFile.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));
const own = JSON.parse(readFileSync('package.json', 'utf8')) as {
  name: string;
  version: string;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  optionalDependencies: Record<string, string>;
  allowScripts: Record<string, boolean>;
};
const named = { ...own.dependencies, ...own.devDependencies, ...own.optionalDependencies };

/** Licences that Apache-2.0 software may be handed over with; of `A OR B` one suffices, of `A AND B` each is needed. */
const fits = (licence: string): boolean => {
  const plain = licence.replaceAll(/[()]/g, '');
  if (plain.includes(' OR ')) return plain.split(' OR ').some(fits);
  if (plain.includes(' AND ')) return plain.split(' AND ').every(fits);
  return /^(?:MIT|Apache-2\.0|ISC|BSD-[23]-Clause|0BSD|BlueOak-1\.0\.0|CC0-1\.0|OFL-1\.1)$/.test(plain);
};
/** Changes to its own files have to be given away; it is used as it comes. */
const usedAsItComes = ['MPL-2.0'];

describe('what this is made of', () => {
  it('stands in a bill, each part with its version, its licence and its hash', () => {
    const { components } = billOf(lock, own);
    expect(components.length).toBe(partsOf(lock).length);
    expect(components.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(named)));
    expect(components.find(({ name }) => name === 'zod')).toMatchObject({
      purl: `pkg:npm/zod@${own.dependencies['zod']}`,
      scope: 'required',
      licenses: [{ expression: 'MIT' }],
      hashes: [{ alg: 'SHA-512', content: expect.stringMatching(/^[0-9a-f]{128}$/) as string }],
    });
  });

  it('is pinned to one version, and by its hash to one file', () => {
    expect(Object.entries(named).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
    const loose = partsOf(lock).filter(({ integrity, inBundle }) => !inBundle && integrity === undefined);
    expect(loose.map(({ place }) => place)).toEqual([]);
  });

  it('may be handed over with what we write', () => {
    const strange = licencesOf(lock).filter(
      ({ licence }) => !fits(licence) && !usedAsItComes.includes(licence),
    );
    expect(strange).toEqual([]);
  });

  it('runs nothing on the machine that installs it', () => {
    const scripts = partsOf(lock).filter(({ hasInstallScript }) => hasInstallScript);
    expect(scripts.filter(({ name }) => own.allowScripts[name] !== false)).toEqual([]);
  });
});

/** What secrets look like; those of a test say that they are (AWS’s own example, `local`). */
const secrets = [
  /\bA(?:KIA|SIA)[A-Z0-9]{16}\b/,
  /-----BEGIN (?:RSA |EC |OPENSSH )?PRIVATE KEY-----/,
  /\bgh[pousr]_[A-Za-z0-9]{36}\b/,
  /\bxox[abp]-[A-Za-z0-9-]{20,}/,
  /aws_secret_access_key\s*[=:]\s*["']?[A-Za-z0-9/+]{40}\b/i,
];

it('no file that is handed over holds a secret', () => {
  const files = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0').filter(Boolean);
  expect(files.length).toBeGreaterThan(500);
  const found = files
    .filter(
      (file) => !/\.(?:jpe?g|png|pdf|xlsx?|ttf|woff2?)$/.test(file) && file !== 'test/docs/supply.test.ts',
    )
    .flatMap((file) => {
      const text = readFileSync(file, 'utf8');
      return secrets.filter((secret) => secret.test(text)).map((secret) => `${file}: ${String(secret)}`);
    });
  expect(found).toEqual([]);
});
