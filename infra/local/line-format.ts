import type { FunctionLine, Step } from './functions/function-line.ts';

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

type Colour = 'dim' | 'green' | 'yellow' | 'red';
const codes: Record<Colour, number> = { dim: 2, green: 32, yellow: 33, red: 31 };

/** Puts a colour around a text, for a terminal. */
export type Paint = (colour: Colour, text: string) => string;
export const inColour: Paint = (colour, text) => `\u001B[${codes[colour]}m${text}\u001B[0m`;
export const plain: Paint = (_, text) => text;

const colourOf = ({ level = 'info' }: Step): Colour => {
  if (/error|fatal/i.test(level)) return 'red';
  return /warn/i.test(level) ? 'yellow' : 'green';
};

/** What a step was about, the most telling first. */
const subject = ({ dossier, notification, event, ward }: Step): string =>
  dossier ?? notification ?? event ?? ward ?? '';

/**
 * One line for the page: the time at the ward, the dossier, the step, the outcome. Metrics have none. `now` is for lines
 * that do not say when.
 */
export const lineOf = (line: FunctionLine, now: Date, paint: Paint): string | undefined => {
  if (line.is === 'metrics') return undefined;
  const stepAt = line.is === 'step' && line.step.at !== undefined ? new Date(line.step.at) : now;
  const time = paint('dim', clock.format(Number.isNaN(stepAt.getTime()) ? now : stepAt));
  if (line.is === 'text') return `${time}  ${paint('dim', `${line.function}:`)} ${line.text}`;
  const { step } = line;
  const because = step.reason === undefined ? '' : `  ${paint('dim', step.reason)}`;
  const count = step.count === undefined ? '' : ` ${step.count}`;
  return `${time}  ${subject(step).padEnd(22)}  ${step.step.padEnd(8)}  ${paint(colourOf(step), step.outcome)}${count}${because}`;
};
