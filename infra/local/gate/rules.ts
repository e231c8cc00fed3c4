import type { Endpoints } from '../running.ts';
import type { Blueprint } from '../template/template.ts';
import type { PartitionKeys } from './asks/dynamodb.ts';
import type { Rules, Service } from './gate.ts';

/** Which attribute partitions a table or an index, as the template says. */
const partitionKeysOf = ({ tables }: Pick<Blueprint, 'tables'>): PartitionKeys => {
  const keys = new Map(
    tables.flatMap(({ name, keys: own, indexes }) =>
      [
        { name, keys: own },
        ...indexes.map((index) => ({ name: `${name}/${index.name}`, keys: index.keys })),
      ].map((one) => [one.name, one.keys.find(({ KeyType }) => KeyType === 'HASH')?.AttributeName] as const),
    ),
  );
  return (table, index) => keys.get(index === undefined ? table : `${table}/${index}`);
};

const enginesAt = ({ dynamodb, sqs, s3, sns, kms, secrets }: Endpoints): Record<Service, string> => ({
  dynamodb,
  sqs,
  s3,
  sns,
  'sms-voice': sns, // the simulator is every carrier at one address
  kms,
  secretsmanager: secrets,
});

/** What the gate has to know of a template and of the engines that play AWS. */
export const gateRules = (
  plan: Blueprint,
  endpoints: Endpoints,
  { onAnswers, onRefusal }: Pick<Rules, 'onAnswers' | 'onRefusal'>,
): Rules => ({
  engines: enginesAt(endpoints),
  rights: plan.rights,
  partitionKeys: partitionKeysOf(plan),
  onAnswers,
  onRefusal,
});
