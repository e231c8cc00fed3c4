import { setTimeout as pause } from 'node:timers/promises';
import type { Command } from 'commander';
import { instantOf } from '../../../shared/domain/values/instant.ts';
import { type Stage, stages } from '../../stages.ts';
import { signIn } from '../api-client/api.ts';
import { clockOf, localRun } from '../api-client/running.ts';
import { walkStreet } from './walk-street.ts';

/** Walks the street of a stage that stands, by its own name or by `--url`, and says each step; ends with 0 only if all went well. */
export const visit = async (name: string, json: boolean, command: Command): Promise<void> => {
  const stage = (stages as Readonly<Record<string, Stage>>)[name];
  if (stage === undefined)
    throw new Error(
      `there is no stage ${name} in infra/stages.ts; there are ${Object.keys(stages).join(', ')}`,
    );
  const api = await signIn(command, stage.domain && `https://${stage.domain.name}`);
  const run = localRun(api.url);
  const walk = walkStreet({
    open: (path) => fetch(new URL(path, api.url)),
    signedIn: api.fetch,
    clock: run ? clockOf(run) : () => instantOf(new Date()),
    pause: async (milliseconds) => pause(milliseconds),
  });
  for await (const step of walk) {
    const { is, what, milliseconds, look } = step;
    const line = `${is.padEnd(5)}  ${String(milliseconds).padStart(6)} ms  ${what}${look ? `\n       ${look}` : ''}`;
    process.stdout.write(`${json ? JSON.stringify(step) : line}\n`);
    if (is === 'bad') process.exitCode = 1;
  }
};
