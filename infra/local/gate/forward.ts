import { connect, type Socket } from 'node:net';
import { refusalOf, written } from './refusal.ts';
import type { Request } from './requests.ts';

/** The way of one connection to the engines behind the gate. */
export type Forward = {
  /** Hands a request on as it came; with `hides`, a missing file is answered as one that may not be read. */
  send: (to: string, request: Request, hides: boolean) => void;
};

const missing = (method: string): string =>
  written(refusalOf('s3', { code: 'AccessDenied', message: 'Access Denied' }), method !== 'HEAD');

/** Where the bytes of an answer that is not handed on end. */
const lengthOf = (chunk: Buffer, method: string): number => {
  const head = chunk.indexOf('\r\n\r\n') + 4;
  const length = /\r\ncontent-length: *(\d+)/i.exec(chunk.toString('latin1', 0, head))?.[1] ?? '0';
  return head + (method === 'HEAD' ? 0 : Number(length));
};

/**
 * A connection for each engine, which ends when the caller's ends and ends the caller's when it does: a caller meets a lost
 * connection here just as it would without a gate.
 */
export const forward = (client: Socket): Forward => {
  const engines = new Map<string, { socket: Socket; hide: (method: string | undefined) => void }>();

  const open = (to: string) => {
    const { hostname, port } = new URL(to);
    const socket = connect(Number(port), hostname);
    let hidden: string | undefined;
    let skip = 0;
    const pass = (chunk: Buffer): void => {
      if (skip > 0) {
        skip -= chunk.length;
        return;
      }
      if (hidden !== undefined && chunk.toString('latin1', 0, 12) === 'HTTP/1.1 404') {
        skip = lengthOf(chunk, hidden) - chunk.length;
        client.write(missing(hidden));
      } else client.write(chunk);
      hidden = undefined;
    };
    socket.setNoDelay(true);
    socket
      .on('data', pass)
      .on('end', () => client.end())
      .on('error', () => client.destroy())
      .on('close', () => engines.delete(to));
    const engine = { socket, hide: (method: string | undefined) => void (hidden = method) };
    engines.set(to, engine);
    return engine;
  };

  client.on('close', () => {
    for (const { socket } of engines.values()) socket.destroy();
  });
  return {
    send: (to, { raw, method }, hides) => {
      const engine = engines.get(to) ?? open(to);
      engine.hide(hides ? method : undefined);
      engine.socket.write(raw);
    },
  };
};
