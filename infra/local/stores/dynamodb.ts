import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Child } from '../functions/child.ts';
import { dynamoDbLocal, localFile } from './dynamodb-local.ts';
import { dynoxide, dynoxideFile, installedDynoxide } from './dynoxide.ts';
import { startProgram } from './engine-process.ts';

/** Who stands in for DynamoDB: `dynoxide`, or AWS's DynamoDB `local`, which needs Java. */
export type Engine = 'dynoxide' | 'local';

/** What `BAO_TIN_DYNAMODB` asks for, if anything. */
const askedFor = (): Engine | undefined => {
  const { BAO_TIN_DYNAMODB: asked = '' } = process.env;
  if (asked === '') return undefined;
  if (asked === 'dynoxide' || asked === 'local') return asked;
  throw new Error(`BAO_TIN_DYNAMODB=${asked} names no engine: known are dynoxide and local`);
};

const files: Record<Engine, string> = { dynoxide: dynoxideFile, local: localFile };

/** Each engine reads only its own files, and one that finds none begins without a word with nothing. */
const engineOf = (directory: string | undefined, wanted: Engine | undefined): Engine => {
  const other = (['dynoxide', 'local'] as const).find(
    (one) => directory !== undefined && existsSync(join(directory, files[one])),
  );
  if (other !== undefined && wanted !== undefined && other !== wanted)
    throw new Error(
      `${directory} was written with BAO_TIN_DYNAMODB=${other}: take that again, or another directory`,
    );
  return wanted ?? other ?? (installedDynoxide() ? 'dynoxide' : 'local');
};

/** A stand-in for DynamoDB: its name and version, and the file it writes if that needs care (`stream-care.ts`). */
export type DynamoDb = Child & { ready: Promise<void>; engine: string; file: string | undefined };

/**
 * Starts what stands in for DynamoDB on a free port; in memory, or in a directory that outlives it. It is the engine
 * that is asked for, else the one that wrote the directory, else Dynoxide where it is installed. Ready when it answers.
 */
export const startDynamoDb = async (
  directory: string | undefined,
  wanted: Engine | undefined = askedFor(),
): Promise<DynamoDb> => {
  const engine = engineOf(directory, wanted);
  if (directory !== undefined) await mkdir(directory, { recursive: true });
  const file = directory === undefined || engine === 'local' ? undefined : join(directory, dynoxideFile);
  const program = await (engine === 'local' ? dynamoDbLocal(directory) : dynoxide(file));
  return { ...startProgram(program), engine: program.name, file };
};
