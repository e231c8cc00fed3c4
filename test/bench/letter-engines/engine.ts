import type { Sheet } from '../../../shared/domain/letter/sheet.ts';

/** Prints a sheet, or many as one document. */
export type Engine = {
  render(sheet: Sheet): Uint8Array | Promise<Uint8Array>;
  renderBatch(sheets: readonly Sheet[]): Uint8Array | Promise<Uint8Array>;
};
