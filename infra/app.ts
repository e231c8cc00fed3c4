// What the cdk command runs: both stages, each checked against AWS's own rules before anything is deployed.
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { BaoTinStack } from './stack.ts';
import { stages } from './stages.ts';

const app = new App();
Object.entries(stages).map(
  ([stage, settings]) => new BaoTinStack(app, `bao-tin-${stage}`, { stage, settings }),
);
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
