import type { TokenSigner } from '../../domain/office-ports.ts';

/** Writes the claims down for a test to read; nobody should believe them. */
export const memoryTokenSigner = (): TokenSigner => ({ sign: async (claims) => JSON.stringify(claims) });
