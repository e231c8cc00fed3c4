import { describe, expect, it } from 'vitest';
import { memoryManifests, memoryPartners } from '../../../../shared/adapters/memory/post/paperwork.ts';
import { memoryStore } from '../../../../shared/adapters/memory/store.ts';
import { jobIdOf } from '../../../../shared/domain/post/job/dispatch-job.ts';
import type { WardPost } from '../../../../shared/domain/post/partner/ward-post.ts';
import type { Ward } from '../../../../shared/domain/values/ward.ts';
import { placesSample as places } from '../../../../shared/domain/values/places/places-sample.ts';
import { decideNotifications } from '../../../../shared/flows/decision/decide-notifications.ts';
import { correctAddress } from '../../../../shared/flows/post/office/correct-address.ts';
import { offerWaiting } from '../../../../shared/flows/post/office/offer-waiting.ts';
import { sealManifest } from '../../../../shared/flows/post/paper/seal-manifest.ts';
import { openManifest } from '../../../../shared/flows/post/paper/open-manifest.ts';
import { answerRedirect } from '../../../../shared/flows/post/partner/answer-redirect.ts';
import { printLabel } from '../../../../shared/flows/post/partner/print-label.ts';
import { notifyOfJob } from '../../../../shared/flows/post/telling/notify-of-job.ts';
import { anEvent, code } from '../../../support/builders/dossiers.ts';
import {
  aClock,
  anAcceptedJob,
  anAddress,
  aPartner,
  at,
  aWardsPost,
  ward as wardCode,
} from '../../../support/builders/post.ts';
import { aDoorbell } from '../../../support/builders/wards-day.ts';

const ward = wardCode as Ward;
const home = { street: '12 Nguyễn Huệ', commune: '29926', province: '82' };
const jobId = jobIdOf({ ward, dossierCode: code, resultVersion: 1, direction: 'to-citizen', journey: 1 });

/** A ward whose post is arranged in the course of the day. */
const aWardWithoutPost = async (facts: Record<string, unknown>) => {
  const store = memoryStore();
  const clock = aClock(at('09:30', 0));
  const { doorbell } = aDoorbell();
  let arranged: WardPost | undefined;
  const posts = { of: async () => arranged };
  const word = {
    brought: async () => {},
    overdue: async () => [],
    forgettable: async () => [],
    forget: async () => {},
  };
  const post = { jobs: store.jobs, posts, places: async () => places };
  const ports = { ...store, clock, doorbell, posts, partners: memoryPartners([aPartner()]), word, post };
  const decide = decideNotifications(ports);
  const first = anEvent({ returnMethod: 'post', ...facts });
  await store.events.accept(first);
  await decide([first]);
  const lists = {
    ofWard: async () => ({ items: store.kept().jobs.filter((job) => job.state === 'draft') }),
  };
  return {
    store,
    offer: () => offerWaiting({ jobs: store.jobs, lists, posts, places, clock })(ward),
    arrange: () => void (arranged = aWardsPost()),
    correct: () => correctAddress({ jobs: store.jobs, places, clock })(ward, jobId, { address: anAddress() }),
    /** What the doorbells of a change bring about. */
    follow: async () => {
      clock.set(at('10:00', 0));
      await notifyOfJob(ports)((await store.jobs.find({ ward }, jobId))!);
      await decide(store.kept().events.filter(({ outcome }) => outcome === undefined));
    },
    told: async () => (await store.notifications.ofDossier(ward, code)).map(({ purpose }) => purpose),
  };
};

describe('a ward that arranges its post afterwards', () => {
  it('offers what waited with one act, and each citizen is told once', async () => {
    const { offer, arrange, follow, told, store } = await aWardWithoutPost({ deliveryAddress: home });
    expect(await told()).toEqual(['ready-ring']);
    expect(await offer()).toEqual({ is: 'no-post-arranged' });
    arrange();
    expect(await offer()).toEqual({ is: 'offered', offered: [jobId], waiting: [] });
    expect(await store.jobs.find({ ward }, jobId)).toMatchObject({
      state: 'ready',
      partner: 'vnpost',
      cod: { due: 30_000 },
      pickup: { name: 'UBND phường Vũng Tàu' },
    });
    await follow();
    await follow();
    expect((await told()).toSorted()).toEqual(['ready-post', 'ready-ring']);
    expect(await offer()).toEqual({ is: 'offered', offered: [], waiting: [] });
  });

  it('hears which of them wait on for an address, and the citizen is told when that is there', async () => {
    const { offer, arrange, correct, follow, told } = await aWardWithoutPost({});
    arrange();
    expect(await offer()).toMatchObject({
      offered: [],
      waiting: [{ jobId, waitsFor: ['province-unknown', 'commune-unknown', 'house-missing'] }],
    });
    await correct();
    await follow();
    expect((await told()).toSorted()).toEqual(['ready-post', 'ready-ring']);
  });

  it('never offers a whole address before the post is arranged', async () => {
    const { correct, store } = await aWardWithoutPost({});
    await correct();
    expect(await store.jobs.find({ ward }, jobId)).toMatchObject({
      state: 'draft',
      waitsFor: ['post-not-arranged'],
    });
  });
});

it('papers whose address was corrected after the label was printed are sealed under a new label only', async () => {
  const store = memoryStore();
  const clock = aClock(at('11:00'));
  const manifests = memoryManifests();
  const ports = {
    jobs: store.jobs,
    manifests,
    clock,
    places,
    sha256: (text: string) => text,
    linkOf: () => 'x',
  };
  const job = anAcceptedJob();
  await store.jobs.create(job);
  const print = () => printLabel(ports)({ ward }, job.jobId);
  const seal = async (manifestId: string) => {
    await openManifest(ports)({ manifestId, ward, partner: 'vnpost', jobIds: [job.jobId] });
    return sealManifest(ports)({ ward }, manifestId);
  };
  await print();
  await correctAddress(ports)(ward, job.jobId, { address: anAddress({ line1: 'Số 14' }) });
  await answerRedirect(ports)('vnpost', job.jobId, { confirmed: true });
  expect(await seal('m-1')).toEqual({ is: 'nothing-to-seal' });
  await print();
  expect(await seal('m-2')).toMatchObject({
    is: 'sealed',
    leftOff: [],
    manifest: { lines: [{ jobId: job.jobId }] },
  });
});
