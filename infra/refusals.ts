import type { App, Stack } from 'aws-cdk-lib';
import { DomainStack } from './constructs/own-domain.ts';
import { BaoTinStack } from './stack.ts';
import type { Stage } from './stages.ts';

/** Two labels at least, and none of AWS's own addresses, which go with the API that they were given to. */
const ownName = /^(?!.*\.amazonaws\.com$)(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

/** Why a stage may not be deployed as it is described, each in a sentence that says what to do; none, and it may. */
const refusals = ({ keepsData, alarmEmail, domain, region }: Stage): string[] => {
  const found: string[] = [];
  if (keepsData && alarmEmail === undefined)
    found.push('Nobody would hear its alarms: name an alarmEmail in infra/stages.ts.');
  if (keepsData && domain === undefined)
    found.push(
      'The codes it prints on letters and labels would die with its API: name a domain and its certificate in infra/stages.ts.',
    );
  if (domain && !ownName.test(domain.name))
    found.push(`${domain.name} is no name of an office: write it like bao-tin.tinh.example.vn.`);
  if (domain && !new RegExp(`^arn:aws:acm:${region}:\\d{12}:certificate/.+$`).test(domain.certificateArn))
    found.push(`The certificate of ${domain.name} has to lie in ${region}: name its ARN there.`);
  return found;
};

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
