import { describe, expect, it } from 'vitest';
import { awaitDiscovery } from '../../../shared/flows/office/await-discovery.ts';

const issuer = 'https://baotin.tinh.example.vn';
const good = { issuer, keys: 1 };
type Answer = typeof good | undefined | Error;

/** Waits on an issuer that answers like this, one after another, and then with its last answer. */
const waiting = async (...answers: Answer[]) => {
  let asked = 0;
  const waits = awaitDiscovery({
    read: async () => {
      const answer = answers[Math.min(asked++, answers.length - 1)];
      if (answer instanceof Error) throw answer;
      return answer;
    },
    pause: async () => undefined,
  });
  return { answers: await waits(issuer, () => asked < 20), asked };
};

describe('a deployment that waits for its issuer', () => {
  it('goes on when three answers in a row are good: each machine learns of a new address by itself', async () => {
    expect(await waiting(good)).toEqual({ answers: true, asked: 3 });
    expect(await waiting(good, good, new Error('404'), good)).toEqual({ answers: true, asked: 6 });
  });

  it.each<[string, Answer]>([
    ['nothing', undefined],
    ['an error', new Error('getaddrinfo ENOTFOUND')],
    ['another issuer’s name', { issuer: 'https://elsewhere.example.vn', keys: 1 }],
    ['no key', { issuer, keys: 0 }],
  ])('gives up when its time is over and it has heard %s', async (_, answer) => {
    expect(await waiting(answer)).toEqual({ answers: false, asked: 20 });
  });
});
