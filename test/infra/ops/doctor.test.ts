import { describe, expect, it } from 'vitest';
import { type Step, walkStreet } from '../../../infra/ops/doctor/walk-street.ts';
import { type Instant, plus } from '../../../shared/domain/values/instant.ts';

const nine = '2026-03-02T02:00:00.000Z' as Instant;
const decided = { decidedAt: nine, told: ['n'] };
const told = (state: string, more: object = {}) => ({
  id: 'n',
  channel: 'sms',
  state,
  to: '010*****01',
  text: 'x',
  parts: 1,
  template: 't',
  createdAt: nine,
  dueAt: nine,
  attempts: 1,
  ...more,
});

/** A Báo Tin that answers like this, where it does not answer well; its dossier changes each time it is asked for. */
const aPlace = (
  wrong: Record<string, () => Response> = {},
  story: { event?: object; notifications?: object[] }[] = [
    {},
    { event: decided, notifications: [told('sending')] },
    { event: decided, notifications: [told('delivered')] },
  ],
) => {
  let now = nine;
  let looks = 0;
  const reported: { dossierCode: string; applicant: { phone: string } }[] = [];
  const answer = (path: string, init?: RequestInit): Response => {
    if (wrong[path]) return wrong[path]();
    if (path === '/health') return Response.json({ status: 'ok' });
    if (path.endsWith('openid-configuration'))
      return Response.json({ issuer: 'https://b', jwks_uri: 'https://b/.well-known/jwks.json' });
    if (path.endsWith('jwks.json')) return Response.json({ keys: [{}] });
    if (path === '/v1/worklist') return Response.json({});
    if (path === '/v1/status-events') {
      reported.push(...(JSON.parse(init!.body as string) as { events: typeof reported }).events);
      return Response.json({ results: [{ outcome: 'accepted' }] });
    }
    const { event = {}, notifications = [] } = story[Math.min((looks += 1), story.length) - 1]!;
    const [{ dossierCode }] = reported as [(typeof reported)[0]];
    return Response.json({
      dossierCode,
      events: [{ eventId: 'e', status: 'completed', occurredAt: nine, ...event }],
      notifications,
      acts: [],
      letters: [],
      journeys: [],
    });
  };
  const ask = async (path: string, init?: RequestInit) => answer(path, init);
  const walk = async (): Promise<Step[]> => {
    const steps: Step[] = [];
    const pause = async (milliseconds: number) => void (now = plus(now, milliseconds));
    for await (const step of walkStreet({ open: ask, signedIn: ask, clock: () => now, pause }))
      steps.push(step);
    return steps;
  };
  return { walk, reported };
};

const all = [
  'the door answers',
  'the issuer names its keys',
  'a machine gets a token and is let in',
  'a report is accepted',
  'it is decided',
  'the message is delivered',
];

describe('the doctor who walks the street after a deployment', () => {
  it('takes one message to a number that is nobody’s, and says each step', async () => {
    const { walk, reported } = aPlace();
    const steps = await walk();
    expect(steps.map(({ what }) => what)).toEqual(all);
    expect(steps.filter(({ is }) => is !== 'good')).toEqual([]);
    expect(reported).toMatchObject([{ dossierCode: 'THU-260302020000', applicant: { phone: '0100000001' } }]);
  });

  it.each<[string, Parameters<typeof aPlace>, number, RegExp]>([
    ['the door is shut', [{ '/health': () => new Response('', { status: 403 }) }], 1, /403.*certificate/],
    [
      'the key is disabled',
      [{ '/.well-known/jwks.json': () => Response.json({ keys: [] }) }],
      2,
      /serve-discovery/,
    ],
    [
      'the credentials are wrong',
      [
        {
          '/v1/worklist': () => {
            throw new Error('does not accept these credentials');
          },
        },
      ],
      3,
      /does not accept.*issue-token/,
    ],
    [
      'the table is throttled',
      [{ '/v1/status-events': () => Response.json({ results: [{ outcome: 'rejected' }] }) }],
      4,
      /rejected.*accept-status/,
    ],
    ['nobody decides', [{}, [{}]], 5, /not within 150 s.*decide-notifications/],
    ['nobody sends', [{}, [{ event: decided, notifications: [told('queued')] }]], 6, /queued.*send-sms/],
    [
      'nobody is told',
      [{}, [{ event: { decidedAt: nine, silent: 'not-worth-telling' } }]],
      6,
      /not-worth-telling/,
    ],
    [
      'the carrier refuses',
      [{}, [{ event: decided, notifications: [told('failed', { reason: 'sandbox' })] }]],
      6,
      /failed: sandbox/,
    ],
  ])('stops where it goes wrong and says where to look: %s', async (_, [wrong, story], count, look) => {
    const steps = await aPlace(wrong, story).walk();
    expect(steps.map(({ what }) => what)).toEqual(all.slice(0, count));
    expect(steps.map(({ is }) => is)).toEqual([...all.slice(1, count).map(() => 'good'), 'bad']);
    expect(steps.at(-1)!.look).toMatch(look);
  });

  it('waits for nobody’s night: a message that may not ring yet is no fault', async () => {
    const waits = { event: decided, notifications: [told('queued', { dueAt: plus(nine, 3_600_000) })] };
    expect((await aPlace({}, [waits]).walk()).at(-1)).toMatchObject({
      is: 'waits',
      look: expect.stringContaining('ask then') as string,
    });
  });
});
