import { exactJson } from '../../../shared/domain/values/wire/exact-json.ts';
import { linesIn } from '../../../shared/domain/values/wire/lines.ts';

/** The lines of stdin, each as soon as it is whole. */
export async function* linesOfStdin(): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of process.stdin.setEncoding('utf8') as AsyncIterable<string>) {
    const whole = rest + chunk;
    const end = whole.lastIndexOf('\n') + 1;
    rest = whole.slice(end);
    for (const { text } of linesIn(whole.slice(0, end))) yield text;
  }
  for (const { text } of linesIn(rest)) yield text;
}

type Answer = { value: unknown; ok: boolean };

/** Answers each line of stdin with a line on stdout; exit status 1 if any line was refused. */
export const answerEachLine = async (answer: (line: unknown) => Answer | Promise<Answer>): Promise<void> => {
  let allWell = true;
  for await (const line of linesOfStdin()) {
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
    return await answer(exactJson(line));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { value: { error: 'malformed-json', detail: error.message }, ok: false };
  }
};
