import type { PrintedLetter } from '../../domain/letter/press.ts';

/** The compiler may name what it lacks a few letters at a time. */
const attempts = 5;

/** Prints a paper that has to be printed whole: letters that the type lacks are marked, and said to be. */
export const printMarked = <Paper>(
  paper: Paper,
  print: (paper: Paper) => PrintedLetter,
  marked: (paper: Paper, lost: readonly string[]) => Paper,
): PrintedLetter => {
  const lost: string[] = [];
  let printed = print(paper);
  for (let again = 0; !printed.ok && again < attempts; again += 1) {
    lost.push(...printed.missing);
    printed = print(marked(paper, lost));
  }
  return printed;
};
