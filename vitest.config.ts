import './infra/node-24.mjs';
import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { java } from './infra/local/stores/dynamodb-local.ts';
import { installedDynoxide } from './infra/local/stores/dynoxide.ts';

const fast = ['domain', 'flows', 'adapters', 'docs'];

/** What is printed, read back with other people's programs: no store takes part. */
const paper = ['test/contracts/letter/press.test.ts', 'test/contracts/post/*-paper.test.ts'];

const contracts = {
  include: ['test/contracts/**/*.test.ts'],
  exclude: paper,
  globalSetup: ['test/support/run/emulators.ts'],
  testTimeout: 30_000,
  hookTimeout: 30_000,
};

/**
 * How this machine's system calls functions, guards its door and judges rights: whichever engine is behind it is not asked.
 * How it reads an engine's streams stands in a room below.
 */
const withoutEngine = 'test/contracts/local/*.test.ts';

/** AWS's own DynamoDB Local is asked too, if it is not the first to be asked and there is Java for it. */
const secondWitness = installedDynoxide() !== undefined && spawnSync(java(), ['-version']).status === 0;

export default defineConfig({
  test: {
    // A test file may not change what the next one finds (shuffled runs show it), so each worker loads the house once.
    pool: 'threads',
    isolate: false,
    // Two even on two cores, where one would be left idle: much of a test is waiting for emulators and poppler.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    restoreMocks: true,
    unstubEnvs: true,
    reporters: ['default', './test/support/run/closing-line.ts'],
    env: {
      AWS_REGION: 'ap-southeast-1',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      CDK_VALIDATION: 'false',
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'fast',
          // Seconds on a quiet machine; a busy one must not turn a proof red.
          testTimeout: 30_000,
          sequence: { groupOrder: 0 },
          include: fast.map((room) => `test/${room}/**/*.test.ts`).concat('test/*.test.ts'),
        },
      },
      {
        extends: true,
        test: {
          name: 'infra',
          include: ['test/infra/**/*.test.ts'],
          sequence: { groupOrder: 0 },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: { name: 'paper', include: paper, sequence: { groupOrder: 1 }, testTimeout: 30_000 },
      },
      { extends: true, test: { name: 'emulators', sequence: { groupOrder: 1 }, ...contracts } },
      ...(secondWitness
        ? [
            {
              extends: true as const,
              test: {
                name: 'emulators-local',
                sequence: { groupOrder: 1 },
                env: { BAO_TIN_DYNAMODB: 'local' },
                ...contracts,
                exclude: [...paper, withoutEngine],
              },
            },
          ]
        : []),
      {
        extends: true,
        test: {
          name: 'simulation',
          include: ['test/simulation/**/*.test.ts'],
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          globalSetup: ['test/support/run/rights-used.ts'],
          include: ['test/journeys/**/*.test.ts'],
          sequence: { groupOrder: 2 },
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
