import { mkdtemp } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { callbacksTo } from '../../infra/local/simulators/sms/callbacks.ts';
import { noFaults, readFaults } from '../../infra/local/simulators/sms/faults.ts';
import { type Entry, openLedger } from '../../infra/local/simulators/sms/ledger.ts';
import { startCarrier } from '../../infra/local/simulators/sms/server.ts';

/** The carrier simulator in this process, for one test, with what it wrote down. */
export const aSimulator = async (faults = '', callbacks?: { base?: string; eventsQueue?: string }) => {
  const read = readFaults(faults);
  if ('problem' in read) throw new Error(read.problem);
  const ledger = await openLedger(join(await mkdtemp(join(tmpdir(), 'carrier-')), 'ledger.ndjson'));
  const carrier = await startCarrier({
    port: 0,
    ledger,
    faults: { ...noFaults, ...read },
    seed: '1',
    ...(callbacks && {
      receipts: callbacksTo({
        base: callbacks.base,
        ...(callbacks.eventsQueue !== undefined && {
          events: () => ({ queue: callbacks.eventsQueue!, raw: false }),
        }),
        secret: 'simulated',
        zalo: { appId: 'simulated-app', secret: 'simulated-secret' },
        delay: 0,
      }),
    }),
  });
  onTestFinished(() => carrier.close());
  return { url: carrier.url, ledger: (): Promise<Entry[]> => ledger.after(0) };
};

/** A server that says what it is told to, for answers the simulator never gives. */
export const aServer = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(
    () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  );
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

/** A server that answers every request with this. */
export const answering = (status: number, body: unknown): Promise<string> =>
  aServer((_, response) => response.writeHead(status).end(JSON.stringify(body)));

/** A server that gives every request this answer, and keeps what it was asked. */
export const recording = async (answer: unknown) => {
  const bodies: string[] = [];
  const url = await aServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      body += chunk;
    });
    request.once('end', () => {
      bodies.push(body);
      response.end(JSON.stringify(answer));
    });
  });
  return { url, bodies };
};

/** An address where nobody listens. */
export const nobodyThere = 'http://127.0.0.1:9';
