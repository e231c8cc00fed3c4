import { account } from '../../place.ts';
import type { Ask } from '../statement.ts';

/** Something that one service of AWS has to be allowed before another hears of it. */
export type Demand = {
  /** Who asks: a role by its logical id, or a service. */
  who: { role: string } | { service: string };
  ask: Ask;
  /** What does not happen without it. */
  otherwise: string;
};

export const ask = (action: string, resource: string, context: Ask['context'] = {}): Ask => ({
  action,
  resource,
  context,
});

/** What a service says of where it comes from. */
export const from = (source: string): Ask['context'] => ({
  'aws:sourcearn': source,
  'aws:sourceaccount': account,
});

/** The role of a function, by the function's name; nothing for a function without one in the template. */
export type RoleOf = (name: string) => string;
