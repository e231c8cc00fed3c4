import type { Endpoints } from '../running.ts';
import type { Blueprint } from '../template/template.ts';
import type { PartitionKeys } from './asks/dynamodb.ts';
import { meet } from '../iam/between-services.ts';
import { openUses, type Uses } from '../iam/uses.ts';
import type { Strict } from './strict/options.ts';
import { openStrict } from './strict/strict.ts';
import type { KeysOf } from './strict/writes.ts';
import { openGate, type Service } from './gate.ts';

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

/** What names an item of a table, as the template says. */
const keysOf =
  ({ tables }: Pick<Blueprint, 'tables'>): KeysOf =>
  (table) =>
    tables.find(({ name }) => name === table)?.keys.flatMap(({ AttributeName }) => AttributeName ?? []) ?? [];

const enginesAt = ({ dynamodb, sqs, s3, sns, kms, secrets }: Endpoints): Record<Service, string> => ({
  dynamodb,
  sqs,
  s3,
  sns,
  'sms-voice': sns, // the simulator is every carrier at one address
  kms,
  secretsmanager: secrets,
});

/** On AWS a right that one service lacks towards another fails a deployment, or nobody notices: here nothing starts. */
const openDoors = ({ rights, between }: Blueprint, uses: Uses): void => {
  const met = meet(rights, between);
  for (const { holder, answers } of met) uses.note(holder, answers);
  const troubles = met.flatMap(({ trouble }) => trouble ?? []);
  if (troubles.length > 0) throw new Error(troubles.join('\n'));
};

type Guarded = {
  plan: Blueprint;
  /** AWS's own limits, where they are asked for. */
  strict?: Strict | undefined;
  endpoints: Endpoints;
  /** Hears, in a sentence, what a function was refused, by its file's name. */
  onRefusal: (name: string, sentence: string) => void;
};

/** The gate, not yet open: its address is needed before the template can be read. */
export const openGuard = async () => {
  const gate = await openGate();
  const uses = openUses();
  return {
    url: gate.url,
    close: gate.close,
    keepUses: uses.keep,
    /** Lets functions through by the rights of the template; throws when services are closed to each other. */
    guard: ({ plan, endpoints, strict, onRefusal }: Guarded): void => {
      openDoors(plan, uses);
      gate.rule({
        engines: enginesAt(endpoints),
        rights: plan.rights,
        partitionKeys: partitionKeysOf(plan),
        strict: strict && openStrict(strict, keysOf(plan)),
        onAnswers: ({ name }, answers) => uses.note(name, answers),
        onRefusal: ({ name }, sentence) => onRefusal(name, sentence),
      });
    },
  };
};
