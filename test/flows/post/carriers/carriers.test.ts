import { describe, expect, it } from 'vitest';
import { postalCarriers } from '../../../../shared/adapters/carriers/post/accounts.ts';
import { minutes, plus } from '../../../../shared/domain/values/instant.ts';
import type { CarrierInterface } from '../../../../shared/domain/post/partner/carrier-interfaces.ts';
import { cancelJob } from '../../../../shared/flows/post/returns/cancel-job.ts';
import { workForPartners } from '../../../../shared/flows/post/carriers/work-for-partners.ts';
import { aCarrierPartner, carrierWork, hasTime } from '../../../support/builders/carrier-work.ts';
import { aJob, ward } from '../../../support/builders/post.ts';
import { aPostalSimulator } from '../../../support/postal-simulator.ts';

const { jobId } = aJob();
const interfaces: CarrierInterface[] = [
  'vnpost-public-post',
  'myvnpost',
  'ghn',
  'viettel-post',
  'ghtk',
  'ems',
];

const officeAt = async (via: CarrierInterface, faults = '', difference: object = {}) => {
  const simulator = await aPostalSimulator(faults);
  const partner = aCarrierPartner(via, difference);
  const { work, clock, jobs, orders } = await carrierWork([partner], (now) =>
    postalCarriers(simulator.accounts, now),
  );
  return {
    simulator,
    partner,
    clock,
    orders,
    work,
    round: () => workForPartners(work)(hasTime),
    /** Rounds of two minutes each. */
    rounds: async (count: number) => {
      for (let round = 0; round < count; round += 1) {
        await workForPartners(work)(hasTime);
        clock.set(plus(clock(), minutes(2)));
      }
    },
    job: async () => (await jobs.find({ ward }, jobId))!,
  };
};

describe.each(interfaces)('a job for a partner that is reached through %s', (via) => {
  it('is ordered once and accepted under the carrier’s number', async () => {
    const { simulator, round, rounds, job } = await officeAt(via);
    const { failed, orders } = await round();
    expect([failed, orders.map(({ state, waits }) => [state, waits])]).toEqual([
      [],
      [['standing', undefined]],
    ]);
    await rounds(3);
    const taken = await simulator.lines();
    expect(taken).toHaveLength(1);
    expect(taken[0]).toMatchObject({ what: 'order', carrier: via, cod: 30_000 });
    const { number, reference } = taken[0] as { number: string; reference: string };
    expect(await job()).toMatchObject({
      state: 'accepted',
      trackingNumber: number,
      carrierReference: reference,
    });
  });

  it('is ordered anew when the carrier was too busy, and goes to the ward when it is refused', async () => {
    const busy = await officeAt(via, 'throttle=100%');
    await busy.rounds(3);
    expect(await busy.simulator.lines()).toEqual([]);
    expect(await busy.job()).toMatchObject({ state: 'leased', attempt: 1 });
    const refusing = await officeAt(via, 'refuse=100%');
    await refusing.rounds(3);
    expect(await refusing.simulator.lines()).toEqual([]);
    expect(await refusing.job()).toMatchObject({
      state: 'needs-attention',
      rejectedBy: [refusing.partner.code],
    });
  });

  it('is cancelled with the carrier when the office takes it back', async () => {
    const { simulator, rounds, work, job, clock } = await officeAt(via);
    await rounds(1);
    await cancelJob(work)(ward, jobId, 'the citizen comes to the counter');
    clock.set(plus(clock(), minutes(1)));
    await rounds(2);
    expect(await simulator.standing()).toEqual([]);
    expect(await job()).toMatchObject({ state: 'cancelled', cancel: { answer: 'confirmed' } });
  });
});
