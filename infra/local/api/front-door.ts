import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Functions } from '../functions/functions.ts';
import { answerOf, late, tooLarge, unknownRoute, type Answer } from './http-answer.ts';
import { httpEvent } from './http-event.ts';
import type { Api } from '../template/read-api.ts';
import { routeFor } from './route.ts';
import { tokenCheck } from './token-check.ts';

/** The HTTP API at its local address. Until `serve` says what is behind it, it answers 503. */
export type FrontDoor = {
  url: string;
  serve: (api: Api, functions: Functions, now: () => number) => void;
  close: () => Promise<void>;
};

/** What an HTTP API takes and how long it waits: 10 MB, 29 seconds. */
const largest = 10 * 1024 * 1024;
const patience = 29_000;

const bodyOf = async (request: IncomingMessage): Promise<Buffer | 'too large'> => {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size <= largest) parts.push(part);
  }
  return size > largest ? 'too large' : Buffer.concat(parts);
};

/** The answer, or 503 when it takes longer than an HTTP API waits. */
const inTime = async (answer: Promise<Answer>): Promise<Answer> => {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<Answer>((resolve) => {
    timer = setTimeout(() => resolve(late), patience);
  });
  return Promise.race([answer, timeout]).finally(() => clearTimeout(timer));
};

type Gateway = (request: IncomingMessage) => Promise<Answer>;

const gateway = (api: Api, functions: Functions, now: () => number): Gateway => {
  const check = tokenCheck(now);
  return async (request) => {
    const { method = 'GET', url = '/', headers } = request;
    const body = await bodyOf(request);
    if (body === 'too large') return tooLarge;
    const match = routeFor(api.routes, method, url.split('?')[0] ?? '/');
    if (!match) return unknownRoute;
    const { guard } = match.route;
    const checked = guard && (await check(guard, headers.authorization));
    if (checked && 'refused' in checked) return checked.refused;

    const sourceIp = request.socket.remoteAddress ?? '127.0.0.1';
    const event = httpEvent(
      api.id,
      { method, url, headers, body, sourceIp },
      match,
      checked?.bearer,
      new Date(now()),
    );
    return inTime(functions.invoke(match.route.function, event).then(answerOf));
  };
};

const write = (
  response: ServerResponse,
  { status, headers, body }: Answer,
  method: string | undefined,
): void => {
  response.writeHead(status, { ...headers, 'content-length': body.length });
  response.end(method === 'HEAD' ? undefined : body);
};

const notYet: Gateway = async () => late;

/** Listens on 127.0.0.1 (port 0 takes any free one). */
export const openFrontDoor = async (port: number): Promise<FrontDoor> => {
  let answer = notYet;
  const server = createServer((request, response) => {
    answer(request)
      .then((found) => write(response, found, request.method))
      .catch(() => response.destroy());
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE' ? new Error(`port ${port} is taken; choose another with --port`) : error,
      ),
    );
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    serve: (api, functions, now) => {
      answer = gateway(api, functions, now);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
