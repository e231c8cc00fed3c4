import { divide, type Mark, withoutPerson } from '../../../domain/values/privacy.ts';
import type { Vault } from '../../../domain/values/vault.ts';
import { fromItem, type Item, toItem, withoutHousekeeping } from '../item.ts';
import { type Key, placeOf } from '../keys.ts';
import { openEach, openTogether, sealEach, sealTogether } from '../personal.ts';

type Fields = Record<string, unknown>;
type Table = Readonly<Record<string, Mark>>;

/** How a kind of item holds its record: read in clear, and written again in the same places. */
export type ItemLayout = {
  read: (item: Item, vault: Vault) => Fields;
  write: (item: Item, whole: Fields, vault: Vault) => Item;
};

const keyOf = (item: Item): Key => ({ pk: item['pk']!.S!, sk: item['sk']!.S! });

/** Each personal field sealed by itself, under one attribute. */
export const eachIn = (name: string, table: Table): ItemLayout => ({
  read: (item, vault) => openEach(fromItem(item)[name] as Fields, table, vault, placeOf(keyOf(item))),
  write: (item, whole, vault) => ({
    ...item,
    ...toItem({ [name]: sealEach(whole, table, vault, placeOf(keyOf(item))) }),
  }),
});

/** Each personal field sealed by itself, beside the keys. */
export const eachBeside = (table: Table, placeIn: (key: Key) => string = placeOf): ItemLayout => ({
  read: (item, vault) => openEach(fromItem(withoutHousekeeping(item)), table, vault, placeIn(keyOf(item))),
  write: (item, whole, vault) => {
    const untouched = Object.entries(item).filter(([name]) => table[name] !== 'personal');
    const sealed = sealEach(divide(whole, table).personal, table, vault, placeIn(keyOf(item)));
    return { ...Object.fromEntries(untouched), ...toItem(sealed) };
  },
});

/** The open fields under one attribute, everything personal as one sealed text under another. */
export const togetherIn = (openAs: string, sealedAs: string, table: Table): ItemLayout => ({
  read: (item, vault) => {
    const { [openAs]: open, [sealedAs]: sealed } = fromItem(item);
    const kept = { open: open as Fields, sealed: sealed as string | undefined };
    return openTogether(kept, vault, placeOf(keyOf(item)));
  },
  write: (item, whole, vault) => {
    const { [openAs]: _open, [sealedAs]: _sealed, ...beside } = item;
    const { open, sealed } = sealTogether(whole, table, vault, placeOf(keyOf(item)));
    return { ...beside, ...toItem({ [openAs]: open, [sealedAs]: sealed }) };
  },
});

/** What is written of an item instead of its person: by the marks, so that a new field goes by itself. */
export const blanked =
  (layout: ItemLayout, table: Table, remains: Record<string, (whole: never) => unknown> = {}) =>
  (item: Item, vault: Vault): Item =>
    layout.write(item, withoutPerson(layout.read(item, vault), table, remains as never), vault);

/** The item without these attributes: what waited does not wait any more, what was listed is found no more. */
export const without = (item: Item, ...names: string[]): Item =>
  Object.fromEntries(Object.entries(item).filter(([name]) => !names.includes(name)));

/** One version later: whoever decides on what the item was before reads it again. */
export const versioned = (item: Item): Item => ({
  ...item,
  version: { N: String(Number(item['version']!.N) + 1) },
});
