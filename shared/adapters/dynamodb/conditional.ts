import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import type { Item } from './item.ts';

/** What a conditional write came to: its answer, or the item that stood in its way, if there is any. */
type Conditional<T> = { done: T } | { refused: true; by?: Item };

/** A condition that does not hold is an expected answer; anything else that goes wrong is thrown. */
export const conditionally = async <T>(write: Promise<T>): Promise<Conditional<T>> => {
  try {
    return { done: await write };
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return { refused: true, ...(error.Item && { by: error.Item }) };
  }
};
