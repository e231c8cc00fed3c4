import { createHash } from 'node:crypto';
import type { Vault } from '../../domain/values/vault.ts';

const digest = (purpose: string, text: string): string =>
  createHash('sha256').update(`${purpose}:${text}`).digest('base64url');

/** A vault for tests: it hides nothing, but it is as strict about where a text belongs. */
export const memoryVault = (): Vault => ({
  seal: (plain, context) => Buffer.from(JSON.stringify([context, plain])).toString('base64url'),
  open: (sealed, context) => {
    const [place, plain] = JSON.parse(Buffer.from(sealed, 'base64url').toString()) as [string, string];
    if (place !== context) throw new Error('sealed for another place');
    return plain;
  },
  hash: (text) => digest('hash', text),
  fingerprint: (text) => digest('fingerprint', text),
});
