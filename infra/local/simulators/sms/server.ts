import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { diceOf } from '../dice.ts';
import { type Answer, drawFate, type Faults, isAccepted } from './faults.ts';
import type { Entry, Ledger } from './ledger.ts';
import { countParts } from './parts.ts';
import type { SmsCarrierName } from '../../../../shared/adapters/carriers/sms/names.ts';
import type { Protocol, Reply, Request } from './protocol.ts';
import { everyProtocol } from './protocols.ts';
import type { Receipts } from './receipts.ts';

export type Carrier = { url: string; close(): Promise<void> };

/**
 * Takes messages as every carrier we know takes them, and gets wrong what it is told to get wrong. What happens to a message hangs on
 * the seed, the phone, the text and how often that text came before, not on who else is sending at the time.
 */
export const startCarrier = async (options: {
  port: number;
  ledger: Ledger;
  faults: Faults;
  seed: string;
  receipts?: Partial<Record<SmsCarrierName, Receipts>>;
}): Promise<Carrier> => {
  const { port, ledger, faults, seed, receipts } = options;
  const protocols = everyProtocol();
  const tries = new Map<string, number>();
  const answers: Partial<Record<Answer | 'invalid', number>> = {};
  const count = (answer: Answer | 'invalid') => {
    answers[answer] = (answers[answer] ?? 0) + 1;
  };

  const take = async (protocol: Protocol, request: Request, response: ServerResponse): Promise<void> => {
    const reply = ({ status, type, body }: Reply): void => {
      response.writeHead(status, { 'content-type': type }).end(body);
    };

    const read = protocol.read(request);
    if ('reply' in read) {
      if (!read.aside) count('invalid');
      return reply(read.reply);
    }
    const { to, text: words, attempt } = read.message;
    const message = `${to}\n${words}`;
    const earlier = tries.get(message) ?? 0;
    tries.set(message, earlier + 1);
    const dice = diceOf(seed, message, earlier);
    const fate = drawFate(dice, faults);
    count(fate.answer);

    const reference = protocol.newReference();
    if (isAccepted(fate.answer)) {
      protocol.taken?.(read.message);
      const at = new Date().toISOString();
      const { name: carrier } = protocol;
      const entry: Entry = { at, carrier, to, text: words, parts: countParts(words), reference };
      await ledger.append(attempt === undefined ? entry : { ...entry, attempt });
      receipts?.[carrier]?.owe(entry, fate, dice, read.message);
    }
    await pause(faults.slow);

    switch (fate.answer) {
      case 'accept':
        return reply(protocol.accepted(reference, read.message));
      case 'refuse':
        return reply(protocol.refused);
      case 'throttle':
        return reply(protocol.throttled);
      case 'error-500-after-accept':
        return reply(protocol.failed);
      case 'drop-before-accept':
      case 'drop-after-accept':
        response.destroy();
        return;
      case 'hang-after-accept': // the sender has to give up by itself
    }
  };

  const answer = async (incoming: IncomingMessage, response: ServerResponse): Promise<unknown> => {
    const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://carrier');
    const say = (value: unknown) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));

    if (pathname === '/health') return say({ status: 'ok', answers });
    if (pathname === '/ledger') return say(await ledger.after(Number(searchParams.get('after') ?? 0)));
    const { method = 'GET', headers } = incoming;
    const request = { method, path: pathname, headers, body: await text(incoming) };
    const protocol = protocols.find(({ hears }) => hears(request));
    return protocol === undefined ? response.writeHead(404).end() : take(protocol, request, response);
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
      for (const each of Object.values(receipts ?? {})) each.close();
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
      await ledger.close();
    },
  };
};
