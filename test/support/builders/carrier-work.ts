import { memoryPolls } from '../../../shared/adapters/memory/post/polls.ts';
import { createHash } from 'node:crypto';
import { readPostalCallback } from '../../../shared/adapters/carriers/post/callback-routes.ts';
import {
  memoryBookmarks,
  memoryCarrierOrders,
  memoryCarrierWords,
} from '../../../shared/adapters/memory/post/carriers.ts';
import { memoryDispatchJobs } from '../../../shared/adapters/memory/post/dispatch-jobs.ts';
import { memoryPartners, memoryTrackingNumbers } from '../../../shared/adapters/memory/post/paperwork.ts';
import type { Instant } from '../../../shared/domain/values/instant.ts';
import type { DispatchJob } from '../../../shared/domain/post/job/dispatch-job.ts';
import { PostalPartner } from '../../../shared/domain/post/partner/partner.ts';
import { placesSample } from '../../../shared/domain/values/places/places-sample.ts';
import type { PostalCarriers } from '../../../shared/domain/post/partner/postal-carrier.ts';
import type { CarrierInterface } from '../../../shared/domain/post/partner/carrier-interfaces.ts';
import type { PartnerWork } from '../../../shared/flows/post/carriers/work-for-partners.ts';
import { aClock, aJob, at, ward } from './post.ts';

/** Which code table belongs to each interface. */
const tables: Record<CarrierInterface, string> = {
  'vnpost-public-post': 'vnpost-public-post/2020',
  myvnpost: 'myvnpost/2026',
  'viettel-post': 'viettel-post/2026',
  ghn: 'ghn/2026',
  ghtk: 'ghtk/2026',
  ems: 'ems/emsevt',
};

/** The partner whose work we do through this interface; the local accounts go by the same names. */
export const aCarrierPartner = (via: CarrierInterface, difference: object = {}): PostalPartner =>
  PostalPartner.parse({
    code: via === 'vnpost-public-post' ? 'vnpost' : via,
    name: via,
    codes: tables[via],
    series: [{ prefix: '', strictness: via === 'ghtk' ? 'dotted' : 'free' }],
    carrier: { via },
    ...difference,
  });

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Everything that a round of work needs, in memory, for these partners; the carriers are given. */
export const carrierWork = async (
  partners: PostalPartner[],
  carriers: (clock: () => Instant) => PostalCarriers,
  seed: DispatchJob[] = [aJob({ partner: partners[0]!.code })],
  start = at('09:30'),
) => {
  const clock = aClock(start);
  const jobs = memoryDispatchJobs();
  for (const job of seed) await jobs.create(job);
  let ids = 0;
  const stores = {
    jobs,
    orders: memoryCarrierOrders(),
    words: memoryCarrierWords(),
    bookmarks: memoryBookmarks(),
    polls: memoryPolls(),
  };
  const work: PartnerWork = {
    ...stores,
    partners: memoryPartners(partners, { [ward]: partners.map(({ code }) => code) }),
    numbers: memoryTrackingNumbers(partners),
    places: async () => placesSample,
    carriers: carriers(clock),
    readWord: readPostalCallback,
    allPartners: async () => partners,
    newId: () => `claim-${(ids += 1)}-of-the-worker`,
    sha256,
    fingerprint: sha256,
    clock,
  };
  return { ...stores, work, clock };
};

/** There is always time. */
export const hasTime = (): boolean => true;
