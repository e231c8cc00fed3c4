// Items that say things of several occasions at once: only what is of this person goes.
import type { Consent } from '../../../domain/office/consent.ts';
import { divide, type Mark } from '../../../domain/values/privacy.ts';
import type { Vault } from '../../../domain/values/vault.ts';
import { sealedTraces, tracesIn } from '../dossier/traces.ts';
import { fromItem, type Item, toItem } from '../item.ts';
import { type Key, personIn } from '../keys.ts';
import { versioned } from './layouts.ts';

/** That somebody refused is kept, without how and who noted it down; whoever wanted to be told is forgotten. */
export const keptChoices =
  (table: Readonly<Record<string, Mark>>) =>
  (item: Item): 'nothing' | { item: Item; kept: 'refusal' } => {
    const entries = Object.entries(fromItem(item));
    const choices = entries.filter(([name]) => name.startsWith('choice_'));
    const refusals = choices.filter(([, stored]) => (stored as Consent).choice === 'out');
    if (refusals.length === 0) return 'nothing';
    const beside = entries.filter(([name]) => !name.startsWith('choice_'));
    const bare = refusals.map(([name, stored]) => [
      name,
      divide(stored as Record<string, unknown>, table).open,
    ]);
    return { item: toItem(Object.fromEntries([...beside, ...bare])), kept: 'refusal' };
  };

/** The traces of letters of other families stay: people have the same name. */
export const withoutTraces = (
  item: Item,
  vault: Vault,
  letters: ReadonlySet<string>,
): 'nothing' | { item: Item } => {
  const whose = personIn(fromItem(item) as Key);
  const others = tracesIn(whose, item['traces']!.S!, vault).filter(({ letterId }) => !letters.has(letterId));
  if (others.length === 0) return 'nothing';
  return { item: versioned({ ...item, traces: { S: sealedTraces(whose, others, vault) } }) };
};
