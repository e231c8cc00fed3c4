import type { Answer } from '../../http/http.ts';
import { pageHeaders } from './answers.ts';

/** How a table is taken home. */
export const fileForms = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
export type FileForm = keyof typeof fileForms;

export const isFileForm = (form: string): form is FileForm => Object.hasOwn(fileForms, form);

/** A file of ours, to be kept by whoever asked. Its name is of our own letters. */
export const fileAnswer = (body: string | Uint8Array, name: string, form: FileForm): Answer => ({
  status: 200,
  type: fileForms[form],
  body,
  headers: { ...pageHeaders, 'content-disposition': `attachment; filename="${name}.${form}"` },
});
