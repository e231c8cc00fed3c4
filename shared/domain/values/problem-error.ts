import type * as z from 'zod';
/** One thing wrong in a body: where (RFC 6901 JSON pointer), a stable code, a sentence. */
export type ProblemError = { pointer: string; code: string; message: string };

/** What a schema found wrong, each with a JSON pointer into the body. */
export const errorsOf = (error: z.ZodError): ProblemError[] =>
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
