import { describe, expect, it, vi } from 'vitest';
import { logWorkRound } from '../../../../shared/adapters/lambda/log/carriers.ts';
import { postalCallback } from '../../../../shared/adapters/lambda/http/postal-callback.ts';
import type { Request } from '../../../../shared/adapters/lambda/http/http.ts';

const aRequest = (body: Buffer, headers: object = {}): Request => ({
  event: {
    headers,
    requestContext: { http: { sourceIp: '203.0.113.7' } },
    body: body.toString('base64'),
    isBase64Encoded: true,
  } as unknown as Request['event'],
  language: 'vi',
  ward: undefined,
  client: undefined,
  path: { partner: 'ems', secret: 'word-1' },
  query: {},
});

const calling = async (
  outcome: 'stranger' | 'kept' | 'known',
  body = Buffer.from('{"to_name":"Nguyễn Thị Hằng"}'),
  headers = {},
) => {
  const lines = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const calls: unknown[] = [];
  const route = postalCallback<undefined>(async (_, called) => {
    calls.push(called);
    return outcome;
  });
  const answer = await route(undefined, aRequest(body, headers));
  return { answer, calls, log: lines.mock.calls.flat().join('\n') };
};

describe('the door at which postal carriers call', () => {
  it('hands on who called, from where, and every byte of what was said', async () => {
    const { calls } = await calling('kept', undefined, { 'ems-transaction': 't-1' });
    expect(calls).toEqual([
      {
        partner: 'ems',
        word: 'word-1',
        address: '203.0.113.7',
        transaction: 't-1',
        body: '{"to_name":"Nguyễn Thị Hằng"}',
      },
    ]);
    const bytes = Buffer.from([0xff, 0xfe, 0x00]);
    expect((await calling('kept', bytes)).calls).toMatchObject([
      { body: `base64:${bytes.toString('base64')}` },
    ]);
  });

  it.each([
    ['kept', 200],
    ['known', 200],
    ['stranger', 404],
  ] as const)('answers %s with %i, counts it, and logs no word of it', async (outcome, status) => {
    const { answer, log } = await calling(outcome);
    expect(answer.status).toBe(status);
    expect(log).toContain(`"post-call-${outcome}":1`);
    expect(log).not.toMatch(/Hằng|word-1/);
  });

  it('does not keep what no parcel’s status is as large as', async () => {
    const { answer, calls } = await calling('kept', Buffer.alloc(100_001, 'a'));
    expect([answer.status, calls]).toEqual([400, []]);
  });
});

describe('what is written down of a round', () => {
  const aRound = {
    orders: [
      { jobId: 'j-1', state: 'standing', stuck: false },
      { jobId: 'j-2', state: 'placing', waits: 'ECONNRESET', stuck: true },
    ],
    claimed: 2,
    givenUp: [],
    heeded: [{ jobId: 'j-3', kind: 'recall-requested', outcome: 'for-a-person' }],
    words: [{ partner: 'ghn', ended: 'stuck', told: [{ is: 'stuck', because: 'ghn-call' }] }],
    told: [
      {
        partner: 'vnpost',
        told: [{ is: 'recorded', outcome: 'RECORDED', note: 'unknown-code' }],
        stopped: 'http-401',
      },
    ],
    failed: [{ partner: 'ems', error: new Error('no account for 0912345678') }],
  };

  it('names jobs, partners and reasons, counts for the alarms, and quotes nobody', () => {
    const lines = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    logWorkRound(aRound);
    const log = lines.mock.calls.flat().map((line) => JSON.parse(String(line)) as Record<string, unknown>);
    expect(log.at(-1)).toMatchObject({
      'carrier-ordered': 1,
      'carrier-stuck': 3,
      'carrier-scans': 1,
      'carrier-unknown-code': 1,
      'carrier-unreachable': 1,
    });
    expect(log).toContainEqual(
      expect.objectContaining({
        step: 'carrier-order',
        outcome: 'placing',
        event: 'j-2',
        reason: 'ECONNRESET',
        level: 'warn',
      }),
    );
    expect(log).toContainEqual(expect.objectContaining({ step: 'carrier-feed', reason: 'vnpost http-401' }));
    expect(JSON.stringify(log)).not.toContain('0912345678');
  });
});
