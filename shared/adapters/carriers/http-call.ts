import { readUtf8 } from '../../domain/values/wire/read-utf8.ts';
import { Agent as HttpAgent, type ClientRequest, type IncomingMessage, request as http } from 'node:http';
import { Agent as HttpsAgent, request as https } from 'node:https';

/**
 * How one request ended. `never-left` is sure: no connection was made, so not a byte of the message is out. `lost` is a
 * doubt: the gateway may have read it.
 */
export type HttpAnswer =
  | { is: 'answer'; status: number; retryAfter?: number; body: string }
  | { is: 'never-left' | 'lost'; why: string };

/** Posted, unless it says otherwise; a GET has no body. */
export type HttpQuestion = {
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string;
  method?: 'GET' | 'POST';
};

type Patience = Readonly<Record<'connect' | 'answer', number>>;

/** In milliseconds: making a connection, TLS included, and the whole answer after that. */
export const patience: Patience = { connect: 1_000, answer: 3_000 };

/** An answer longer than this is none of ours; it is not read on. */
const longestAnswer = 64 * 1024;

/**
 * No connection is kept: one that died while Lambda slept is noticed only after the message was written to it, and
 * would be a doubt each time. A handshake a message is the cheaper price.
 */
const agents = {
  'http:': new HttpAgent({ keepAlive: false, maxSockets: 50 }),
  'https:': new HttpsAgent({ keepAlive: false, maxSockets: 50 }),
};

/** A failure's code if Node gave it one. Its message could quote what was sent. */
const codeOf = (error: Error): string => (error as NodeJS.ErrnoException).code ?? error.name;

const retryAfterIn = ({ headers }: IncomingMessage): number | undefined => {
  const seconds = Number(headers['retry-after'] ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
};

/** Asks once and never again, follows no redirect, and does not throw. */
export const httpCall = (
  question: HttpQuestion,
  { connect, answer }: Patience = patience,
): Promise<HttpAnswer> =>
  new Promise((settle) => {
    const { url, headers, body, method = 'POST' } = question;
    const { protocol } = new URL(url);
    const secure = protocol === 'https:';
    let connected = false;
    let timer: NodeJS.Timeout | undefined;
    let asked: ClientRequest;

    const end = (result: HttpAnswer): void => {
      clearTimeout(timer);
      settle(result);
      asked.destroy();
    };
    const fail = (why: string): void => end({ is: connected ? 'lost' : 'never-left', why });
    const within = (milliseconds: number, why: string): void => {
      clearTimeout(timer);
      timer = setTimeout(() => fail(why), milliseconds);
    };

    const readWhole = (response: IncomingMessage): void => {
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > longestAnswer) fail('answer-too-long');
        else chunks.push(chunk);
      });
      response.once('error', (error) => fail(codeOf(error)));
      response.once('aborted', () => fail('answer-cut-off'));
      response.once('end', () => {
        const retryAfter = retryAfterIn(response);
        const read = readUtf8(Buffer.concat(chunks));
        end({
          is: 'answer',
          status: response.statusCode ?? 0,
          ...(retryAfter !== undefined && { retryAfter }),
          // Bytes that are no text say nothing; the status still does.
          body: read.ok ? read.text : '',
        });
      });
    };

    asked = (secure ? https : http)(
      url,
      {
        method,
        agent: secure ? agents['https:'] : agents['http:'],
        headers: { ...headers, ...(method === 'POST' && { 'content-length': Buffer.byteLength(body) }) },
      },
      readWhole,
    );
    within(connect, 'connect-timeout');
    asked.once('socket', (socket) => {
      // Until this moment the message waits in memory: not a byte of it is out.
      socket.once(secure ? 'secureConnect' : 'connect', () => {
        connected = true;
        within(answer, 'answer-timeout');
      });
    });
    asked.on('error', (error) => fail(codeOf(error)));
    asked.end(method === 'POST' ? body : undefined);
  });
