import type { Dice } from '../dice.ts';

/** Everything a carrier can get wrong at the moment of sending; one message meets at most one of them. */
const answerFaults = [
  'refuse',
  'throttle',
  'drop-before-accept',
  'drop-after-accept',
  'error-500-after-accept',
  'hang-after-accept',
] as const;
const receiptFaults = ['receipt-loss', 'receipt-twice', 'undelivered'] as const;
const waits = ['slow', 'receipt-delay'] as const;

export type Answer = 'accept' | (typeof answerFaults)[number];

/** Whether the message is in the ledger, whatever the sender gets to hear. */
export const isAccepted = (answer: Answer): boolean =>
  answer === 'accept' || answer.endsWith('-after-accept');

/** Shares are fractions from 0 to 1, waits are milliseconds. */
export type Faults = Record<(typeof answerFaults | typeof receiptFaults | typeof waits)[number], number>;

/** What lies ahead of one message. */
export type Fate = { answer: Answer; delivered: boolean; receipts: 0 | 1 | 2 };

const names = [...answerFaults, ...receiptFaults, ...waits];
const isOneOf = <Name extends string>(list: readonly Name[], name: string): name is Name =>
  list.some((known) => known === name);

const milliseconds = { ms: 1, s: 1000, m: 60_000 };

const share = (text: string): number | undefined => {
  const percent = /^(\d+(?:\.\d+)?)%$/.exec(text)?.[1];
  return percent === undefined || Number(percent) > 100 ? undefined : Number(percent) / 100;
};

const wait = (text: string): number | undefined => {
  const [, amount, unit] = /^(\d+)(ms|s|m)$/.exec(text) ?? [];
  return unit === undefined ? undefined : Number(amount) * milliseconds[unit as keyof typeof milliseconds];
};

export const noFaults: Faults = Object.fromEntries(names.map((name) => [name, 0])) as Faults;

/**
 * Reads `refuse=1%,slow=200ms`. Shares are percentages up to 100 %, waits are `ms`, `s` or `m`.
 * Text that cannot be read comes back as one sentence that names the bad part.
 */
export const readFaults = (text: string): Faults | { problem: string } => {
  const faults = { ...noFaults };
  const seen = new Set<string>();
  for (const part of text.split(',').map((piece) => piece.trim())) {
    if (part === '') continue;
    const [name = '', value = ''] = part.split('=', 2).map((side) => side.trim());
    if (!isOneOf(names, name)) return { problem: `"${part}" is not a fault: known are ${names.join(', ')}.` };
    if (seen.has(name)) return { problem: `"${part}" names ${name} a second time.` };
    seen.add(name);
    const amount = isOneOf(waits, name) ? wait(value) : share(value);
    if (amount === undefined) {
      const example = isOneOf(waits, name) ? 'a wait such as 200ms, 2s or 1m' : 'a share from 0% to 100%';
      return { problem: `"${part}" needs ${example} after the equals sign.` };
    }
    faults[name] = amount;
  }
  for (const group of [answerFaults, ['receipt-loss', 'receipt-twice'] as const]) {
    if (group.reduce((sum, name) => sum + faults[name], 0) > 1 + 1e-9)
      return { problem: `"${text}" gives ${group.join(', ')} more than 100% together.` };
  }
  return faults;
};

const firstUnder = <Name extends string>(
  throwOf: number,
  list: readonly Name[],
  faults: Record<Name, number>,
) => {
  let edge = 0;
  return list.find((name) => throwOf < (edge += faults[name]));
};

/** Throws for one message. Always three throws, so that a change of one share moves nothing else. */
export const drawFate = (dice: Dice, faults: Faults): Fate => {
  const answer = firstUnder(dice(), answerFaults, faults) ?? 'accept';
  const delivered = dice() >= faults.undelivered;
  const told = firstUnder(dice(), ['receipt-loss', 'receipt-twice'], faults);
  return { answer, delivered, receipts: told === 'receipt-loss' ? 0 : told === 'receipt-twice' ? 2 : 1 };
};
