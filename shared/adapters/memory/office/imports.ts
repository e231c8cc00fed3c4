import type { ImportFiles, Imports, SheetImport } from '../../../domain/sheet/imports/sheet-import.ts';
import { memoryWardRecords } from '../ward-records.ts';

/** Imports in memory. */
export const memoryImports = (): Imports => memoryWardRecords<SheetImport>();

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
