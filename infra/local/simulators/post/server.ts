import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { drawFate, type Faults, isAccepted } from '../sms/faults.ts';
import type { Ledger } from '../sms/ledger.ts';
import { objectIn, type Reply } from '../sms/protocol.ts';
import { diceOf } from '../dice.ts';
import {
  type CarrierInterface,
  carrierInterfaces,
} from '../../../../shared/domain/post/partner/carrier-interfaces.ts';
import { type Depot, openDepot, type PostalLine, type PostalOrder } from './depot.ts';
import { ems } from './ems.ts';
import { ghn } from './ghn.ts';
import { ghtk } from './ghtk.ts';
import { myVnPost } from './myvnpost.ts';
import type { Ordering, PostalProtocol } from './protocol.ts';
import { viettelPost } from './viettel-post.ts';
import { vnPostPublicPost } from './vnpost-public-post.ts';
import { type CallbackPlace, webhooksTo } from './webhooks.ts';

export type Postal = { url: string; close(): Promise<void> };

const carriersSimulated = {
  'vnpost-public-post': vnPostPublicPost,
  myvnpost: myVnPost,
  ghn,
  'viettel-post': viettelPost,
  ghtk,
  ems,
} as const satisfies Record<CarrierInterface, () => PostalProtocol>;

const everyProtocol = (): PostalProtocol[] => Object.values(carriersSimulated).map((begin) => begin());

/**
 * Takes orders as every postal carrier we know takes them, and gets wrong what it is told to get wrong. Nothing moves by
 * itself: `POST /scans` makes a carrier scan a parcel, and it is told of as the carrier tells of it.
 */
export const startPostal = async (options: {
  port: number;
  ledger: Ledger<PostalLine>;
  faults: Faults;
  seed: string;
  callbacks?: CallbackPlace;
}): Promise<Postal> => {
  const { port, ledger, faults, seed, callbacks } = options;
  const depot: Depot = await openDepot(ledger);
  const protocols = everyProtocol();
  const webhooks = callbacks && webhooksTo(callbacks);
  const tries = new Map<string, number>();

  const order = async (
    protocol: PostalProtocol,
    asked: Ordering,
    response: ServerResponse,
  ): Promise<void> => {
    const key = `${protocol.name}\n${asked.reference}`;
    const earlier = tries.get(key) ?? 0;
    tries.set(key, earlier + 1);
    const fate = drawFate(diceOf(seed, key, earlier), faults);
    const known = depot.named(protocol.name, asked.reference);
    let answer: Reply | undefined;
    if (fate.answer === 'refuse') answer = protocol.refused;
    else if (fate.answer === 'throttle') answer = protocol.busy;
    else if (known && asked.known) answer = asked.known(known);
    else if (isAccepted(fate.answer))
      answer = asked.taken(await depot.take(protocol.name, asked.reference, asked.cod));
    await pause(faults.slow);
    switch (fate.answer) {
      case 'accept':
      case 'refuse':
      case 'throttle':
        return reply(response, answer!);
      case 'error-500-after-accept':
        return reply(response, { status: 500, type: 'text/html', body: '<h1>Internal Server Error</h1>' });
      case 'drop-before-accept':
      case 'drop-after-accept':
        response.destroy();
        return;
      case 'hang-after-accept': // whoever asked has to give up by itself
    }
  };

  /** `{carrier, reference | number, code, at?, returning?}`: the carrier scans a parcel, and says so. */
  const scan = async (body: string, response: ServerResponse): Promise<void> => {
    const { carrier, reference, number, code, at, returning } = objectIn(body) ?? {};
    const name = carrierInterfaces.find((known) => known === carrier);
    const parcel: PostalOrder | undefined =
      name && (depot.named(name, String(reference)) ?? depot.numbered(name, String(number)));
    if (!name || !parcel || typeof code !== 'string')
      return reply(response, { status: 404, type: 'text/plain', body: '' });
    const when = typeof at === 'string' ? new Date(at) : new Date();
    const made = await depot.scan(parcel, { code, at: when.toISOString(), returning: returning === true });
    const told = protocols.find((protocol) => protocol.name === name)?.webhook?.(parcel, made);
    const fate = drawFate(diceOf(seed, made.id), faults);
    if (told) webhooks?.tell(name, told, fate.receipts);
    return reply(response, { status: 200, type: 'application/json', body: JSON.stringify(made) });
  };

  const answer = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams: query } = new URL(incoming.url ?? '/', 'http://postal');
    const say = (value: unknown) =>
      reply(response, { status: 200, type: 'application/json', body: JSON.stringify(value) });
    if (pathname === '/health') return say({ status: 'ok' });
    if (pathname === '/ledger') return say(await ledger.after(Number(query.get('after') ?? 0)));
    const { method = 'GET', headers } = incoming;
    const body = await text(incoming);
    if (method === 'POST' && pathname === '/scans') return scan(body, response);
    const protocol = protocols.find(({ prefix }) => pathname.startsWith(`${prefix}/`));
    if (!protocol) return reply(response, { status: 404, type: 'text/plain', body: '' });
    const path = pathname.slice(protocol.prefix.length);
    const said = await protocol.answer({ method, path, query, headers, body }, depot);
    return 'reply' in said ? reply(response, said.reply) : order(protocol, said, response);
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((reason: unknown) => {
      process.stderr.write(`postal: ${String(reason)}\n`);
      response.destroy();
    });
  });
  await new Promise<void>((ready, failed) => server.once('error', failed).listen(port, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      webhooks?.close();
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
      await ledger.close();
    },
  };
};

const reply = (response: ServerResponse, { status, type, body }: Reply): void =>
  void response.writeHead(status, { 'content-type': type }).end(body);
