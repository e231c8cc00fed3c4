import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { diceOf } from '../dice.ts';
import { type Answer, drawFate, type Faults, isAccepted } from './faults.ts';
import type { Entry, Ledger } from './ledger.ts';
import { countParts } from './parts.ts';
import type { Receipts } from './receipts.ts';
import {
  errorXml,
  internalError,
  publishedXml,
  readPublish,
  refused,
  type SnsError,
  throttled,
} from './wire.ts';

export type Carrier = { url: string; close(): Promise<void> };

/**
 * Takes SMS on the SNS query protocol and gets wrong what it is told to get wrong. What happens to a message hangs on
 * the seed, the phone, the text and how often that text came before, not on who else is sending at the time.
 */
export const startCarrier = async (options: {
  port: number;
  ledger: Ledger;
  faults: Faults;
  seed: string;
  receipts?: Receipts;
}): Promise<Carrier> => {
  const { port, ledger, faults, seed, receipts } = options;
  const tries = new Map<string, number>();
  const answers: Partial<Record<Answer | 'invalid', number>> = {};
  const count = (answer: Answer | 'invalid') => {
    answers[answer] = (answers[answer] ?? 0) + 1;
  };

  const publish = async (body: string, response: ServerResponse): Promise<void> => {
    const xml = (status: number, content: string): void => {
      response.writeHead(status, { 'content-type': 'text/xml' }).end(content);
    };
    const fail = (error: SnsError) => xml(error.status, errorXml(error));

    const request = readPublish(body);
    if ('code' in request) {
      count('invalid');
      return fail(request);
    }
    const message = `${request.to}\n${request.text}`;
    const earlier = tries.get(message) ?? 0;
    tries.set(message, earlier + 1);
    const dice = diceOf(seed, message, earlier);
    const fate = drawFate(dice, faults);
    count(fate.answer);

    const reference = randomUUID();
    if (isAccepted(fate.answer)) {
      const at = new Date().toISOString();
      const entry: Entry = { at, carrier: 'sns', ...request, parts: countParts(request.text), reference };
      await ledger.append(entry);
      receipts?.owe(entry, fate, dice);
    }
    await pause(faults.slow);

    switch (fate.answer) {
      case 'accept':
        return xml(200, publishedXml(reference));
      case 'refuse':
        return fail(refused);
      case 'throttle':
        return fail(throttled);
      case 'error-500-after-accept':
        return fail(internalError);
      case 'drop-before-accept':
      case 'drop-after-accept':
        response.destroy();
        return;
      case 'hang-after-accept': // the sender has to give up by itself
    }
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<unknown> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://carrier');
    const json = (value: unknown) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));

    if (request.method === 'POST' && pathname === '/') return publish(await text(request), response);
    if (pathname === '/health') return json({ status: 'ok', answers });
    if (pathname === '/ledger') return json(await ledger.after(Number(searchParams.get('after') ?? 0)));
    return response.writeHead(404).end();
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((reason: unknown) => {
      process.stderr.write(`carrier: ${String(reason)}\n`);
      response.destroy();
    });
  });
  server.keepAliveTimeout = 120_000; // senders reuse connections; closing one under them would look like a fault
  await new Promise<void>((ready, failed) => server.once('error', failed).listen(port, '127.0.0.1', ready));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      receipts?.close();
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
      await ledger.close();
    },
  };
};
