import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { postalCarriers } from '../../../../shared/adapters/carriers/post/accounts.ts';
import {
  provePostalCall,
  readPostalCallback,
} from '../../../../shared/adapters/carriers/post/callback-routes.ts';
import { hours, type Instant, instantOf, minutes, plus } from '../../../../shared/domain/values/instant.ts';
import { newOrder } from '../../../../shared/domain/post/carrier-orders/carrier-order.ts';
import type { FeedRow, CarrierTold } from '../../../../shared/domain/post/partner/postal-carrier.ts';
import type { CarrierInterface } from '../../../../shared/domain/post/partner/carrier-interfaces.ts';
import { followFeed } from '../../../../shared/flows/post/carriers/follow-feed.ts';
import { receiveCallback } from '../../../../shared/flows/post/carriers/receive-callback.ts';
import { readCallbacks } from '../../../../shared/flows/post/carriers/read-callbacks.ts';
import { recordTold } from '../../../../shared/flows/post/tracking/record-told.ts';
import { workForPartners } from '../../../../shared/flows/post/carriers/work-for-partners.ts';
import { aCarrierPartner, carrierWork, hasTime } from '../../../support/builders/carrier-work.ts';
import { aServer } from '../../../support/carrier-simulator.ts';
import { type Death, mortal } from '../../../support/deaths.ts';
import { aJob, anAcceptedJob, at, permutations, ward } from '../../../support/builders/post.ts';
import { aPostalSimulator, postalWord } from '../../../support/postal-simulator.ts';

const { jobId } = aJob();

type Story = [code: string, at: Instant, returning?: boolean][];
/** What a carrier tells of one parcel, in the order in which it happens, and how the parcel ends. */
const stories: [CarrierInterface, string, Story, string][] = [
  [
    'ghn',
    'delivered after a failed attempt',
    [
      ['picked', at('11:00')],
      ['transporting', at('20:00')],
      ['delivering', at('08:00', 2)],
      ['delivery_fail', at('10:00', 2)],
      ['delivering', at('08:00', 3)],
      ['delivered', at('09:00', 3)],
    ],
    'delivered',
  ],
  [
    'ghn',
    'brought back',
    [
      ['picked', at('11:00')],
      ['delivering', at('08:00', 2)],
      ['delivery_fail', at('10:00', 2)],
      ['waiting_to_return', at('11:00', 2)],
      ['returning', at('08:00', 4)],
      ['returned', at('10:00', 4)],
    ],
    'returned',
  ],
  [
    'viettel-post',
    'brought back under the codes of the way out',
    [
      ['105', at('11:00')],
      ['300', at('20:00')],
      ['500', at('08:00', 2)],
      ['505', at('12:00', 2)],
      ['300', at('20:00', 2), true],
      ['504', at('09:00', 3), true],
    ],
    'returned',
  ],
  [
    'viettel-post',
    'delivered, with a scan of the same second',
    [
      ['200', at('11:00')],
      ['400', at('20:00')],
      ['500', at('08:00', 2)],
      ['501', at('09:00', 2)],
      ['500', at('09:00', 2)],
    ],
    'delivered',
  ],
  [
    'ghtk',
    'delivered and reconciled',
    [
      ['3', at('11:00')],
      ['4', at('08:00', 2)],
      ['45', at('08:30', 2)],
      ['9', at('09:00', 2)],
      ['4', at('08:00', 3)],
      ['5', at('09:00', 3)],
      ['6', at('10:00', 5)],
    ],
    'delivered',
  ],
  [
    'ems',
    'held at the post office',
    [
      ['EMA', at('11:00')],
      ['EMC', at('20:00')],
      ['EMG', at('07:00', 2)],
      ['EDG', at('08:00', 2)],
      ['EMH', at('10:00', 2)],
      ['EDH', at('11:00', 2)],
    ],
    'held-for-pickup',
  ],
  [
    'myvnpost',
    'delivered at the second attempt, the cash told after it',
    [
      ['6', at('11:00')],
      ['10', at('20:00')],
      ['12', at('08:00', 2)],
      ['15', at('10:00', 2)],
      ['12', at('08:00', 3)],
      ['14', at('09:00', 3)],
      ['28', at('18:00', 3)],
    ],
    'delivered',
  ],
];

/** A parcel that stands at its carrier, and an evening on which all has happened. */
const aParcelAt = async (
  via: CarrierInterface,
  start = at('09:30'),
  callbacks?: { base: string; word: string },
) => {
  const simulator = await aPostalSimulator('', callbacks && { callbacks });
  const partner = aCarrierPartner(via);
  const office = await carrierWork(
    [partner],
    (now) => postalCarriers(simulator.accounts, now),
    [aJob({ partner: partner.code })],
    start,
  );
  const round = () => workForPartners(office.work)(hasTime);
  await round();
  const job = async () => (await office.jobs.find({ ward }, jobId))!;
  const { carrierReference: reference = '' } = await job();
  expect((await job()).state).toBe('accepted');
  const prove = provePostalCall(simulator.accounts);
  /** A body as it comes over the wire. */
  const call = (body: string, difference: object = {}) =>
    receiveCallback(office.work)(
      partner.code,
      prove({ partner: partner.code, word: postalWord, address: '203.0.113.7', body, ...difference }),
    );
  const carrier = office.work.carriers(partner.code)!;
  return { ...office, simulator, partner, round, job, reference, call, carrier };
};

/** Everything a carrier's wire says of these scans, read by its adapter: calls byte for byte, or a history. */
const toldOf = async (via: CarrierInterface, story: Story): Promise<CarrierTold[]> => {
  const words: { raw: string; transaction?: string }[] = [];
  const base = await aServer((request, response) => {
    let raw = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      raw += chunk;
    });
    request.once('end', () => {
      const transaction = request.headers['ems-transaction'];
      words.push({ raw, ...(typeof transaction === 'string' && { transaction }) });
      response.end('{}');
    });
  });
  const { simulator, reference, job, carrier } = await aParcelAt(via, at('09:30'), {
    base,
    word: postalWord,
  });
  for (const [code, when, returning = false] of story)
    expect(await simulator.scan({ carrier: via, reference, code, at: when, returning })).toBe(200);
  if (via === 'myvnpost') {
    const { trackingNumber = '' } = await job();
    const history = await carrier.following.asking!.history(reference, { trackingNumber });
    return history.is === 'history' ? history.told : [];
  }
  await expect.poll(() => words.length).toBe(story.length);
  return words.flatMap((word) =>
    readPostalCallback(via, { ...word, id: '', partner: via, from: 'call', heardAt: at('09:30'), tries: 0 }),
  );
};

/** A parcel that stands at its carrier, in memory alone, as often as it is asked for. */
const standingParcels = (via: CarrierInterface, reference: string, trackingNumber: string) => {
  const partner = aCarrierPartner(via);
  const job = anAcceptedJob({ partner: partner.code, trackingNumber, acceptedAt: at('09:30') });
  const order = newOrder(partner.code, job.jobId, reference, at('09:30'));
  const evening = at('18:00', 6);
  return async () => {
    const office = await carrierWork([partner], () => () => undefined, [job], evening);
    await office.orders.open({ ...order, state: 'standing', trackingNumber });
    return { ...office, partner, state: async () => (await office.jobs.find({ ward }, job.jobId))?.state };
  };
};

describe.each(stories)('%s tells of a parcel that is %s', (via, _what, story, end) => {
  it(`and it ends ${end}, in whatever order we hear of it`, async () => {
    const told = await toldOf(via, story);
    expect(told.map(({ is }) => is)).toEqual(story.map(() => 'scan'));
    const [first] = told;
    if (first?.is !== 'scan') throw new Error('no scan');
    const ends = new Set<string | undefined>();
    const aStandingParcel = standingParcels(via, first.reference ?? '', first.event.trackingNumber ?? '');
    let orders = 0;
    for (const order of permutations(told)) {
      orders += 1;
      const { work, partner, state } = await aStandingParcel();
      // The first one comes a second time, after everything else.
      for (const each of [...order, order[0]!]) {
        const ended = await recordTold(work)(partner, each);
        if (ended.is !== 'recorded' || ended.outcome === 'QUARANTINED') ends.add(`${ended.is}!`);
      }
      ends.add(await state());
    }
    expect([...ends]).toEqual([end]);
    expect(orders).toBeGreaterThan(100);
  });
});

describe('MyVNPost, asked after a parcel,', () => {
  it('tells a story that ends the same, in whatever order its lines stand', async () => {
    const [, , story, end] = stories.find(([via]) => via === 'myvnpost')!;
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(story, { minLength: story.length }), async (order) => {
        const { simulator, reference, clock, round, job } = await aParcelAt('myvnpost');
        for (const [code, when] of order)
          await simulator.scan({ carrier: 'myvnpost', reference, code, at: when });
        clock.set(at('18:00', 6));
        const { told } = await round();
        expect(told.map(({ stopped }) => stopped)).toEqual(['end']);
        expect((await job()).state).toBe(end);
      }),
      { numRuns: 25, seed: 3 },
    );
  });

  it('is not asked again before its time', async () => {
    const { clock, round } = await aParcelAt('myvnpost');
    clock.set(plus(clock(), minutes(2)));
    expect((await round()).told).toMatchObject([{ told: [], parcels: 0, stopped: 'not-yet' }]);
    clock.set(plus(clock(), minutes(30)));
    expect((await round()).told).toMatchObject([{ parcels: 1, stopped: 'end' }]);
  });
});

describe('GHN, whose webhook got lost,', () => {
  it('is asked after some hours, and what it logged is taken once', async () => {
    const { simulator, reference, clock, round, job } = await aParcelAt('ghn');
    for (const [code, when] of stories[0]![2])
      await simulator.scan({ carrier: 'ghn', reference, code, at: when });
    clock.set(at('18:00', 6));
    await round();
    expect((await job()).state).toBe('delivered');
    const { revision } = await job();
    clock.set(plus(clock(), hours(7)));
    await round();
    expect((await job()).revision).toBe(revision);
  });
});

describe('a call that is not what it says', () => {
  it.each([
    ['a wrong word', { word: 'another-word-that-nobody-guesses' }, 'stranger'],
    ['a partner nobody works for', { partner: 'dhl' }, 'stranger'],
    ['a partner without a webhook', { partner: 'myvnpost' }, 'stranger'],
    ['the right word', {}, 'kept'],
  ])('with %s is kept or not', async (_what, difference, ended) => {
    const { call } = await aParcelAt('ghn');
    expect(await call('{"OrderCode":"L1"}', difference)).toBe(ended);
  });

  it('with the token of somebody else is a stranger’s, though the word is right', async () => {
    const { call, words } = await aParcelAt('viettel-post');
    expect(await call('{"DATA":{},"TOKEN":"of somebody else"}')).toBe('stranger');
    expect(words.all()).toEqual([]);
  });

  it.each([
    '',
    '{',
    '\u0000\u0001',
    '[1,2]',
    '{"OrderCode":7}',
    'a=b&c=d',
    `{"OrderCode":"${'9'.repeat(50_000)}"}`,
  ])(
    'with bytes that nobody can read is kept for a person, and stops none of the others: %#',
    async (body) => {
      const { call, clock, work, reference, job, words } = await aParcelAt('ghn');
      const number = (await job()).trackingNumber;
      const good = { OrderCode: number, ClientOrderCode: reference, Status: 'picked', Time: at('11:00') };
      await call(body);
      await call(JSON.stringify(good));
      clock.set(at('12:00'));
      expect((await readCallbacks(work)(hasTime)).map(({ ended }) => ended).toSorted()).toEqual([
        'recorded',
        'stuck',
      ]);
      expect((await job()).state).toBe('handed-over');
      expect(words.all().find(({ ended }) => ended === 'stuck')?.word.raw).toBe(body);
    },
  );

  it('a second time with the same bytes is known', async () => {
    const { call } = await aParcelAt('ghtk');
    expect([await call('label_id=S1'), await call('label_id=S1')]).toEqual(['kept', 'known']);
  });
});

describe('a call that comes before we know the parcel', () => {
  it('is read again until the job has the number', async () => {
    const simulator = await aPostalSimulator();
    const partner = aCarrierPartner('ghn');
    const { work, clock, jobs } = await carrierWork([partner], (now) =>
      postalCarriers(simulator.accounts, now),
    );
    const early = { OrderCode: 'L1000', ClientOrderCode: '', Status: 'picked', Time: at('09:31') };
    await work.words.keep({
      id: 'w',
      partner: 'ghn',
      raw: JSON.stringify(early),
      from: 'call',
      heardAt: at('09:30'),
      tries: 0,
    });
    expect(await readCallbacks(work)(hasTime)).toMatchObject([{ ended: 'again' }]);
    await workForPartners(work)(hasTime);
    const job = await jobs.find({ ward }, jobId);
    expect(job).toMatchObject({ state: 'accepted', trackingNumber: 'L1000' });
    clock.set(at('09:34'));
    expect(await readCallbacks(work)(hasTime)).toMatchObject([{ ended: 'recorded' }]);
  });

  it('and never comes to be ours is ownerless after a day, and rings nobody', async () => {
    const { call, clock, work } = await aParcelAt('ghn');
    await call('{"OrderCode":"FOREIGN1","Status":"picked","Time":"2026-03-02T03:00:00Z"}');
    const ends: string[] = [];
    for (let round = 0; round < 60; round += 1) {
      ends.push(...(await readCallbacks(work)(hasTime)).map(({ ended }) => ended));
      clock.set(plus(clock(), minutes(30)));
    }
    expect([new Set(ends.slice(0, -1)), ends.at(-1)]).toEqual([new Set(['again']), 'ownerless']);
  });

  it('settles the doubt of an order whose answer was lost, where nothing else can', async () => {
    const simulator = await aPostalSimulator('drop-after-accept=100%');
    const partner = aCarrierPartner('viettel-post');
    const { work, clock, orders, jobs } = await carrierWork([partner], (now) =>
      postalCarriers(simulator.accounts, now),
    );
    await workForPartners(work)(hasTime);
    const [doubt] = orders.all();
    expect(doubt).toMatchObject({ state: 'placing' });
    const [line] = await simulator.lines();
    const number = line?.what === 'order' ? line.number : '';
    const raw = JSON.stringify({
      DATA: {
        ORDER_NUMBER: number,
        ORDER_REFERENCE: doubt!.reference,
        ORDER_STATUSDATE: '02/03/2026 09:31:00',
        ORDER_STATUS: 103,
      },
      TOKEN: 'x',
    });
    clock.set(at('09:32'));
    await work.words.keep({ id: 'w', partner: partner.code, raw, from: 'call', heardAt: clock(), tries: 0 });
    for (let round = 0; round < 4; round += 1) {
      await workForPartners(work)(hasTime);
      clock.set(plus(clock(), minutes(5)));
    }
    expect(await jobs.find({ ward }, jobId)).toMatchObject({ state: 'accepted', trackingNumber: number });
    expect(await simulator.lines()).toHaveLength(1);
  });
});

describe('the feed of the public post', () => {
  const now = instantOf(new Date());
  const rowOf = (n: number, given: object = {}) => ({
    _id: { $oid: Math.floor(Date.parse(now) / 1000).toString(16) + n.toString(16).padStart(16, '0') },
    OrderNumber: `SOMEBODY-${n}`,
    StatusCode: '2',
    StatusMessage: 'Trạng thái 2',
    ...given,
  });

  const idOf = ({ _id: { $oid: id } }: { _id: { $oid: string } }): string => id;

  it('brings a parcel to its end, and the bookmark behind it', async () => {
    const { simulator, reference, round, job, bookmarks } = await aParcelAt('vnpost-public-post', now);
    for (const code of ['1', '2', '4', '9'])
      await simulator.scan({ carrier: 'vnpost-public-post', reference, code });
    const { told } = await round();
    expect(told).toMatchObject([
      {
        stopped: 'end',
        told: [
          { note: 'unknown-code' },
          { note: 'unknown-code' },
          { outcome: 'APPLIED' },
          { note: 'unknown-code' },
        ],
      },
    ]);
    expect((await job()).state).toBe('delivered');
    expect((await bookmarks.find('vnpost', 'feed'))?.place).toMatch(/^[0-9a-f]{24}$/);
    expect((await round()).told).toEqual([{ partner: 'vnpost', told: [], stopped: 'end' }]);
  });

  /** A thousand rows of others, every seventh of them broken, and three of ours among them. */
  const aLongFeed = (reference: string): unknown[] => {
    const broken = [{ _id: 7 }, { StatusCode: undefined }, { OrderNumber: '' }, { OrderNumber: { a: 1 } }];
    const rows = Array.from({ length: 1000 }, (_, n) => rowOf(n + 1, n % 7 === 3 ? broken[n % 4] : {}));
    rows[10] = rowOf(11, { OrderNumber: reference, StatusCode: '77' });
    rows[500] = rowOf(501, { OrderNumber: reference, StatusCode: '4' });
    rows[999] = rowOf(1000, { OrderNumber: reference, StatusCode: '78' });
    return rows;
  };

  /** The rows behind the cursor, as the bus answers them. */
  const feedOf = (rows: unknown[]) =>
    aServer((request, response) => {
      const url = new URL(request.url ?? '/', 'http://bus');
      const after = url.searchParams.get('lastId') ?? '';
      const begins = after === '0'.repeat(24) ? 0 : Number.parseInt(after.slice(8), 16);
      const page = rows.slice(begins, begins + 100);
      const answer = url.pathname === '/token' ? { access_token: 't' } : { _embedded: { 'rh:doc': page } };
      response.end(JSON.stringify(answer));
    });

  it('of a thousand rows with broken ones between loses none that is ours and stops at none', async () => {
    const { work, partner, reference, job, words } = await aParcelAt('vnpost-public-post', now);
    const url = await feedOf(aLongFeed(reference));
    const simulator = await aPostalSimulator();
    const account = {
      ...(simulator.accounts['vnpost']!.account as object),
      tokenUrl: `${url}/token`,
      trackingUrl: `${url}/rows`,
    };
    const carriers = postalCarriers({ vnpost: { account: account as never } }, () => now);
    const { feed } = carriers('vnpost')!.following;
    const { told, stopped } = await followFeed(work)(partner, feed!, hasTime);
    expect([told.length, stopped]).toEqual([1000, 'end']);
    expect(told.filter(({ is }) => is === 'recorded')).toHaveLength(3);
    expect((await job()).state).toBe('delivered');
    const kept = words.all();
    expect(kept).toHaveLength(997);
    expect(told.filter(({ is }) => is === 'stuck').length).toBeGreaterThan(100);
  });

  const deaths = fc.array(
    fc.record({ at: fc.nat(40), when: fc.constantFrom<Death['when']>('before', 'after') }),
    { maxLength: 4 },
  );

  it('read by a worker that dies anywhere loses no row', async () => {
    await fc.assert(
      fc.asyncProperty(deaths, async (when) => {
        const { work, partner, reference, job, words, bookmarks } = await aParcelAt(
          'vnpost-public-post',
          now,
        );
        const rows = Array.from({ length: 9 }, (_, n) => rowOf(n + 1));
        rows[4] = rowOf(5, { OrderNumber: reference, StatusCode: '4' });
        const page = async (after: string) => {
          const begins = after === '0'.repeat(24) ? 0 : Number.parseInt(after.slice(8), 16);
          const some = rows.slice(begins, begins + 2);
          const read: FeedRow[] = some.map(({ _id: { $oid: id }, OrderNumber, StatusCode }) => ({
            raw: id,
            told: {
              is: 'scan',
              reference: OrderNumber,
              event: { eventId: id, trackingNumber: OrderNumber, code: StatusCode, occurredAt: now },
            },
          }));
          const upTo = read.at(-1)?.raw;
          return {
            is: 'page' as const,
            rows: read,
            full: some.length === 2,
            ...(upTo !== undefined && { upTo }),
          };
        };
        const worker = mortal(when);
        const { jobs: j, orders: o, words: w, bookmarks: b } = work;
        const dying = {
          ...work,
          jobs: worker.wrap(j),
          orders: worker.wrap(o),
          words: worker.wrap(w),
          bookmarks: worker.wrap(b),
        };
        for (let life = 0; life < 6; life += 1) {
          worker.revive();
          await followFeed(dying)(partner, { begins: '0'.repeat(24), page }, hasTime).catch(() => undefined);
        }
        expect((await job()).state).toBe('delivered');
        expect(
          words
            .all()
            .map(({ word }) => word.raw)
            .toSorted(),
        ).toEqual(rows.filter((_, n) => n !== 4).map(idOf));
        expect((await bookmarks.find('vnpost', 'feed'))?.place).toBe(idOf(rows.at(-1)!));
      }),
      { numRuns: 60, seed: 17 },
    );
  });
});
