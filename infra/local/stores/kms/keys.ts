import { generateKeyPair, randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** `.key` holds 32 random bytes for AES-256-GCM, `.pem` a private RSA key of 2048 bits (PKCS#8). */
export type Kind = '.key' | '.pem';

export type Keys = {
  /** The key, made on first use. */
  use(id: string, kind: Kind): Promise<Buffer>;
  /** The key if there is one already. */
  find(id: string, kind: Kind): Promise<Buffer | undefined>;
};

const make = {
  '.key': async () => randomBytes(32),
  '.pem': async () => {
    const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
    return Buffer.from(privateKey.export({ type: 'pkcs8', format: 'pem' }));
  },
} as const satisfies Record<Kind, () => Promise<Buffer>>;

const missing = (reason: unknown): undefined => {
  if ((reason as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
  throw reason;
};

const wasFirst = (reason: unknown): void => {
  if ((reason as NodeJS.ErrnoException).code !== 'EEXIST') throw reason;
};

const fileOf = (dir: string, id: string, kind: Kind) => join(dir, `${encodeURIComponent(id)}${kind}`);

/**
 * Keys in a folder, one file each, readable by their owner alone; without a folder they live as long as the process.
 * A key appears whole or not at all, and when two processes make the same one at the same time, both get the first.
 */
export const openKeys = (keyDir: string | undefined): Keys => {
  const held = new Map<string, Promise<Buffer>>();

  const create = async (id: string, kind: Kind): Promise<Buffer> => {
    if (keyDir === undefined) return make[kind]();
    const file = fileOf(keyDir, id, kind);
    const kept = await readFile(file).catch(missing);
    if (kept !== undefined) return kept;
    await mkdir(keyDir, { recursive: true, mode: 0o700 });
    const draft = `${file}.${randomUUID()}`;
    await writeFile(draft, await make[kind](), { mode: 0o600, flush: true });
    await link(draft, file).catch(wasFirst);
    await rm(draft);
    return readFile(file);
  };

  return {
    use: (id, kind) => {
      const name = id + kind;
      const key = held.get(name) ?? create(id, kind);
      held.set(name, key);
      key.catch(() => held.delete(name));
      return key;
    },
    find: async (id, kind) =>
      held.get(id + kind) ??
      (keyDir === undefined ? undefined : readFile(fileOf(keyDir, id, kind)).catch(missing)),
  };
};
