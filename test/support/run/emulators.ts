import type { TestProject } from 'vitest/node';
import { startDynamoDb, type Engine } from '../../../infra/local/stores/dynamodb.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where what stands in for DynamoDB answers. */
    dynamodb: string;
  }
}

/** Starts the project's stand-in for DynamoDB, in memory and for this run, and says which one it is. */
export default async function start(project: TestProject): Promise<() => Promise<void>> {
  const { BAO_TIN_DYNAMODB: wanted } = project.config.env;
  const { url, ready, engine, stop } = await startDynamoDb(undefined, wanted as Engine | undefined);
  await ready;
  console.log(`${project.name}: DynamoDB is played by ${engine}`);
  project.provide('dynamodb', url);
  return stop;
}
