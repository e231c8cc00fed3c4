import type { Trace } from '../../../domain/letter/occasion/trace.ts';
import type { Ward } from '../../../domain/values/ward.ts';
import type { Vault } from '../../../domain/values/vault.ts';
import { personKey, placeOf } from '../keys.ts';

type Whose = { ward: Ward; person: string };

/** The days on which people of one name were born and died, sealed: a hash and a day could still name somebody. */
export const sealedTraces = (whose: Whose, traces: readonly Trace[], vault: Vault): string =>
  vault.seal(JSON.stringify(traces), placeOf(personKey(whose)));

export const tracesIn = (whose: Whose, sealed: string, vault: Vault): Trace[] =>
  JSON.parse(vault.open(sealed, placeOf(personKey(whose)))) as Trace[];
