import type { App } from 'aws-cdk-lib';
import { BaoTinStack } from './stack.ts';
import type { Stage } from './stages.ts';

/** Why a stage may not be deployed as it is described, each in a sentence that says what to do; none, and it may. */
const refusals = ({ keepsData, alarmEmail }: Stage): string[] =>
  keepsData && alarmEmail === undefined
    ? ['Nobody would hear its alarms: name an alarmEmail in infra/stages.ts.']
    : [];

/**
 * Builds the stacks of all stages that may be deployed. One that may not is left out and `say` hears why, so that the
 * command has nothing to deploy under its name, while the others go on.
 */
export const buildStages = (
  app: App,
  stages: Readonly<Record<string, Stage>>,
  { first, say }: { first: boolean; say: (line: string) => void },
): BaoTinStack[] =>
  Object.entries(stages).flatMap(([stage, settings]) => {
    const name = `bao-tin-${stage}`;
    const reasons = refusals(settings);
    for (const why of reasons) say(`${name} is not deployed. ${why}`);
    return reasons.length === 0 ? [new BaoTinStack(app, name, { stage, settings, first })] : [];
  });
