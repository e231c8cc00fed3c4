import { globSync } from 'node:fs';
import { join } from 'node:path';
import { Duration } from 'aws-cdk-lib';
import { Effect, PolicyStatement, type PolicyStatementProps } from 'aws-cdk-lib/aws-iam';
import { Architecture, type CfnFunction, Function as Lambda, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { type Deployment, nameOf, removalPolicyOf } from './deployment.ts';
import { handlerCode } from './handler-code.ts';
import { pressFiles } from './press-files.ts';
import { WardRole } from './ward-role.ts';
import { failuresOf, type Hurts, watch } from './watch.ts';

/** Where the local runner finds a function's file, in the Metadata of its resource. */
export const entryMetadata = 'bao-tin:entry';

type WardFunctionProps = Hurts & {
  deployment: Deployment;
  environment: Record<string, string>;
  timeout?: Duration;
  /** Megabytes; 512 unless it needs more. */
  memory?: number;
  /** Prints letters: the press comes with it, which is compiled for x86-64 alone. */
  press?: boolean;
};

const root = join(import.meta.dirname, '../..');

/** The file of a function, whichever room of `functions/` it stands in: names are told apart without their rooms. */
const entryNamed = (name: string): string => {
  const [entry, ...others] = globSync(`functions/*/${name}.ts`, { cwd: root });
  if (entry === undefined || others.length > 0)
    throw new Error(
      `${others.length === 0 ? 'no' : 'more than one'} file in functions/ is called ${name}.ts`,
    );
  return entry.replaceAll('\\', '/');
};

/**
 * One function: the file of the same name in a room of `functions/`, on Lambda, with its own log group, a role that may do
 * nothing but write there until it is allowed more, and an alarm on its errors.
 */
export class WardFunction extends Construct {
  readonly lambda: Lambda;
  readonly timeout: Duration;
  private readonly role: WardRole;

  constructor(scope: Construct, name: string, props: WardFunctionProps) {
    super(scope, name);
    const { deployment, environment, whoIsHurt, press = false } = props;
    const { settings, stage } = deployment;
    const entry = entryNamed(name);
    this.timeout = props.timeout ?? Duration.seconds(10);

    const logGroup = new LogGroup(this, 'logs', {
      logGroupName: `/bao-tin/${stage}/${name}`,
      retention: settings.logRetentionDays,
      encryptionKey: deployment.dataKey,
      removalPolicy: removalPolicyOf(settings),
    });
    this.role = new WardRole(this, 'role', 'lambda.amazonaws.com');
    this.allow(['logs:CreateLogStream', 'logs:PutLogEvents'], [logGroup.logGroupArn]);

    this.lambda = new Lambda(this, 'function', {
      functionName: nameOf(deployment, name),
      runtime: Runtime.NODEJS_24_X,
      architecture: press ? Architecture.X86_64 : Architecture.ARM_64,
      memorySize: props.memory ?? 512,
      handler: 'index.handler',
      code: handlerCode(this, entry, press ? pressFiles : []),
      timeout: this.timeout,
      environment: {
        STAGE: stage,
        ...(settings.most && { MOST: JSON.stringify(settings.most) }),
        ...(settings.restored && { LOST_UNTIL: settings.restored.lostUntil }),
        ...environment,
      },
      role: this.role,
      logGroup,
    });
    (this.lambda.node.defaultChild as CfnFunction).addMetadata(entryMetadata, entry);

    watch(deployment, {
      name: `${name}-errors`,
      what: `${name} failed`,
      whoIsHurt,
      metric: failuresOf(deployment, this.lambda, Duration.minutes(5)),
    });
  }

  /** Lets the function do these actions, each by its name, on these resources. */
  allow(actions: string[], resources: string[], conditions?: PolicyStatementProps['conditions']): void {
    this.role.say(new PolicyStatement({ actions, resources, ...(conditions && { conditions }) }));
  }

  /** Refuses the function these actions on these resources, whatever else allows them. */
  refuse(actions: string[], resources: string[]): void {
    this.role.say(new PolicyStatement({ effect: Effect.DENY, actions, resources }));
  }
}
