import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../../../shared/domain/decision/decide.ts';
import { jobsAfter } from '../../../shared/domain/decision/decide-journey.ts';
import type { Decision } from '../../../shared/domain/decision/decision.ts';
import type { Dossier } from '../../../shared/domain/dossier/dossier.ts';
import type { AcceptedEvent } from '../../../shared/domain/dossier/event/status-event.ts';
import type { DispatchJob } from '../../../shared/domain/post/job/dispatch-job.ts';
import { correctingAddress } from '../../../shared/domain/post/job/ends/correct-address.ts';
import { atOffice, underway } from '../../../shared/domain/post/job/dispatch-moves.ts';
import { minutes, plus } from '../../../shared/domain/values/instant.ts';
import { placesSample as places } from '../../../shared/domain/values/places/places-sample.ts';
import { anEvent, circumstances, now } from '../../support/builders/dossiers.ts';
import { aWardsPost } from '../../support/builders/post.ts';

const home = { street: '12 Nguyễn Huệ', commune: '29926', province: '82' };
const nowhere = { street: '12 Nguyễn Huệ' };

/** What follows from events, one a minute, in a ward that has arranged its post or has not. */
const live = (events: readonly AcceptedEvent[], arranged: boolean) => {
  let dossier: Dossier | undefined;
  let jobs: DispatchJob[] = [];
  const decided: { decision: Decision; jobs: DispatchJob[] }[] = [];
  events.forEach((event, index) => {
    const post = { ...(arranged && { arranged: aWardsPost() }), places, jobs };
    const decision = decide(event, dossier, circumstances({ post }), plus(now, minutes(index)));
    dossier = decision.dossier;
    jobs = jobsAfter(jobs, decision);
    decided.push({ decision, jobs });
  });
  const told = decided.flatMap(({ decision }) => decision.notifications);
  return { decided, jobs, told, purposes: told.map(({ purpose }) => purpose) };
};

let count = 0;
const reports = (...facts: Record<string, unknown>[]) =>
  facts.map((differs) => anEvent({ eventId: `w-${(count += 1)}`, ...differs }));

describe('a delivery is promised only where somebody will make it', () => {
  it.each([
    ['post', home, true, 'ready-post', 'ready'],
    ['home', home, true, 'ready-home', 'ready'],
    ['post', home, false, 'ready-ring', 'draft'],
    ['home', home, false, 'ready-ring', 'draft'],
    ['post', undefined, true, 'ready-ring', 'draft'],
    ['post', nowhere, true, 'ready-ring', 'draft'],
    ['post', { ...home, commune: '99999' }, true, 'ready-ring', 'draft'],
    ['post', { ...home, province: '01' }, true, 'ready-ring', 'draft'],
    ['home', nowhere, true, 'ready-ring', 'draft'],
  ])('%s to %o, arranged: %s, says %s', (returnMethod, deliveryAddress, arranged, purpose, state) => {
    const { purposes, jobs } = live(reports({ returnMethod, deliveryAddress }), arranged);
    expect([purposes, jobs.map((job) => job.state)]).toEqual([[purpose], [state]]);
  });

  it('says so by telephone too, and to whoever handed the dossier in', () => {
    const landline = { name: 'Nguyễn Thị Hằng', phone: '0254 3852 404' };
    const onBehalf = { name: 'Trần Văn Bình', phone: '0987654321' };
    const { told } = live(reports({ returnMethod: 'post', applicant: landline }), true);
    expect(told).toMatchObject([{ channel: 'call-list', purpose: 'ready-ring' }]);
    const other = live(reports({ returnMethod: 'post', deliveryAddress: home, onBehalf }), true).told;
    expect(other).toMatchObject([{ to: '+84987654321', purpose: 'ready-post' }]);
  });

  it('names the sum, the paper to show and who may take it', () => {
    const [word] = live(reports({ returnMethod: 'post', deliveryAddress: home }), true).told;
    expect(word?.text).toContain(
      'khi nhan tra 30.000 dong. Khong chuyen tien truoc. Can CCCD. Chi giao chinh chu.',
    );
  });

  it('follows the address that comes later, and is told again then', () => {
    const { purposes, jobs } = live(reports({ returnMethod: 'post' }, { deliveryAddress: home }), true);
    expect(purposes).toEqual(['ready-ring', 'ready-post']);
    expect(jobs).toMatchObject([{ state: 'ready', recipient: { address: { line1: home.street } } }]);
  });

  it('asks anew for an address that was corrected to one nothing can go to', () => {
    const post = { returnMethod: 'post', deliveryAddress: home };
    const { purposes, jobs } = live(reports(post, { deliveryAddress: nowhere }), true);
    expect(purposes).toEqual(['ready-post', 'ready-ring']);
    expect(jobs).toMatchObject([{ state: 'draft', waitsFor: ['province-unknown', 'commune-unknown'] }]);
  });

  it('follows a citizen who changes their mind from the counter to the post, back, and again', () => {
    const steps = reports(
      {},
      { returnMethod: 'post', deliveryAddress: home },
      { returnMethod: 'counter' },
      { returnMethod: 'home' },
    );
    const { purposes, jobs } = live(steps, true);
    expect(purposes).toEqual(['ready-counter', 'ready-post', 'ready-counter', 'ready-home']);
    expect(jobs.map(({ state, journey }) => [state, journey])).toEqual([
      ['redispatched', 1],
      ['ready', 2],
    ]);
  });

  it('takes back a journey whose result was handed out at the counter, or issued again', () => {
    const post = { returnMethod: 'post', deliveryAddress: home };
    const returned = live(
      reports(post, { status: 'returned', occurredAt: '2026-03-02T09:28:00+07:00' }),
      true,
    );
    expect(returned.jobs.map(({ state }) => state)).toEqual(['cancelled']);
    const again = live(reports(post, { round: 2, occurredAt: '2026-03-02T09:28:00+07:00' }), true);
    expect(again.jobs.map(({ state, resultVersion }) => [state, resultVersion])).toEqual([
      ['cancelled', 1],
      ['ready', 2],
    ]);
  });

  it.each([
    ['lost letters', 'Nguy?n V?n An'],
    ['a link', 'An bit.ly/nhan-qua'],
    ['letters of another script', 'Trần 字'],
  ])('puts no name with %s on a label before somebody has looked', (_, name) => {
    const deliveryAddress = { ...home, name };
    const { purposes, jobs } = live(reports({ returnMethod: 'post', deliveryAddress }), true);
    expect([purposes, jobs.map((job) => job.waitsFor)]).toEqual([['ready-ring'], [['name-unclear']]]);
    const looked = correctingAddress(jobs[0]!, { name: 'Nguyễn Văn An' }, places, now);
    expect(looked).toMatchObject({ happened: 'details-completed' });
    const elsewhere = { address: { ...jobs[0]!.recipient.address, line1: '14 Lê Lợi' } };
    expect(correctingAddress(jobs[0]!, elsewhere, places, now)).toMatchObject({
      set: { waitsFor: ['name-unclear'] },
    });
    expect(
      live(reports(...['1', '2'].map(() => ({ returnMethod: 'post', deliveryAddress }))), true).jobs,
    ).toMatchObject([{ state: 'draft' }]);
  });

  it('offers papers whose reported name was mended, and takes back an offer whose name broke', () => {
    const [broken, mended] = ['Nguy?n An', 'Nguyễn An'].map((name) => ({
      returnMethod: 'post',
      deliveryAddress: { ...home, name },
    }));
    expect(live(reports(broken!, mended!), true).jobs).toMatchObject([{ state: 'ready' }]);
    expect(live(reports(mended!, broken!), true).jobs).toMatchObject([
      { state: 'draft', waitsFor: ['name-unclear'] },
    ]);
  });

  it('asks for the name of somebody who has none, and rings the applicant where the address has an empty phone', () => {
    const applicant = { phone: '0912345678' };
    const [nameless, unrung] = [
      { returnMethod: 'post', deliveryAddress: home, applicant },
      { returnMethod: 'post', deliveryAddress: { ...home, phone: '' } },
    ].map((facts) => live(reports(facts), true).jobs);
    expect(nameless).toMatchObject([{ state: 'draft', waitsFor: ['name-missing'] }]);
    expect(unrung).toMatchObject([{ state: 'ready', recipient: { phone: expect.stringContaining('+84') } }]);
  });

  it('keeps a street whole, and lets a person shorten what no label holds', () => {
    const street = `${'rẽ phải sau trạm điện, '.repeat(10)}nhà số chín`;
    const { purposes, jobs } = live(
      reports({ returnMethod: 'post', deliveryAddress: { ...home, street } }),
      true,
    );
    expect(purposes).toEqual(['ready-ring']);
    expect(jobs).toMatchObject([
      { waitsFor: ['street-too-long'], recipient: { address: { line1: street } } },
    ]);
  });
});

describe('an address that is reported anew for papers that a partner has taken over', () => {
  const elsewhere = { ...home, street: '14 Lê Lợi' };
  /** What the report means while the job is in this state. */
  const reported = (state: DispatchJob['state'], facts: Record<string, unknown>) => {
    const first = anEvent({ eventId: 'r-1', returnMethod: 'post', deliveryAddress: home });
    const post = { arranged: aWardsPost(), places, jobs: [] as DispatchJob[] };
    const one = decide(first, undefined, circumstances({ post }), now);
    const jobs = jobsAfter([], one).map((job) => ({ ...job, state }));
    const news = anEvent({ eventId: 'r-2', ...facts });
    const two = decide(news, one.dossier, circumstances({ post: { ...post, jobs } }), plus(now, minutes(1)));
    return { two, jobs: jobsAfter(jobs, two) };
  };

  it.each([...atOffice, ...underway])('in %s is asked of the partner, and nobody is told before', (state) => {
    const { two, jobs } = reported(state, { deliveryAddress: elsewhere });
    expect(two.notifications).toEqual([]);
    expect(jobs).toMatchObject([
      {
        state,
        recipient: { address: { line1: home.street } },
        redirect: { address: { line1: '14 Lê Lợi' } },
      },
    ]);
  });

  it('takes no other address with it when only the phone is news', () => {
    const { jobs } = reported('in-transit', { applicant: { phone: '0987654321' } });
    expect(jobs).toMatchObject([{ recipient: { phone: '+84987654321' } }]);
    expect(jobs[0]).not.toHaveProperty('redirect');
  });
});

describe('a family that filed together', () => {
  const bundle = { id: 'B-1', parts: 2 };
  const second = { dossierCode: 'H29.26-260302-0002', eventId: 'b-2', bundle };

  /** The second of two, whose sister's journey is this. */
  const after = (sister: Record<string, unknown>, facts: Record<string, unknown>) => {
    const first = anEvent({ eventId: 'b-1', bundle, ...sister });
    const arranged = { arranged: aWardsPost(), places, jobs: [] };
    const one = decide(first, undefined, circumstances({ post: arranged }), now);
    const post = { ...arranged, jobs: jobsAfter([], one) };
    const context = circumstances({ post, bundle: one.bundle! });
    return decide(anEvent({ ...second, ...facts }), undefined, context, now).notifications.map(
      ({ purpose }) => purpose,
    );
  };
  const post = { returnMethod: 'post', deliveryAddress: home };

  it('is promised a delivery when all that is ready will be brought', () => {
    expect(after(post, post)).toEqual(['ready-post']);
    expect(after({ returnMethod: 'post' }, post)).toEqual(['ready-ring']);
  });

  it('hears of the one that is ready by what was arranged for it, when the other is refused', () => {
    expect(after(post, { status: 'not-accepted' })).toEqual(['not-accepted', 'ready-post']);
    expect(after({ returnMethod: 'post' }, { status: 'not-accepted' })).toEqual([
      'not-accepted',
      'ready-ring',
    ]);
  });
});

it('words of a delivery are said if and only if its journey will go, over any history', () => {
  const anAddress = fc.constantFrom(home, nowhere, { ...home, commune: '99999' }, undefined);
  const aFact = fc.record({
    status: fc.constantFrom('completed', 'completed', 'completed', 'in-progress', 'returned'),
    occurredAt: fc.integer({ min: 0, max: 14 }).map((m) => `2026-03-02T09:${15 + m}:00+07:00`),
    returnMethod: fc.constantFrom('counter', 'post', 'home', 'electronic', undefined),
    deliveryAddress: anAddress,
    applicant: fc.constantFrom({ phone: '0912 345 678' }, { phone: '0254 3852 404' }, {}, undefined),
  });
  fc.assert(
    fc.property(fc.array(aFact, { minLength: 1, maxLength: 7 }), fc.boolean(), (facts, arranged) => {
      const { decided } = live(reports(...facts), arranged);
      for (const { decision, jobs } of decided) {
        for (const { purpose } of decision.notifications.filter((one) => one.purpose.startsWith('ready-'))) {
          const going = jobs.filter((job) => job.state === 'ready' && job.waitsFor === undefined);
          const promised = purpose === 'ready-post' || purpose === 'ready-home';
          expect([purpose, going.length > 0]).toEqual([purpose, promised]);
        }
        // And never two journeys for the papers of one dossier.
        expect(jobs.filter(({ state }) => state === 'ready' || state === 'draft').length).toBeLessThan(2);
      }
    }),
    { seed: 13, numRuns: 3_000 },
  );
});
