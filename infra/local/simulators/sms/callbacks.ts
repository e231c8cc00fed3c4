import { setTimeout as pause } from 'node:timers/promises';
import type { SmsCarrierName } from '../../../../shared/adapters/carriers/sms/names.ts';
import type { Receipts } from './receipts.ts';
import { type CallbackOptions, type Outgoing, type Report, reportsOf } from './reports.ts';

/** Sends reports until they are taken, at most six times as eSMS does; a lost one is a line on standard error. */
const callbacks = (report: Report, delay: number): Receipts => {
  const ended = new AbortController();
  const send = async ({ url, init }: Outgoing): Promise<void> => {
    for (let tries = 0; tries < 6 && !ended.signal.aborted; tries += 1) {
      const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(10_000) }).catch(
        () => undefined,
      );
      await answer?.text();
      if (answer?.ok) return;
      await pause(Math.min(100 * 2 ** tries, 2000));
    }
    if (!ended.signal.aborted) process.stderr.write(`carrier: a report to ${new URL(url).origin} is lost\n`);
  };
  return {
    owe: (entry, { delivered, receipts }, dice, message) => {
      const outgoing = report(entry, delivered, dice, message);
      if (outgoing === undefined) return;
      setTimeout(() => {
        for (let copy = 0; copy < receipts; copy += 1) void send(outgoing);
      }, delay);
    },
    close: () => ended.abort(),
  };
};

/** What carriers report by calling back, to where the options say. */
export const callbacksTo = (options: CallbackOptions): Partial<Record<SmsCarrierName, Receipts>> =>
  Object.fromEntries(
    Object.entries(reportsOf(options)).flatMap(([name, report]) =>
      report === undefined ? [] : [[name, callbacks(report, options.delay)]],
    ),
  );
