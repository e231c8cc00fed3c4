import type { App, Stack } from 'aws-cdk-lib';
import { DomainStack } from './constructs/door/own-domain.ts';
import { refusals } from './refusals.ts';
import { BaoTinStack } from './stack.ts';
import type { Stage } from './stages.ts';

/**
 * Builds the stacks of all stages that may be deployed, and before it the one of its name where it has one. A stage that may
 * not is left out and `say` hears why, so that the command has nothing to deploy under its name, while the others go on.
 */
export const buildStages = (
  app: App,
  stages: Readonly<Record<string, Stage>>,
  { first, say }: { first: boolean; say: (line: string) => void },
): Stack[] =>
  Object.entries(stages).flatMap(([stage, settings]) => {
    const name = `bao-tin-${stage}`;
    const reasons = refusals(settings);
    for (const why of reasons) say(`${name} is not deployed. ${why}`);
    if (reasons.length > 0) return [];
    const { domain } = settings;
    return [
      ...(domain ? [new DomainStack(app, `${name}-domain`, { domain, settings })] : []),
      new BaoTinStack(app, name, { stage, settings, first }),
    ];
  });
