import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../../infra/constructs/handler-code.ts';

const functions = readdirSync(new URL('../../functions', import.meta.url))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replace('.ts', ''));

/** Away from any node_modules, as on Lambda. */
const directory = mkdtempSync(join(tmpdir(), 'bundles-'));
const built = (name: string) => join(directory, name, 'index.mjs');
const run = (script: string): string =>
  execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: directory,
    encoding: 'utf8',
    env: { AWS_REGION: 'ap-southeast-1', AWS_ACCESS_KEY_ID: 'the-role', AWS_SECRET_ACCESS_KEY: 'secret' },
  });

beforeAll(() => {
  for (const name of functions) bundle(`functions/${name}.ts`, join(directory, name));
  bundle('test/bench/bare/sdk-handler.ts', join(directory, 'bare-sdk-handler'));
});
afterAll(() => rmSync(directory, { recursive: true }));

describe('a function as it is deployed', () => {
  it.each(functions)('%s brings everything along that it needs to start', (name) => {
    expect(run(`console.log(typeof (await import('${built(name)}')).handler)`)).toBe('function\n');
  });

  it('finds its role in the environment, as Lambda gives it', () => {
    const script = `const { handler } = await import('${built('bare-sdk-handler')}');
      console.log((await (await handler()).config.credentials()).accessKeyId)`;
    expect(run(script)).toBe('the-role\n');
  });
});
