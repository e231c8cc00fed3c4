// What the cdk command runs: every stage that may be deployed, each checked against AWS's own rules before anything is deployed.
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { buildStages } from './build-stages.ts';
import { stages } from './stages.ts';

const app = new App();
// `-c first=true`: the stack does not stand yet (docs/operations.md).
const first = String(app.node.tryGetContext('first')) === 'true';
buildStages(app, stages, { first, say: (line) => process.stderr.write(`${line}\n`) });
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
