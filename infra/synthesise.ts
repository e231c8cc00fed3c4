import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, type CfnElement, NestedStack } from 'aws-cdk-lib';
import cdk from '../cdk.json' with { type: 'json' };
import { BaoTinStack } from './stack.ts';
import { type Stage, type StageName, stages } from './stages.ts';
import { type Template, withNested } from './template.ts';

type Options = {
  /** Whether the functions' code is bundled too; without it the template names their files and runs nowhere else. */
  bundle?: boolean;
  /** Other settings than the stage's own. */
  settings?: Stage;
  /** As for a stack that does not stand yet. */
  first?: boolean;
};

/**
 * The template of one stage, synthesised in this process: what `cdk deploy` would send, but without bundled code
 * unless asked for, and without CloudFormation's own validation, which takes longer than all the rest.
 */
export const synthesise = (
  stage: StageName,
  { bundle = false, settings = stages[stage], first = false }: Options = {},
): Template => {
  const outdir = mkdtempSync(join(tmpdir(), 'bao-tin-'));
  try {
    const app = new App({
      outdir,
      analyticsReporting: false,
      builtinCloudFormationValidation: false,
      context: { ...cdk.context, 'aws:cdk:bundling-stacks': bundle ? ['**'] : [] },
    });
    const stack = new BaoTinStack(app, `bao-tin-${stage}`, { stage, settings, first });
    const template = app.synth().getStackByName(stack.stackName).template as Template;
    const nested = stack.node.findAll().filter((part): part is NestedStack => part instanceof NestedStack);
    const files = new Map(
      nested.map((one) => [stack.getLogicalId(one.nestedStackResource as CfnElement), one.templateFile]),
    );
    return withNested(
      stack.stackName,
      template,
      (id) => JSON.parse(readFileSync(join(outdir, files.get(id)!), 'utf8')) as Template,
    );
  } finally {
    rmSync(outdir, { recursive: true });
  }
};
