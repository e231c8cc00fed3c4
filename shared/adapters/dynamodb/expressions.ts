import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { toItem } from './item.ts';

type Expressions = {
  UpdateExpression?: string;
  ConditionExpression?: string;
  KeyConditionExpression?: string;
  FilterExpression?: string;
};

const mentioned = (text: string, mark: '#' | ':'): Set<string> =>
  new Set([...text.matchAll(new RegExp(`${mark}(\\w+)`, 'g'))].map(([, name]) => name!));

/**
 * Names and values for expressions in which `#state` always means the attribute `state` and `:state` the value of
 * that name. Only what the texts mention is sent, since DynamoDB refuses anything else.
 */
export const expressions = <E extends Expressions>(
  texts: E,
  values: Record<string, unknown> = {},
): E & {
  ExpressionAttributeNames?: Record<string, string>;
  ExpressionAttributeValues?: Record<string, AttributeValue>;
} => {
  const text = Object.values(texts).join(' ');
  const names = [...mentioned(text, '#')].map((name) => [`#${name}`, name]);
  const given = [...mentioned(text, ':')].map((name) => [`:${name}`, values[name]]);
  return {
    ...texts,
    ...(names.length > 0 && { ExpressionAttributeNames: Object.fromEntries(names) }),
    ...(given.length > 0 && { ExpressionAttributeValues: toItem(Object.fromEntries(given)) }),
  };
};
