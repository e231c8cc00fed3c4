import { inflate } from '../../../shared/adapters/zip/inflate.ts';
import { type Language, sentenceOfFile } from '../../../shared/domain/sheet/file-problem.ts';
import { type OpenedFile, openedFile } from '../../../shared/domain/sheet/opened-file.ts';
import type { SheetOptions } from '../../../shared/domain/sheet/read-sheet.ts';

/** Opens a file of status events, whatever it is called. Throws one sentence where the file as a whole is not readable. */
export const openFile = (
  bytes: Uint8Array,
  options: Omit<SheetOptions, 'inflate'>,
  language: Language,
): OpenedFile => {
  const opened = openedFile(bytes, { inflate, ...options }, language);
  if (!opened.ok) throw new Error(sentenceOfFile(opened.problem, language));
  return opened;
};
