import type { Secrets } from '../../domain/values/vault.ts';

/** Secrets in memory. */
export const memorySecrets = (kept: Readonly<Record<string, string>>): Secrets => ({
  read: async (name) => {
    const secret = Object.hasOwn(kept, name) ? kept[name] : undefined;
    if (secret === undefined) throw new Error('there is no such secret');
    return secret;
  },
});
