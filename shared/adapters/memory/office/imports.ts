import type { ImportFiles, Imports, SheetImport } from '../../../domain/sheet/imports/sheet-import.ts';

/** Imports in memory. */
export const memoryImports = (): Imports => {
  const stored = new Map<string, SheetImport>();
  const nameOf = ({ ward, id }: Pick<SheetImport, 'ward' | 'id'>): string => `${ward}#${id}`;
  return {
    find: async (ward, id) => stored.get(nameOf({ ward, id })),
    of: async (ward) =>
      [...stored.values()]
        .filter((one) => one.ward === ward)
        .toSorted((one, other) => (one.id < other.id ? 1 : -1))
        .slice(0, 50),
    save: async (one) => {
      if ((stored.get(nameOf(one))?.version ?? 0) !== one.version) return 'conflict';
      const saved = { ...one, version: one.version + 1 };
      stored.set(nameOf(one), saved);
      return saved;
    },
  };
};

/** Their files in memory. */
export const memoryImportFiles = (): ImportFiles => {
  const files = new Map<string, Uint8Array>();
  const nameOf = ({ ward, id }: SheetImport, name: string): string => `${ward}/${id}/${name}`;
  return {
    upload: async (one) => ({ url: `memory://${nameOf(one, 'original')}`, headers: {} }),
    keep: async (one, name, bytes) => void files.set(nameOf(one, name), bytes),
    read: async (one, name) => files.get(nameOf(one, name)),
    link: async (one, name, seconds) => `memory://${nameOf(one, name)}?seconds=${seconds}`,
  };
};
