/** The engines that print the same letter side by side; a baseline is one more entry here. */
import { typstPress } from '../../shared/adapters/pdf/press.ts';
import type { Sheet } from '../../shared/domain/letter/sheet.ts';
import { pdfOf } from '../support/paper.ts';

/** Prints a sheet, or many as one document; loaded only where it is measured, so that a cold start is a cold start. */
export type Engine = {
  render(sheet: Sheet): Uint8Array | Promise<Uint8Array>;
  renderBatch?(sheets: readonly Sheet[]): Uint8Array | Promise<Uint8Array>;
};

export const engines: Record<string, () => Promise<Engine>> = {
  typst: async () => {
    const press = typstPress();
    return {
      render: (sheet) => pdfOf(press.render(sheet)),
      renderBatch: (sheets) => pdfOf(press.renderBatch(sheets)),
    };
  },
};
