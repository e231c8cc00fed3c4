import type { Socket } from 'node:net';

/** A request as it came, and the bytes it came in. */
export type Request = {
  method: string;
  /** Path and query. */
  url: string;
  /** By their names in small letters. */
  headers: Readonly<Record<string, string>>;
  body: Buffer;
  raw: Buffer;
};

const endOfHead = '\r\n\r\n';
const mostHead = 64 * 1024;

const headIn = (text: string): Pick<Request, 'method' | 'url' | 'headers'> => {
  const [first = '', ...lines] = text.split('\r\n');
  const [method = '', url = ''] = first.split(' ');
  const headers: Record<string, string> = {};
  for (const line of lines) {
    const colon = line.indexOf(':');
    headers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim();
  }
  return { method, url, headers };
};

/**
 * Reads the requests of a connection, one after another and each whole: SDKs say how long a body is, and wait for an answer
 * before they ask again. Whoever asks leave first (`Expect: 100-continue`) is told to go on; a body of unknown length is not
 * read, which `unread` hears.
 */
export const readRequests = (socket: Socket, take: (request: Request) => void, unread: () => void): void => {
  let held: Buffer[] = [];
  let length = 0;
  /** What is known of the request that is coming in. */
  let coming: (Pick<Request, 'method' | 'url' | 'headers'> & { head: number; whole: number }) | undefined;

  const begin = (bytes: Buffer): boolean => {
    const end = bytes.indexOf(endOfHead);
    if (end < 0) return bytes.length > mostHead ? (unread(), false) : false;
    const head = headIn(bytes.toString('latin1', 0, end));
    if (head.headers['transfer-encoding'] !== undefined) return (unread(), false);
    const size = end + endOfHead.length;
    coming = { ...head, head: size, whole: size + Number(head.headers['content-length'] ?? 0) };
    if (head.headers['expect']?.toLowerCase() === '100-continue')
      socket.write('HTTP/1.1 100 Continue\r\n\r\n');
    return true;
  };

  socket.on('data', (chunk: Buffer) => {
    held.push(chunk);
    length += chunk.length;
    if (coming !== undefined && length < coming.whole) return;
    let bytes = held.length === 1 ? chunk : Buffer.concat(held);
    while (bytes.length > 0) {
      if (coming === undefined && !begin(bytes)) break;
      if (coming === undefined || bytes.length < coming.whole) break;
      const { method, url, headers, head, whole } = coming;
      coming = undefined;
      take({ method, url, headers, body: bytes.subarray(head, whole), raw: bytes.subarray(0, whole) });
      bytes = bytes.subarray(whole);
    }
    held = bytes.length > 0 ? [bytes] : [];
    length = bytes.length;
  });
};
