import { Command } from 'commander';
import { addDataKey } from '../../../../shared/adapters/kms/vault.ts';
import { hours, instantOf, plus } from '../../../../shared/domain/values/instant.ts';
import { openDataKeys } from '../../api-client/store.ts';
import { writeLine } from '../ward/ward.ts';

/** Longer than Lambda keeps a function that started before the key was made. */
const known = hours(48);

const turn = async (_options: unknown, command: Command): Promise<void> => {
  const { kms, dataKey, kept } = openDataKeys(command);
  const all = await kept.all();
  const now = instantOf(new Date());
  const waiting = all.find(({ sealsFrom }) => sealsFrom !== undefined && sealsFrom > now);
  if (waiting !== undefined)
    throw new Error(`Key ${waiting.id} is made already and seals from ${waiting.sealsFrom} on.`);
  const id = String(Math.max(0, ...all.map((key) => Number(key.id))) + 1);
  const sealsFrom = plus(now, known);
  await addDataKey(kms, dataKey, kept, id, sealsFrom);
  writeLine({ id, sealsFrom });
};

const list = async (_options: unknown, command: Command): Promise<void> => {
  for (const { id, sealsFrom } of await openDataKeys(command).kept.all())
    writeLine({ id, ...(sealsFrom !== undefined && { sealsFrom }) });
};

/** `key`: the data keys that citizens' fields are sealed with. No key is ever shown. */
export const keyCommand = (): Command => {
  const key = new Command('key').description('the data keys that citizens’ fields are sealed with');
  key
    .command('turn')
    .description('make a new one, which seals from two days on; what was sealed before stays readable')
    .action(turn);
  key.command('list').description('their numbers, and from when on each seals').action(list);
  return key;
};
