import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { httpCall } from '../../../shared/adapters/carriers/http-call.ts';
import { withoutWords } from '../../../shared/adapters/carriers/sms/verdict.ts';
import { answering, aServer } from '../../support/carrier-simulator.ts';

const question = (url: string) => ({ url, headers: {}, body: '{"SecretKey":"secret-1"}' });

/** Takes connections and never says a word, as a gateway behind a broken proxy does. */
const aSilentListener = async (): Promise<number> => {
  const server = createServer((socket) => socket.resume().on('error', () => undefined));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
};

describe('asking a gateway', () => {
  it('reads the answer', async () => {
    const url = await answering(202, { ok: true });
    expect(await httpCall(question(url))).toEqual({ is: 'answer', status: 202, body: '{"ok":true}' });
  });

  it('goes nowhere else, whatever the answer points to', async () => {
    let visited = 0;
    const elsewhere = await aServer((_, response) => {
      visited += 1;
      response.end('{}');
    });
    const url = await aServer((_, response) => {
      response.writeHead(302, { location: elsewhere }).end();
    });
    await httpCall(question(url));
    expect(visited).toBe(0);
  });

  it('is sure that nothing left while no secure connection stands', async () => {
    const port = await aSilentListener();
    const patience = { connect: 100, answer: 5000 };
    expect(await httpCall(question(`https://127.0.0.1:${port}/`), patience)).toEqual({
      is: 'never-left',
      why: 'connect-timeout',
    });
  });

  it('is sure that nothing left when the name leads nowhere', async () => {
    expect(await httpCall(question('http://gateway.invalid/'))).toMatchObject({ is: 'never-left' });
  });

  it('doubts when the connection stood and nothing came', async () => {
    const port = await aSilentListener();
    const patience = { connect: 5000, answer: 100 };
    expect(await httpCall(question(`http://127.0.0.1:${port}/`), patience)).toEqual({
      is: 'lost',
      why: 'answer-timeout',
    });
  });

  it('doubts when the answer trickles in beyond all patience', async () => {
    const url = await aServer((_, response) => {
      const timer = setInterval(() => response.write('.'), 20);
      response.once('close', () => clearInterval(timer));
    });
    const patience = { connect: 5000, answer: 200 };
    expect(await httpCall(question(url), patience)).toEqual({ is: 'lost', why: 'answer-timeout' });
  });

  it('doubts when the answer is cut off or never ends', async () => {
    const cut = await aServer((_, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('{"CodeResult"', () => response.destroy());
    });
    expect(await httpCall(question(cut))).toMatchObject({ is: 'lost' });
    const endless = await aServer((_, response) => void response.end('x'.repeat(100_000)));
    expect(await httpCall(question(endless))).toEqual({ is: 'lost', why: 'answer-too-long' });
  });

  it('sends to no other address than the one it was given', async () => {
    let asked = 0;
    const elsewhere = await aServer((_, response) => {
      asked += 1;
      response.end();
    });
    const url = await aServer((_, response) => response.writeHead(307, { location: elsewhere }).end());
    expect(await httpCall(question(url))).toMatchObject({ is: 'answer', status: 307 });
    expect(asked).toBe(0);
  });
});

describe('an answer without words', () => {
  it.each([
    [400, 'refused'],
    [401, 'busy'],
    [403, 'busy'],
    [404, 'busy'],
    [408, 'unknown'],
    [422, 'refused'],
    [429, 'busy'],
    [200, 'unknown'],
    [302, 'unknown'],
    [500, 'unknown'],
    [502, 'unknown'],
    [503, 'unknown'],
    [504, 'unknown'],
  ])('of status %i leaves the message %s', (status, outcome) => {
    expect(withoutWords({ is: 'answer', status, body: '' }).outcome).toBe(outcome);
  });

  it('waits as long as the gateway asks, and never less than half a minute', async () => {
    const url = await aServer((_, response) => response.writeHead(429, { 'retry-after': '90' }).end());
    expect(withoutWords(await httpCall(question(url)))).toMatchObject({ retryAfter: 90_000 });
    expect(withoutWords({ is: 'answer', status: 429, retryAfter: 1, body: '' })).toMatchObject({
      retryAfter: 30_000,
    });
  });
});
