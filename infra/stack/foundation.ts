import { Duration, NestedStack, type Stack } from 'aws-cdk-lib';
import { alarmTopic } from '../constructs/alarms/alarm-topic.ts';
import type { Deployment } from '../constructs/deployment.ts';
import { DocumentStore } from '../constructs/document-store.ts';
import { FrontDoor } from '../constructs/front-door.ts';
import { Keys } from '../constructs/keys.ts';
import { WardFunction } from '../constructs/ward-function.ts';
import { WardTable } from '../constructs/ward-table.ts';
import { WorkQueue } from '../constructs/work-queue.ts';
import { dataKeysPartition } from '../../shared/adapters/dynamodb/table.ts';
import { dataKeyUse } from '../../shared/adapters/kms/data-key-use.ts';
import type { Stage } from '../stages.ts';
import { smsTimeout } from './sms-sending.ts';

/** How long the press may run for one batch of letters. */
export const letterTimeout = Duration.seconds(60);

type FunctionProps = ConstructorParameters<typeof WardFunction>[2];
type KeyedProps = Omit<FunctionProps, 'deployment' | 'environment'> &
  Partial<Pick<FunctionProps, 'environment'>> & {
    /** Anybody may call it, without a token: it opens the data key and never makes one. */
    forStrangers?: boolean;
  };

/** As long as Lambda lets anything run: 20,000 rows need a minute or two, and what is not done then goes on. */
export const importTimeout = Duration.seconds(900);

/** What every part of the street stands on. */
export type House = {
  stack: Stack;
  deployment: Deployment;
  keys: Keys;
  table: WardTable;
  door: FrontDoor;
  /** Rings for notifications that are due. */
  sms: WorkQueue;
  /** Rings for letters that have to be put on paper. */
  letter: WorkQueue;
  /** Rings for files of offices that have to be read, or gone on with. */
  imports: WorkQueue;
  /** Files of letters, batches, evidence and offices. */
  documents: DocumentStore;
  /** A function of this name with the store in its environment; it may unwrap the data key, and make it if there is none. */
  keyed: (name: string, props: KeyedProps) => WardFunction;
};

export const layFoundations = (
  stack: Stack,
  { stage, settings, first }: { stage: string; settings: Stage; first: boolean },
): House => {
  const keys = new Keys(stack, 'keys', { stage, settings });
  const { alarmEmail: email } = settings;
  const deployment: Deployment = {
    stage,
    settings,
    first,
    dataKey: keys.data,
    alarms: new NestedStack(stack, 'watch', { description: 'What rings, and for whom' }),
    ...(email !== undefined && { alarmTopic: alarmTopic(stack, { email, key: keys.data }) }),
  };
  const table = new WardTable(stack, 'table', deployment);
  const door = new FrontDoor(stack, 'api', {
    deployment,
    whoIsHurt: 'Ward offices cannot report statuses or look up dossiers; their citizens wait uninformed.',
  });
  const sms = new WorkQueue(stack, 'sms', {
    deployment,
    whoIsHurt: 'Citizens are owed an SMS that does not leave.',
    workerTimeout: smsTimeout(settings),
    attempts: 5,
  });
  const letter = new WorkQueue(stack, 'letter', {
    deployment,
    whoIsHurt: 'Families are owed a letter that is not put on paper; it misses the result it belongs to.',
    workerTimeout: letterTimeout,
    attempts: 5,
  });

  const imports = new WorkQueue(stack, 'import', {
    deployment,
    whoIsHurt: 'A file that an office brought is not read; its citizens are not told.',
    workerTimeout: importTimeout,
    attempts: 3,
  });

  const documents = new DocumentStore(stack, 'documents', deployment);

  const keyed: House['keyed'] = (name, { forStrangers = false, ...props }) => {
    const environment = { TABLE_NAME: table.name, DATA_KEY_ARN: keys.data.keyArn, ...props.environment };
    const fn = new WardFunction(stack, name, { deployment, ...props, environment });
    const forThisUse = { StringEquals: { 'kms:EncryptionContext:use': dataKeyUse } };
    fn.allow(['kms:Decrypt'], [keys.data.keyArn], forThisUse);
    const dataKeys = table.within(dataKeysPartition);
    dataKeys.allowQuery(fn, 'table');
    if (forStrangers) return fn;
    // The key that phones are sealed with lies wrapped in the table; the first function to need it makes it.
    fn.allow(['kms:GenerateDataKeyWithoutPlaintext'], [keys.data.keyArn], forThisUse);
    dataKeys.allowWrite(fn, 'PutItem');
    return fn;
  };
  return { stack, deployment, keys, table, door, sms, letter, imports, documents, keyed };
};
