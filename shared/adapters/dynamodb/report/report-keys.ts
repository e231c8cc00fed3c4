import type { CountedName } from '../../../domain/report/counters.ts';
import type { Day } from '../../../domain/values/day.ts';
import type { Ward } from '../../../domain/values/ward.ts';
import { fromItem } from '../item.ts';
import type { Key } from '../keys.ts';
import { dispatchJobKind, dueIndex, partitions, table } from '../table.ts';

/** What an office counts on one day. */
export const figuresKey = (ward: Ward, day: Day): Key => ({ pk: partitions.figures + ward, sk: day });

/** The offices that have figures, each one row. */
export const officesPartition = `${partitions.figures}offices`;

// No key of ours has a line break.
const between = '\n';

/** How whoever counts calls the thing with this key. */
export const countedName = ({ pk, sk }: Key): CountedName => pk + between + sk;
export const keyOfCounted = (name: CountedName): Key => {
  const [pk = '', sk = ''] = name.split(between);
  return { pk, sk };
};

/** What it was counted as lies apart from it, so that nobody who writes it has to know. */
export const countedKey = (name: CountedName): Key => {
  const { pk, sk } = keyOfCounted(name);
  return { pk: partitions.counted + pk, sk };
};

/** What an image of the table's stream asks for: to be counted, and where it is a job that owes word, to be told of. */
export const changedIn = (
  image: Record<string, unknown>,
): { counted: CountedName; owes?: { ward: string; jobId: string } } => {
  const item = fromItem(image as Parameters<typeof fromItem>[0]) as Key & Record<string, string>;
  const owesWord = item[table.kind] === dispatchJobKind && item[dueIndex.partitionKey]?.startsWith('post#');
  const counted = countedName({ pk: item.pk, sk: item.sk });
  return owesWord ? { counted, owes: { ward: item['ward']!, jobId: item['jobId']! } } : { counted };
};
