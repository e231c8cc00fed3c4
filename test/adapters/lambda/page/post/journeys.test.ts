import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { journeyRoutes } from '../../../../../shared/adapters/lambda/page/routes/journeys.ts';
import { signInRoutes } from '../../../../../shared/adapters/lambda/page/routes/sign-in.ts';
import { journeyLists } from '../../../../../shared/adapters/lambda/page/words/journeys.ts';
import { jobWords } from '../../../../../shared/adapters/lambda/page/words/states.ts';
import type { DispatchJob } from '../../../../../shared/domain/post/job/dispatch-job.ts';
import { type JobState, jobStates } from '../../../../../shared/domain/post/job/dispatch-moves.ts';
import { placesSample } from '../../../../../shared/domain/values/places/places-sample.ts';
import { steerJourney } from '../../../../../shared/flows/post/office/steer-journey.ts';
import { listJourneys } from '../../../../../shared/flows/post/office/list-journeys.ts';
import { nineOClock } from '../../../../contracts/cost/ward-day.ts';
import { aJob, anAddress, at, aWantedJob } from '../../../../support/builders/post.ts';
import { aDesk, proofIn } from '../a-desk.ts';

const lan = 'lan@phuong.example.vn';

/** A desk with these journeys, read by a clerk. */
const aDeskWith = async (...jobs: DispatchJob[]) => {
  const desk = aDesk({ ...signInRoutes, ...journeyRoutes }, (store) => {
    const all = () => store.kept().jobs;
    const lists = {
      ofWard: async (ward: string, states: readonly JobState[]) => ({
        items: all().filter((job) => job.ward === ward && states.includes(job.state)),
      }),
      waitingIn: async (ward: string, partners: readonly string[], state: JobState) =>
        all().filter((job) => job.ward === ward && partners.includes(job.partner) && job.state === state),
    };
    const ports = { jobs: store.jobs, clock: () => nineOClock };
    const posts = { of: async () => ({ partners: ['vnpost'] }) as never };
    return {
      jobs: store.jobs,
      places: async () => placesSample,
      journeys: listJourneys({ lists, posts, clock: ports.clock }),
      carriers: async (ward: string) => ['vnpost', `ward-${ward}`],
      steer: steerJourney({
        ...ports,
        posts,
        lists: { quarantined: async () => [] },
        partners: { find: async () => ({ onPaper: true }) as never },
        places: async () => placesSample,
      }),
    };
  });
  for (const job of jobs) await desk.store.jobs.create(job);
  await desk.seat(lan, 'Nguyễn Thị Lan', ['clerk']);
  await desk.seat('nam@tinh.example.vn', 'Lê Văn Nam', ['operator']);
  const browser = desk.browser();
  await browser.signIn(lan);
  const press = async (job: DispatchJob, typed: Record<string, string>) => {
    const path = `/hanh-trinh/${job.jobId}`;
    return browser.post(path, { ...proofIn((await browser.get(path)).body, path), ...typed });
  };
  const kept = (job: DispatchJob) => desk.store.jobs.find({ ward: job.ward }, job.jobId);
  return { ...desk, clerk: browser, press, kept };
};

const inState = (state: JobState, difference: Partial<DispatchJob> = {}): DispatchJob => ({
  ...aJob(),
  state,
  reached: { ready: at('09:00'), [state]: at('10:00') },
  ...difference,
});
const draft = aJob(
  {},
  { recipient: { ...aWantedJob().recipient, address: anAddress({ line1: '', hamlet: '' }) } },
);
const where = {
  dong: 'Số 7',
  thon: 'Khóm 1',
  xa: 'Tân Hồng',
  tinh: '82',
  'ghi-chu': '',
  'dien-thoai': '0912345678',
};

describe('the lists of journeys', () => {
  it.each(Object.entries(journeyLists))(
    '%s shows what is in its states, and nothing else',
    async (list, { states }) => {
      for (const state of jobStates) {
        const { clerk } = await aDeskWith(inState(state));
        const page = await clerk.get(`/buu-gui?xem=${list}`);
        const isHere = states.includes(state);
        expect([state, page.body.includes('H29.26-260302-0001')]).toEqual([state, isHere]);
      }
    },
  );

  it('say so where they are empty, and name nobody', async () => {
    const { clerk } = await aDeskWith();
    const page = await clerk.get('/buu-gui');
    expect(page.body).toContain('Không có chuyến nào');
    expect((await (await aDeskWith(draft)).clerk.get('/buu-gui')).body).not.toContain('Nguyễn Thị Hằng');
  });
});

describe('the page of a journey', () => {
  it.each(jobStates)('says where the papers are when they are %s', async (state) => {
    const job = inState(state);
    const { clerk } = await aDeskWith(job);
    const page = await clerk.get(`/hanh-trinh/${job.jobId}`);
    expect(page.status).toBe(200);
    expect(page.body).toContain(jobWords[state]);
    expect(page.body).toContain('Nguyễn Thị Hằng');
    expect(page.body).not.toMatch(/<title>[^<]*(Hằng|0912)/);
    expect(gzipSync(page.body).length).toBeLessThan(30_000);
  });

  it('is not found where the journey is of another office, and nothing happens to it', async () => {
    const job = aJob({}, { ward: '26734' });
    const { clerk, press, kept } = await aDeskWith(job, draft);
    expect((await clerk.get(`/hanh-trinh/${job.jobId}`)).status).toBe(404);
    const form = proofIn((await clerk.get(`/hanh-trinh/${draft.jobId}`)).body, `/hanh-trinh/${draft.jobId}`);
    expect((await press(job, { ...form, buoc: 'huy', 'ly-do-huy': 'Nhầm' })).status).toBe(404);
    expect(await kept(job)).toEqual(job);
  });

  it('writes down who read it', async () => {
    const { clerk, store } = await aDeskWith(draft);
    await clerk.get(`/hanh-trinh/${draft.jobId}`);
    const { deeds } = await store.audit.of(draft.ward as never, undefined);
    expect(deeds[0]).toMatchObject({ what: 'read-post', about: draft.jobId });
  });

  it('offers no act to an operator, who only looks', async () => {
    const desk = await aDeskWith(draft);
    const operator = desk.browser();
    await operator.signIn('nam@tinh.example.vn');
    const path = `/hanh-trinh/${draft.jobId}`;
    const page = await operator.get(path);
    expect(page.status).toBe(200);
    expect(page.body).not.toContain(`action="${path}"`);
  });

  it('puts a draft on offer once its address is whole', async () => {
    const { press, kept } = await aDeskWith(draft);
    expect((await press(draft, { ...where, buoc: 'dia-chi' })).location).toContain('da=address-corrected');
    expect(await kept(draft)).toMatchObject({ state: 'ready', recipient: { address: { line1: 'Số 7' } } });
  });

  it.each([
    ['xa', { xa: 'Không Có' }],
    ['xa', { tinh: '01' }],
    ['dong', { dong: 'xem https://vd.vn' }],
    ['dien-thoai', { 'dien-thoai': '0'.repeat(30) }],
  ])('says beside %s what is wrong with an address, and keeps what was typed', async (name, typed) => {
    const { press, kept } = await aDeskWith(draft);
    const answer = await press(draft, { ...where, thon: 'Khóm chợ', ...typed, buoc: 'dia-chi' });
    expect(answer.status).toBe(422);
    expect(answer.body).toContain(`id="${name}-loi"`);
    expect(answer.body).toContain('value="Khóm chợ"');
    expect(await kept(draft)).toEqual(draft);
  });

  it('cancels what nobody has accepted at once, with a reason', async () => {
    const job = aJob();
    const { press, kept } = await aDeskWith(job);
    expect((await press(job, { buoc: 'huy', 'ly-do-huy': ' ' })).status).toBe(422);
    const done = await press(job, { buoc: 'huy', 'ly-do-huy': 'Dân đã đến lấy' });
    expect(done.location).toContain('da=journey-cancelled');
    expect(await kept(job)).toMatchObject({ state: 'cancelled', cancel: { reason: 'Dân đã đến lấy' } });
  });

  it('asks for papers back that are on their way', async () => {
    const job = inState('in-transit');
    const { press, kept } = await aDeskWith(job);
    const done = await press(job, { buoc: 'goi-ve', 'ly-do-goi-ve': 'Sai tên' });
    expect(done.location).toContain('da=journey-recalled');
    expect(await kept(job)).toMatchObject({ recall: { reason: 'Sai tên' } });
  });

  it('takes papers back at the counter, and asks why they came where no scan said', async () => {
    const job = inState('returned');
    const { press, kept } = await aDeskWith(job);
    const asked = await press(job, { buoc: 've-quay', vi: '' });
    expect([asked.status, asked.body.includes('id="vi-loi"')]).toEqual([422, true]);
    const done = await press(job, { buoc: 've-quay', vi: 'moved' });
    expect(done.location).toContain('da=papers-back');
    expect(await kept(job)).toMatchObject({ state: 'return-received', returnReason: 'moved' });
  });

  it('does nothing that the state no longer allows, and says so', async () => {
    const job = inState('delivered');
    const other = aJob({}, { dossierCode: 'H29.26-260302-0002' });
    const { clerk, press, kept } = await aDeskWith(job, other);
    const form = proofIn((await clerk.get(`/hanh-trinh/${other.jobId}`)).body, `/hanh-trinh/${other.jobId}`);
    const late = await press(job, { ...form, buoc: 'huy', 'ly-do-huy': 'Nhầm' });
    expect(late.location).toContain('da=journey-moved-on');
    expect(await kept(job)).toEqual(job);
  });
});

describe('a journey that went wrong or came back', () => {
  it('goes once more to another address, as a new journey, and the page of that one opens', async () => {
    const job = inState('return-received', { returnReason: 'recipient-unknown' });
    const { press, kept, clerk } = await aDeskWith(job);
    const sent = await press(job, { ...where, 'ai-mang': 'vnpost', buoc: 'gui-lai' });
    expect(sent.location).toMatch(/^\/hanh-trinh\/.+da=papers-sent-again$/);
    const { redispatchedAs } = (await kept(job))!;
    expect(decodeURIComponent(sent.location!)).toContain(redispatchedAs!);
    expect((await clerk.get(sent.location!)).body).toContain('Số 7');
  });

  it('asks for another address where the old one was at fault, and keeps what was typed', async () => {
    const job = inState('return-received', { returnReason: 'address-nonexistent' });
    const { press } = await aDeskWith(job);
    const answer = await press(job, { ...where, dong: '', thon: 'Khóm 9', buoc: 'gui-lai' });
    expect(answer.status).toBe(422);
    expect(answer.body).toContain('id="dong-loi"');
    expect(answer.body).toContain('value="Khóm 9"');
  });

  it.each([
    ['return-received', { buoc: 'dong' }, 'closed', 'journey-closed'],
    ['dead-letter', { buoc: 'moi-lai', 'ai-mang': 'ward-26506' }, 'ready', 'journey-offered'],
    [
      'lost',
      { buoc: 'ket-thuc', den: 'delivered', 'ly-do-ket-thuc': 'người dân đã nhận' },
      'delivered',
      'end-corrected',
    ],
  ] as const)('that is %s is put right by %j', async (state, typed, to, said) => {
    const job = inState(state, { acceptedAt: at('09:30') });
    const { press, kept } = await aDeskWith(job);
    expect((await press(job, typed)).location).toContain(`da=${said}`);
    expect(await kept(job)).toMatchObject({ state: to });
  });

  it('is offered to nobody whom the office has no arrangement with, even with a forged form', async () => {
    const job = inState('dead-letter');
    const { press, kept } = await aDeskWith(job);
    await press(job, { buoc: 'moi-lai', 'ai-mang': 'ghn' });
    expect(await kept(job)).toMatchObject({ state: 'dead-letter' });
  });

  it.each(jobStates)('that is %s shows a page in which every field has a name of its own', async (state) => {
    const job = inState(state, {
      returnReason: 'refused',
      cod: { ...aJob().cod, state: 'disputed', due: 1000 },
    });
    const { clerk } = await aDeskWith(job);
    const { body } = await clerk.get(`/hanh-trinh/${job.jobId}`);
    const ids = [...body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });
});
