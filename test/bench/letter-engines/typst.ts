import { typstPress } from '../../../shared/adapters/pdf/press.ts';
import { pdfOf } from '../../support/paper.ts';
import type { Engine } from './engine.ts';

/** The press as the letter function has it: tagged PDF/UA-1. */
export const typst = (): Engine => {
  const press = typstPress();
  return {
    render: (sheet) => pdfOf(press.render(sheet)),
    renderBatch: (sheets) => pdfOf(press.renderBatch(sheets)),
  };
};
