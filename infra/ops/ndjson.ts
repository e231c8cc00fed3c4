import { createInterface } from 'node:readline';

/** Answers each line of stdin with a line on stdout; exit status 1 if any line was refused. */
export const answerEachLine = async (
  answer: (line: unknown) => { value: unknown; ok: boolean },
): Promise<void> => {
  let allWell = true;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (line.trim() === '') continue;
    const { value, ok } = answerLine(line, answer);
    process.stdout.write(`${JSON.stringify(value)}\n`);
    allWell &&= ok;
  }
  if (!allWell) process.exitCode = 1;
};

const answerLine = (line: string, answer: (line: unknown) => { value: unknown; ok: boolean }) => {
  try {
    return answer(JSON.parse(line));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { value: { error: 'malformed-json', detail: error.message }, ok: false };
  }
};
