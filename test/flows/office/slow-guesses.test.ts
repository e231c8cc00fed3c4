import { describe, expect, it } from 'vitest';
import { waitAfter } from '../../../shared/domain/office/wrong-secrets.ts';
import type { TokenAnswer } from '../../../shared/flows/office/issue-token.ts';
import { slowGuesses } from '../../../shared/flows/office/slow-guesses.ts';

const aDoor = () => {
  const waits: number[] = [];
  const issue = async ({ clientSecret }: { clientSecret: string }): Promise<TokenAnswer> =>
    clientSecret === 'right'
      ? { ok: true, accessToken: 't', expiresIn: 300, scope: 'ward:read' }
      : { ok: false, error: clientSecret === 'greedy' ? 'invalid_scope' : 'invalid_client' };
  const slowed = slowGuesses(issue, { pause: async (milliseconds) => void waits.push(milliseconds) });
  return { waits, knock: (clientSecret: string, clientId = 'ward-a') => slowed({ clientId, clientSecret }) };
};

describe('a wrong secret', () => {
  it('is answered more and more slowly, and never more slowly than a second', async () => {
    const { waits, knock } = aDoor();
    for (let tries = 0; tries < 12; tries += 1)
      expect(await knock('wrong')).toEqual({ ok: false, error: 'invalid_client' });
    expect(waits).toEqual([0, 0, 0, 125, 250, 500, 1000, 1000, 1000, 1000, 1000, 1000]);
  });

  it('keeps nobody out: the right one is answered at once, and forgives', async () => {
    const { waits, knock } = aDoor();
    for (let tries = 0; tries < 9; tries += 1) await knock('wrong');
    waits.length = 0;
    expect(await knock('right')).toMatchObject({ ok: true });
    expect(waits).toEqual([]);
    await knock('wrong');
    expect(waits).toEqual([0]);
  });

  it('under one name slows no other name', async () => {
    const { waits, knock } = aDoor();
    for (let tries = 0; tries < 9; tries += 1) await knock('wrong');
    waits.length = 0;
    await knock('wrong', 'ward-b');
    expect(waits).toEqual([0]);
  });

  it('is something else than a wish that goes too far', async () => {
    const { waits, knock } = aDoor();
    for (let tries = 0; tries < 9; tries += 1) await knock('greedy');
    expect(waits).toEqual([]);
  });

  it('waits longer with each, from the fourth on', () => {
    const waits = Array.from({ length: 50 }, (_, tries) => waitAfter(tries));
    expect(waits.every((wait, at) => at === 0 || wait >= waits[at - 1]!)).toBe(true);
    expect(waits[3]).toBe(0);
    expect(waits[4]).toBeGreaterThan(0);
  });
});
