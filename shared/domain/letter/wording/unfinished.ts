/** Letters whose words nobody has finished: gaps, promises without their figure, a brace left open. */
import type { Sheet } from '../sheet.ts';
import type { ProblemError } from '../../values/problem-error.ts';
import { whatIsUnfinished } from '../../values/writing/unfinished.ts';

const looseBrace = /\{[^}]*$|^[^{]*\}/u;

const whatIsWrong = (text: string): { code: string; message: string } | undefined =>
  whatIsUnfinished(text) ??
  (looseBrace.test(text.replaceAll(/\{[^{}]*\}/g, ''))
    ? { code: 'unfinished', message: 'Dấu { hoặc } đứng lẻ' }
    : undefined);

/** Every text in this value that is not finished, by its place. */
export const unfinishedIn = (value: unknown, pointer = ''): ProblemError[] => {
  if (typeof value === 'string') {
    const wrong = whatIsWrong(value);
    return wrong ? [{ pointer, ...wrong }] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => unfinishedIn(part, `${pointer}/${name}`));
};

/** Gaps on a page that is to be printed: in its words, not in its id nor in the address behind a code. */
export const gapsOnSheet = ({ id: _id, plan, ...words }: Sheet): ProblemError[] =>
  unfinishedIn({ ...words, ...(plan && { plan: { ...plan, link: plan.link?.caption } }) });
