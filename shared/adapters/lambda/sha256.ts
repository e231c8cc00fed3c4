import { createHash } from 'node:crypto';

/** The hash of a text or file in hex. */
export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');
