import { randomBytes } from 'node:crypto';

/** A word that nobody guesses: 256 random bits as text that an address may carry. */
export const newWord = (): string => randomBytes(32).toString('base64url');
