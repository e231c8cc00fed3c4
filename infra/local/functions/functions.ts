import { isAbsolute, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openEnvironment, type Outcome } from '../template/environment.ts';
import { fileName } from '../api/identity.ts';
import { arn, region } from '../place.ts';
import { openPool, type Pool } from './pool.ts';
import type { LambdaFunction } from '../template/read-functions.ts';
import type { Fault } from './worker-thread.ts';

/** All functions, called by their name on AWS or their file's name, with any value that JSON can carry. */
export type Functions = {
  invoke: (name: string, event: unknown) => Promise<Outcome>;
  named: (name: string) => LambdaFunction;
  /** How many calls are under way or wait for an environment. */
  atWork: () => number;
  /** When the last call ended, by the monotonic clock. */
  lastEnd: () => number;
  end: () => Promise<void>;
};

export type FunctionsOptions = {
  functions: readonly LambdaFunction[];
  /** The directory that entries are relative to. */
  root: string;
  /** Addresses of the emulators, as the SDK's environment variables. */
  endpoints: Record<string, string>;
  /** The access key id of a function: what it asks of AWS is judged by that. */
  accessKeyOf?: (lambda: LambdaFunction) => string;
  /** Milliseconds. */
  clockOffset: number;
  /** Gets each line that a handler writes, with its file's name. */
  onLine: (name: string, line: string) => void;
};

// A call to a service that is not emulated must fail here and at once, and never reach the real one.
const nowhere = 'http://127.0.0.1:9';

const variablesOf = (
  lambda: LambdaFunction,
  endpoints: Record<string, string>,
  accessKeyId: string,
): Record<string, string> => ({
  TZ: ':UTC',
  LANG: 'en_US.UTF-8',
  AWS_REGION: region,
  AWS_DEFAULT_REGION: region,
  AWS_ACCESS_KEY_ID: accessKeyId,
  AWS_SECRET_ACCESS_KEY: 'local',
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_ENDPOINT_URL: nowhere,
  AWS_LAMBDA_FUNCTION_NAME: lambda.name,
  AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(lambda.memory),
  AWS_LAMBDA_FUNCTION_TIMEOUT: String(lambda.timeout),
  AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${lambda.name}`,
  AWS_LAMBDA_LOG_STREAM_NAME: 'local',
  AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
  AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
  LAMBDA_TASK_ROOT: '/var/task',
  ...endpoints,
  ...lambda.environment,
});

/** The largest answer that Lambda carries (bytes). */
const largestAnswer = 6 * 1024 * 1024 + 100;

const notTooLarge = (outcome: Outcome): Outcome => {
  if (outcome.is === 'failed' || Buffer.byteLength(outcome.result) <= largestAnswer) return outcome;
  const errorMessage = `Response payload size exceeded maximum allowed payload size (${largestAnswer} bytes).`;
  return { is: 'failed', fault: { errorType: 'Function.ResponseSizeTooLarge', errorMessage } };
};

/** An error and the places nearest to it. */
const told = ({ errorType, errorMessage, trace = [] }: Fault): string =>
  [`${errorType}: ${errorMessage}`, ...trace.filter((line) => /^\s+at /.test(line)).slice(0, 3)].join('\n');

export const openFunctions = ({
  functions,
  root,
  endpoints,
  accessKeyOf = () => 'local',
  clockOffset,
  onLine,
}: FunctionsOptions): Functions => {
  let atWork = 0;
  let lastEnd = 0;
  const pools = new Map<string, { lambda: LambdaFunction; pool: Pool }>();
  for (const lambda of functions) {
    const file = isAbsolute(lambda.entry) ? lambda.entry : resolve(root, lambda.entry);
    const open = () =>
      openEnvironment({
        file: pathToFileURL(file).href,
        export: lambda.export,
        name: lambda.name,
        arn: arn('lambda', `function:${lambda.name}`),
        memory: lambda.memory,
        timeout: lambda.timeout,
        clockOffset,
        variables: variablesOf(lambda, endpoints, accessKeyOf(lambda)),
        onLine: (line) => onLine(fileName(lambda.entry), line),
      });
    pools.set(lambda.name, { lambda, pool: openPool(open, lambda.atOnce) });
  }
  const entry = (name: string) => {
    const found =
      pools.get(name) ?? [...pools.values()].find(({ lambda }) => fileName(lambda.entry) === name);
    if (!found) throw new Error(`there is no function ${name}; there are ${[...pools.keys()].join(', ')}`);
    return found;
  };
  return {
    invoke: async (name, event) => {
      const { lambda, pool } = entry(name);
      atWork += 1;
      const outcome = notTooLarge(await pool.invoke(JSON.stringify(event ?? null)));
      atWork -= 1;
      lastEnd = performance.now();
      if (outcome.is === 'failed') onLine(fileName(lambda.entry), `failed: ${told(outcome.fault)}`);
      return outcome;
    },
    named: (name) => entry(name).lambda,
    atWork: () => atWork,
    lastEnd: () => lastEnd,
    end: async () => {
      await Promise.all([...pools.values()].map(({ pool }) => pool.end()));
    },
  };
};
