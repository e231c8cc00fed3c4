import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  memoryManifests,
  memoryPartners,
  memoryTrackingNumbers,
} from '../../../../shared/adapters/memory/post/paperwork.ts';
import { memoryDispatchJobs } from '../../../../shared/adapters/memory/post/dispatch-jobs.ts';
import { workOfJob } from '../../../../shared/domain/api/worklist.ts';
import type { DispatchJob } from '../../../../shared/domain/post/job/dispatch-job.ts';
import { atOffice, underway } from '../../../../shared/domain/post/job/dispatch-moves.ts';
import { forgotten } from '../../../../shared/domain/post/job/ends/forget.ts';
import { redispatching } from '../../../../shared/domain/post/job/ends/redispatch.ts';
import { offerOf } from '../../../../shared/domain/post/job/job-offer.ts';
import type { PostalPartner } from '../../../../shared/domain/post/partner/partner.ts';
import { wardPartner } from '../../../../shared/domain/post/partner/ward-partner.ts';
import { placesSample as places } from '../../../../shared/domain/values/places/places-sample.ts';
import { correctAddress } from '../../../../shared/flows/post/office/correct-address.ts';
import { answerOfficeChanges } from '../../../../shared/flows/post/office/answer-office-changes.ts';
import { openManifest } from '../../../../shared/flows/post/paper/open-manifest.ts';
import { sealManifest } from '../../../../shared/flows/post/paper/seal-manifest.ts';
import { answerRedirect, noteRedirectAnswer } from '../../../../shared/flows/post/partner/answer-redirect.ts';
import { printLabel } from '../../../../shared/flows/post/partner/print-label.ts';
import { readChanges } from '../../../../shared/flows/post/partner/read-changes.ts';
import { aCarrierPartner, carrierWork, hasTime } from '../../../support/builders/carrier-work.ts';
import { aClock, anAcceptedJob, anAddress, aPartner, at, ward } from '../../../support/builders/post.ts';

const old = anAddress();
const wanted = anAddress({ line1: 'Số 14, đường Lê Lợi' });

/** Papers that a partner has taken over, and whose citizen wants them elsewhere. */
const aRedirect = async (difference: Partial<DispatchJob> = {}, agreed: Partial<PostalPartner> = {}) => {
  const job = anAcceptedJob(difference);
  const jobs = memoryDispatchJobs();
  await jobs.create(job);
  const partners = memoryPartners([aPartner(agreed)]);
  const ports = {
    jobs,
    places,
    partners,
    manifests: memoryManifests(),
    numbers: memoryTrackingNumbers([aPartner()]),
    clock: aClock(at('14:00')),
    sha256: (text: string) => createHash('sha256').update(text).digest('hex'),
    linkOf: () => 'https://example.invalid/p/x',
  };
  const { jobId } = job;
  return {
    ports,
    jobId,
    now: async () => (await jobs.find({ ward }, jobId))!,
    ask: (address = wanted) => correctAddress(ports)(ward, jobId, { address }),
    yes: () => answerRedirect(ports)('vnpost', jobId, { confirmed: true }),
    no: () => answerRedirect(ports)('vnpost', jobId, { confirmed: false, reason: 'in the van already' }),
    note: () => noteRedirectAnswer(ports)(ward, jobId, { confirmed: true }),
    print: () => printLabel(ports)({ ward }, jobId),
    seal: async (manifestId: string) => {
      await openManifest(ports)({ manifestId, ward, partner: 'vnpost', jobIds: [jobId] });
      return sealManifest(ports)({ ward }, manifestId);
    },
  };
};

describe('papers that a partner has taken over', () => {
  it.each([...atOffice, ...underway])(
    'keep their address in %s until the partner says yes',
    async (state) => {
      const { ask, yes, now } = await aRedirect({ state });
      expect(await ask()).toMatchObject({ is: 'done', job: { recipient: { address: old } } });
      expect(workOfJob(await now())).toMatchObject([
        { list: 'journeys', because: `${state}, redirect-unanswered` },
      ]);
      expect(await yes()).toMatchObject({ is: 'done', job: { state, recipient: { address: wanted } } });
      expect(workOfJob(await now())).toEqual([]);
      expect(await yes()).toMatchObject({ is: 'already' });
    },
  );

  it('stay on their way after a no, which lies with the office until it has acted', async () => {
    const { ask, no, yes, now } = await aRedirect({ state: 'in-transit' });
    await ask();
    expect(await no()).toMatchObject({ is: 'done', job: { recipient: { address: old } } });
    expect(workOfJob(await now())).toMatchObject([{ because: 'in-transit, redirect-refused' }]);
    expect(await no()).toMatchObject({ is: 'already' });
    expect(await yes()).toMatchObject({ is: 'done', job: { recipient: { address: wanted } } });
    expect(await no()).toMatchObject({ is: 'not-redirected' });
  });

  it('are asked about once, and no more once the old address is right after all', async () => {
    const { ask, yes, now, ports } = await aRedirect({ state: 'in-transit' });
    await ask();
    expect(await ask()).toMatchObject({ is: 'already' });
    ports.clock.set(at('14:01'));
    expect((await readChanges(ports)('vnpost', undefined, 10)).changes).toMatchObject([
      { kind: 'address-corrected' },
    ]);
    expect(offerOf(await now())).toMatchObject({
      recipient: { address: old },
      redirect: { askedAt: at('14:00'), address: wanted },
    });
    await ask(old);
    expect(workOfJob(await now())).toEqual([]);
    expect(offerOf(await now())).not.toHaveProperty('redirect');
    expect(await yes()).toMatchObject({ is: 'not-redirected' });
  });

  it('do not leave the office before the answer, nor under a label of before', async () => {
    const { ask, yes, print, seal } = await aRedirect();
    await print();
    await ask();
    expect(await seal('m-1')).toEqual({ is: 'nothing-to-seal' });
    await yes();
    expect(await seal('m-2')).toEqual({ is: 'nothing-to-seal' });
    await print();
    expect(await seal('m-3')).toMatchObject({ is: 'sealed', leftOff: [] });
  });

  it('go as they were once the partner said no', async () => {
    const { ask, no, print, seal } = await aRedirect();
    await print();
    await ask();
    await no();
    expect(await seal('m-1')).toMatchObject({ is: 'sealed', leftOff: [] });
  });

  it('need a new label on a sealed list, once the partner said yes', async () => {
    const { ask, yes, now } = await aRedirect({ state: 'manifested', manifestId: 'm-1', labelPrints: 1 });
    await ask();
    expect(await now()).not.toHaveProperty('labelOutdated');
    await yes();
    expect(workOfJob(await now())).toMatchObject([{ because: 'manifested, label-outdated' }]);
  });

  it('show the phone that was corrected at once, and ask for the address alone', async () => {
    const { ports, jobId } = await aRedirect({ state: 'in-transit' });
    const corrected = await correctAddress(ports)(ward, jobId, { address: wanted, phone: '0987654321' });
    expect(corrected).toMatchObject({ job: { recipient: { phone: '0987654321', address: old } } });
  });

  it('are answered for by the ward where the partner has no program, and by nobody else’s', async () => {
    const paper = await aRedirect({}, { onPaper: true });
    await paper.ask();
    expect(await paper.note()).toMatchObject({ is: 'done', job: { recipient: { address: wanted } } });
    const carrier = await aRedirect({}, { carrier: { via: 'ghn' } });
    await carrier.ask();
    expect(await carrier.note()).toMatchObject({ is: 'done' });
    const pulling = await aRedirect();
    await pulling.ask();
    expect(await pulling.note()).toMatchObject({ is: 'partner-answers-itself' });
  });

  it('go where the citizen wants them when they are sent again', async () => {
    const { ask, no, now } = await aRedirect({ state: 'in-transit' });
    await ask();
    await no();
    const back = { ...(await now()), state: 'return-received', returnReason: 'moved' } as const;
    expect(redispatching(back, {}, places, at('15:00'))).toMatchObject({
      is: 'again',
      next: { state: 'ready', recipient: { address: wanted } },
    });
  });

  it('say nothing of the other address when their citizen is forgotten', async () => {
    const { ask, now } = await aRedirect({ state: 'in-transit' });
    await ask();
    expect(JSON.stringify(forgotten(await now()))).not.toContain('Lê Lợi');
  });

  it('carried by the ward’s own people go elsewhere at once', async () => {
    const { ask } = await aRedirect({ state: 'out-for-delivery', partner: wardPartner(ward) });
    expect(await ask()).toMatchObject({ is: 'done', job: { recipient: { address: wanted } } });
  });
});

it('a carrier whose interface knows no other address says no at once, and a person of the office sees it', async () => {
  const ghn = aCarrierPartner('ghn');
  const job = anAcceptedJob({ partner: 'ghn', state: 'in-transit' });
  const { work, clock } = await carrierWork([ghn], () => () => undefined, [job], at('14:00'));
  await correctAddress({ ...work, places })(ward, job.jobId, { address: wanted });
  clock.set(at('14:01'));
  expect(await answerOfficeChanges(work)('ghn', hasTime)).toMatchObject([
    { kind: 'address-corrected', outcome: 'for-a-person' },
  ]);
  const now = (await work.jobs.find({ ward }, job.jobId))!;
  expect(now.recipient.address).toEqual(old);
  expect(workOfJob(now)).toMatchObject([{ because: 'in-transit, redirect-refused' }]);
});

it('papers that no partner has accepted go to the corrected address at once', async () => {
  for (const state of ['ready', 'leased', 'rejected', 'needs-attention'] as const) {
    const { ask } = await aRedirect({ state });
    expect(await ask()).toMatchObject({ is: 'done', job: { recipient: { address: wanted } } });
  }
});
