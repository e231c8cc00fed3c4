import { createInterface } from 'node:readline';

type Answer = { value: unknown; ok: boolean };

/** Answers each line of stdin with a line on stdout; exit status 1 if any line was refused. */
export const answerEachLine = async (answer: (line: unknown) => Answer | Promise<Answer>): Promise<void> => {
  let allWell = true;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (line.trim() === '') continue;
    const { value, ok } = await answerLine(line, answer);
    process.stdout.write(`${JSON.stringify(value)}\n`);
    allWell &&= ok;
  }
  if (!allWell) process.exitCode = 1;
};

const answerLine = async (
  line: string,
  answer: (line: unknown) => Answer | Promise<Answer>,
): Promise<Answer> => {
  try {
    return await answer(JSON.parse(line));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { value: { error: 'malformed-json', detail: error.message }, ok: false };
  }
};
