import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { Stack, Stage } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { buildSync } from 'esbuild';
import { packageFor } from './foreign-package.ts';

const root = join(import.meta.dirname, '../..');

const withoutBundle =
  "exports.handler = async () => { throw new Error('This template was synthesised without bundles: deploy it with the cdk command.'); };";

/**
 * Ways to credentials that a function never goes: on Lambda they are in the environment, where the SDK looks first. It
 * would load these only when asked to look further, so leaving them out saves a quarter of each bundle and nobody misses
 * them.
 */
const notOnLambda = [
  '@aws-sdk/credential-provider-http',
  '@aws-sdk/credential-provider-ini',
  '@aws-sdk/credential-provider-process',
  '@aws-sdk/credential-provider-sso',
  '@aws-sdk/credential-provider-web-identity',
  '@smithy/credential-provider-imds',
];

/** Bundles one function's file as it is deployed: a single minified ESM file `index.mjs` in this directory. */
export const bundle = (entry: string, directory: string): void =>
  void buildSync({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: join(directory, 'index.mjs'),
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    external: notOnLambda,
  });

/** What lies beside a bundle; `foreign` is a package compiled for Lambda, which npm may have left out here. */
export type Beside = { from: string; to: string; foreign?: boolean };

/**
 * The code of one function as a single minified ESM file with its SDK clients inside: they start faster than the
 * runtime's own copy, and the version is ours. No source maps: reading them costs 23 ms of each cold start.
 *
 * The cdk command bundles the stacks it deploys. In-process synthesis (tests, the local runner) does not: it runs
 * `entry` itself and only needs the rest of the template. Files that cannot be bundled, such as compiled addons, are
 * copied `beside` it.
 */
export const handlerCode = (scope: Construct, entry: string, beside: readonly Beside[] = []): Code => {
  if (!Stack.of(scope).bundlingRequired) return Code.fromInline(withoutBundle);

  const directory = join(Stage.of(scope)!.outdir, 'bundles', entry.replace(/\.ts$/, ''));
  bundle(entry, directory);
  for (const { from, to, foreign = false } of beside)
    cpSync(foreign ? packageFor(from, root) : join(root, from), join(directory, to), { recursive: true });
  return Code.fromAsset(directory);
};
