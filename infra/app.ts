// What the cdk command runs: both stages, each checked against AWS's own rules before anything is deployed.
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { BaoTinStack } from './stack.ts';
import { stages } from './stages.ts';

const app = new App();
// `-c first=true`: the stack does not stand yet (docs/operations.md).
const first = String(app.node.tryGetContext('first')) === 'true';
Object.entries(stages).map(
  ([stage, settings]) => new BaoTinStack(app, `bao-tin-${stage}`, { stage, settings, first }),
);
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
