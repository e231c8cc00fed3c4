import { inflateRawSync } from 'node:zlib';
import type { Inflate } from '../../domain/sheet/xlsx/read-workbook.ts';

/** Inflates with Node's own zlib, which stops as soon as it is one byte too many. */
export const inflate: Inflate = (deflated, size) => {
  try {
    const plain = inflateRawSync(deflated, { maxOutputLength: Math.max(1, size) });
    return plain.length === size ? plain : undefined;
  } catch {
    return undefined;
  }
};
