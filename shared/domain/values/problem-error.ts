import type * as z from 'zod';
/** One thing wrong in a body: where (RFC 6901 JSON pointer), a stable code, a sentence. */
export type ProblemError = { pointer: string; code: string; message: string };

/** As many as somebody mends in one go; an answer may not grow with what was sent. */
const toldAtMost = 50;
/** Longer than any field of ours. */
const longestPointer = 200;

/** What a schema found wrong, each with a JSON pointer into the body: the first fifty, and how many more there are. */
export const errorsOf = (error: z.ZodError): ProblemError[] => {
  const all = allIn(error);
  const told = all
    .slice(0, toldAtMost)
    .map(({ pointer, ...said }) => ({ pointer: pointer.slice(0, longestPointer), ...said }));
  const more = all.length - told.length;
  return more === 0
    ? told
    : [...told, { pointer: '', code: 'more-errors', message: `${more} more of them are not listed` }];
};

const allIn = (error: z.ZodError): ProblemError[] =>
  error.issues.flatMap((issue) => {
    const at = (path: readonly PropertyKey[]) =>
      path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
    return issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({
          pointer: at([...issue.path, key]),
          code: 'unknown-field',
          message: 'There is no such field',
        }))
      : [{ pointer: at(issue.path), code: issue.code.replaceAll('_', '-'), message: issue.message }];
  });
