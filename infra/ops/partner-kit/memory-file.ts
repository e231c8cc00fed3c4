import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/** A claim is repeated as it was first asked, whatever this run would ask for: another request under its id is refused. */
const Claim = z.object({ claimId: z.string(), maxJobs: z.int(), leaseSeconds: z.int() });
const Remembered = z.object({ claim: Claim.optional(), changesAfter: z.string().optional() });
type Remembered = z.infer<typeof Remembered>;

/**
 * All that a partner's program has to remember: the claim that it is about to make and how far it has read the changes.
 * A half-written file cannot be: it is written beside and moved into place.
 */
export const memoryFile = (directory: string) => {
  const file = join(directory, 'memory.json');
  mkdirSync(directory, { recursive: true });
  const read = (): Remembered => {
    try {
      return Remembered.parse(JSON.parse(readFileSync(file, 'utf8')));
    } catch {
      return {};
    }
  };
  return {
    read,
    write: (change: Remembered): void => {
      writeFileSync(`${file}.new`, JSON.stringify({ ...read(), ...change }));
      renameSync(`${file}.new`, file);
    },
  };
};
