/** What this is made of, read from the lock file alone: no registry is asked. */
import * as z from 'zod';

const Locked = z.object({
  version: z.string().optional(),
  license: z.string().optional(),
  integrity: z.string().optional(),
  dev: z.boolean().default(false),
  optional: z.boolean().default(false),
  inBundle: z.boolean().default(false),
  hasInstallScript: z.boolean().default(false),
});

export const LockFile = z.object({ lockfileVersion: z.literal(3), packages: z.record(z.string(), Locked) });
export type LockFile = z.infer<typeof LockFile>;

/** A package that is installed, once for each place that it stands in. */
export type Part = z.infer<typeof Locked> & { name: string; place: string };

export const partsOf = ({ packages }: LockFile): Part[] =>
  Object.entries(packages)
    .filter(([place]) => place !== '')
    .map(([place, locked]) => ({ ...locked, place, name: place.split('node_modules/').at(-1)! }));

/** `pkg:npm/%40aws-sdk/client-kms@3.1.0` (package-url, as CycloneDX names parts). */
const purlOf = ({ name, version }: Part): string => `pkg:npm/${name.replace('@', '%40')}@${version ?? ''}`;

const hashOf = ({ integrity }: Part) => {
  const [, digest] = /^sha512-(.+)$/.exec(integrity ?? '') ?? [];
  return digest && { hashes: [{ alg: 'SHA-512', content: Buffer.from(digest, 'base64').toString('hex') }] };
};

/** The bill of materials (CycloneDX 1.6): what runs is `required`, what builds and tests it `excluded`. */
export const billOf = (lock: LockFile, { name, version }: { name: string; version: string }) => ({
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  version: 1,
  metadata: { component: { type: 'application', name, version, licenses: [{ expression: 'Apache-2.0' }] } },
  components: partsOf(lock).map((part) => ({
    type: 'library',
    'bom-ref': part.place,
    name: part.name,
    version: part.version ?? '',
    purl: purlOf(part),
    scope: part.dev ? 'excluded' : part.optional ? 'optional' : 'required',
    ...(part.license !== undefined && { licenses: [{ expression: part.license }] }),
    ...hashOf(part),
  })),
});

/** Each licence with how many packages stand under it, those that run apart from those that build and test. */
export const licencesOf = (lock: LockFile): { licence: string; runs: number; builds: number }[] =>
  [...Map.groupBy(partsOf(lock), ({ license }) => license ?? 'none')]
    .map(([licence, parts]) => {
      const runs = parts.filter(({ dev }) => !dev).length;
      return { licence, runs, builds: parts.length - runs };
    })
    .toSorted((one, other) => other.runs + other.builds - one.runs - one.builds);
