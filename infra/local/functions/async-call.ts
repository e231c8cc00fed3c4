import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Outcome } from '../template/environment.ts';
import type { Functions } from './functions.ts';
import { arn } from '../place.ts';

/** Puts a text into a queue, by the queue's name. */
export type Send = (queue: string, body: string) => Promise<void>;

/** The document that a function's on-failure destination gets. */
const failureDocument = (name: string, event: unknown, tries: number, outcome: Outcome, now: Date) => ({
  version: '1.0',
  timestamp: now.toISOString(),
  requestContext: {
    requestId: randomUUID(),
    functionArn: `${arn('lambda', `function:${name}`)}:$LATEST`,
    condition: 'RetriesExhausted',
    approximateInvokeCount: tries,
  },
  requestPayload: event,
  responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
  responsePayload: outcome.is === 'failed' ? outcome.fault : null,
});

export type AsyncPorts = {
  functions: Functions;
  send: Send;
  signal: AbortSignal;
  onTrouble: (where: string, error: unknown) => void;
  /** Milliseconds before the first retry; the second waits twice as long. */
  pause?: number;
};

/**
 * Lambda's asynchronous invocation: the caller does not wait, a failure is tried again as often as the function says,
 * and the last one is told to its queue. The waits are short here (on Lambda one and two minutes).
 */
export const asyncCaller = ({ functions, send, signal, onTrouble, pause = 250 }: AsyncPorts) => {
  const call = async (name: string, event: unknown): Promise<void> => {
    const { retries, onFailure, deadLetters } = functions.named(name);
    for (let tries = 1; ; tries += 1) {
      const outcome = await functions.invoke(name, event);
      if (outcome.is === 'result' || signal.aborted) return;
      if (tries > retries) {
        if (deadLetters !== undefined) await send(deadLetters, JSON.stringify(event));
        if (onFailure !== undefined)
          await send(onFailure, JSON.stringify(failureDocument(name, event, tries, outcome, new Date())));
        return;
      }
      await wait(pause * tries, undefined, { ref: false });
    }
  };

  return (name: string, event: unknown): void => {
    call(name, event).catch((error: unknown) => onTrouble(name, error));
  };
};
