import './infra/node-24.mjs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const fast = ['domain', 'flows', 'adapters', 'functions', 'architecture'];

export default defineConfig({
  test: {
    // Two even on two cores, where one would be left idle: much of a test is waiting for emulators and poppler.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    restoreMocks: true,
    unstubEnvs: true,
    reporters: ['default', './test/support/closing-line.ts'],
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
          include: fast.map((room) => `test/${room}/**/*.test.ts`).concat('test/*.test.ts'),
        },
      },
      {
        extends: true,
        test: {
          name: 'infra',
          include: ['test/infra/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'emulators',
          include: ['test/contracts/**/*.test.ts'],
          globalSetup: ['test/support/emulators.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'simulation',
          include: ['test/simulation/**/*.test.ts'],
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
