import { describe, expect, it } from 'vitest';
import { openDeskPost } from '../../../../../functions/desk/routes/desk-post.ts';
import { cashRoutes } from '../../../../../shared/adapters/lambda/page/post/cash-routes.ts';
import { manifestRoutes } from '../../../../../shared/adapters/lambda/page/post/manifest-routes.ts';
import { visitRoutes } from '../../../../../shared/adapters/lambda/page/post/visits-routes.ts';
import { signInRoutes } from '../../../../../shared/adapters/lambda/page/routes/sign-in.ts';
import type { DispatchJob } from '../../../../../shared/domain/post/job/dispatch-job.ts';
import { anAcceptedJob, aWantedJob } from '../../../../support/builders/post.ts';
import { paid, postWith } from '../../../../support/post-routes.ts';
import { aDesk, proofIn } from '../a-desk.ts';

const hostile = '<img src=x onerror=alert(1)>"&';

/** The desk of an office with this journey, at which Lan is a clerk; and that of another office. */
const aCounter = async (given: DispatchJob | Awaited<ReturnType<typeof postWith>>) => {
  const post = 'jobs' in given ? given : await postWith(given);
  const desk = aDesk({ ...signInRoutes, ...manifestRoutes, ...visitRoutes, ...cashRoutes }, () => ({
    jobs: post.jobs,
    ...openDeskPost(post as never),
  }));
  await desk.seat('lan@phuong.example.vn', `Lan ${hostile}`, ['clerk']);
  await desk.seat('xa@noi-khac.example.vn', 'Xa', ['clerk'], '26734');
  const clerk = desk.browser();
  await clerk.signIn('lan@phuong.example.vn');
  const stranger = desk.browser();
  await stranger.signIn('xa@noi-khac.example.vn');
  const press = async (page: string, action: string, typed: Record<string, string>) =>
    clerk.post(action, { ...proofIn((await clerk.get(page)).body, action), ...typed });
  const kept = async ({ jobId } = accepted) => post.jobs.find({ ward: '26506' }, jobId);
  return { post, clerk, stranger, press, kept };
};
const accepted = anAcceptedJob();
const atTheDoor = anAcceptedJob({
  partner: 'ward-26506',
  state: 'out-for-delivery',
  recipient: { ...aWantedJob().recipient, name: hostile },
  cod: { state: 'due', due: 120_000 },
});

describe('papers that go over the counter', () => {
  it('are listed, sealed and counted by both sides, and then they are the partner’s', async () => {
    const { clerk, press, kept } = await aCounter(accepted);
    const opened = await press('/bang-ke', '/bang-ke', { 'don-vi': 'vnpost' });
    const path = opened.location!.split('?')[0]!;
    expect(opened.location).toBe(`${path}?da=list-opened`);
    expect((await clerk.get(path)).body).toContain(accepted.dossierCode);
    expect((await press(path, path, { buoc: 'khoa' })).location).toBe(`${path}?da=list-sealed`);
    expect(await kept()).toMatchObject({ state: 'manifested' });
    const nobody = await press(path, path, { buoc: 'dem', 'phuong-thua': 'RR 1' });
    expect([nobody.status, nobody.body.includes('id="phuong-ten-loi"')]).toEqual([422, true]);
    expect(nobody.body).toContain('value="RR 1"');
    const counted = await press(path, path, { buoc: 'dem', 'phuong-ten': 'Lan', 'buu-ta-ten': 'Bưu tá Tư' });
    expect(counted.location).toBe(`${path}?da=list-counted`);
    const sealed = await clerk.get(path);
    expect(sealed.body).toMatch(/Phường đã đếm: Lan|Đã giao/);
  });

  it('are on one list however often the button is pressed', async () => {
    const { press, clerk } = await aCounter(accepted);
    const proof = proofIn((await clerk.get('/bang-ke')).body, '/bang-ke');
    const first = await clerk.post('/bang-ke', { ...proof, 'don-vi': 'vnpost' });
    expect((await clerk.post('/bang-ke', { ...proof, 'don-vi': 'vnpost' })).location).toBe(
      '/bang-ke?da=sent-before',
    );
    const path = first.location!.split('?')[0]!;
    await press(path, path, { buoc: 'khoa' });
    expect((await press('/bang-ke', '/di-phat', {})).status).not.toBe(500);
  });

  it('of another office are not there', async () => {
    const { press, stranger } = await aCounter(accepted);
    const { location } = await press('/bang-ke', '/bang-ke', { 'don-vi': 'vnpost' });
    expect((await stranger.get(location!)).status).toBe(404);
    expect((await stranger.get('/bang-ke')).body).not.toContain(accepted.dossierCode);
  });
});

describe('a visit at the door', () => {
  it('is on the list with the name as text, and is ticked off with who took the papers and what was paid', async () => {
    const { clerk, press, kept } = await aCounter(atTheDoor);
    const { body } = await clerk.get('/di-phat');
    expect(body).toContain('&lt;img');
    expect(body).not.toContain('<img');
    const action = `/di-phat/${atTheDoor.jobId}`;
    const cash = `thu-${atTheDoor.jobId}`;
    const wrong = await press('/di-phat', action, { buoc: 'da-giao', nhan: 'family', [cash]: 'mot tram' });
    expect([wrong.status, wrong.body.includes('value="mot tram"')]).toEqual([422, true]);
    const noted = await press('/di-phat', action, { buoc: 'da-giao', nhan: 'family', [cash]: '120.000' });
    expect(noted.location).toBe('/di-phat?da=visit-noted');
    expect(await kept(atTheDoor)).toMatchObject({
      state: 'delivered',
      cod: { state: 'collected', collected: 120_000 },
    });
  });

  it('at which nobody was met leaves the papers to go out again', async () => {
    const { press, kept } = await aCounter(atTheDoor);
    await press('/di-phat', `/di-phat/${atTheDoor.jobId}`, { buoc: 'khong-gap' });
    expect(await kept(atTheDoor)).toMatchObject({ state: 'delivery-attempted' });
  });

  it('of another office is not shown, and cannot be noted by guessing its address', async () => {
    const { stranger, kept } = await aCounter(atTheDoor);
    const { ma = '' } = proofIn((await stranger.get('/di-phat')).body, '/dang-xuat');
    const sent = { ma, lan: 'form-1', buoc: 'da-giao', nhan: 'self' };
    expect((await stranger.post(`/di-phat/${atTheDoor.jobId}`, sent)).location).toBe('/di-phat?da=not-here');
    expect(await kept(atTheDoor)).toMatchObject({ state: 'out-for-delivery' });
  });
});

describe('cash that the post has brought', () => {
  it('is confirmed with the sum that somebody saw, and with no other', async () => {
    const post = await paid();
    const { press, clerk } = await aCounter(post);
    expect((await clerk.get('/tien')).body).toContain('r-1');
    const wrong = await press('/tien', '/tien', { 'tong-r-1': '20000' });
    expect([wrong.status, wrong.body.includes('value="20000"')]).toEqual([422, true]);
    const right = await press('/tien', '/tien', { 'tong-r-1': '30.000 đ' });
    expect(right.location).toBe('/tien?da=cash-confirmed');
    expect(await post.books.open({ ward: '26506' })).toEqual([]);
  });
});
