import { describe, expect, it } from 'vitest';
import { DispatchJob, jobIdOf, newJob } from '../../../../shared/domain/post/job/dispatch-job.ts';
import { Fee, quotedTotal } from '../../../../shared/domain/post/money/fee.ts';
import { takeStep } from '../../../../shared/domain/post/job/job-step.ts';
import { offerOf } from '../../../../shared/domain/post/job/job-offer.ts';
import { claiming } from '../../../../shared/domain/post/job/lease.ts';
import { placesSample } from '../../../../shared/domain/values/places/places-sample.ts';
import { aClaim, aJob, anAddress, at, aWantedJob } from '../../../support/builders/post.ts';

describe('a new dispatch job', () => {
  it('is named by dossier, result version and direction, so that deciding twice asks for one journey', () => {
    expect(jobIdOf(aWantedJob())).toBe('26506_H29.26-260302-0001_r1_to-citizen_j1');
    const others = [{ resultVersion: 2 }, { direction: 'from-citizen' as const }, { journey: 2 }];
    expect(new Set(others.map((other) => jobIdOf(aWantedJob(other)))).size).toBe(3);
  });

  it('is on offer at once when the address is complete, and is a valid job', () => {
    const job = newJob(aWantedJob(), placesSample, at('09:00'));
    expect(DispatchJob.parse(job)).toEqual(job);
    expect(job).toMatchObject({ state: 'ready', visibleAt: at('09:00'), cod: { state: 'due', due: 30_000 } });
  });

  it('waits for the ward with its reasons when the address is not', () => {
    const recipient = { ...aWantedJob().recipient, address: anAddress({ communeCode: '99999' }) };
    const job = newJob(aWantedJob({ recipient }), placesSample, at('09:00'));
    expect(job).toMatchObject({ state: 'draft', waitsFor: ['commune-unknown'] });
    expect(job.visibleAt).toBeUndefined();
  });

  it('collects from the citizen as well: then it is the pick-up address that must be complete', () => {
    const pickup = { ...aWantedJob().pickup, address: anAddress({ line1: ' ', hamlet: '' }) };
    const job = newJob(aWantedJob({ direction: 'from-citizen', pickup }), placesSample, at('09:00'));
    expect(job).toMatchObject({ state: 'draft', waitsFor: ['house-missing'] });
  });

  it('owes no cash at the door when nothing is due', () => {
    expect(newJob(aWantedJob({ codDue: 0 }), placesSample, at('09:00')).cod).toEqual({
      state: 'none',
      due: 0,
    });
  });
});

describe('a fee', () => {
  it('adds up in whole VND', () => {
    expect(quotedTotal(aWantedJob().fee)).toBe(30_000);
  });

  it.each([
    [{ payer: 'free', lines: [] }, false],
    [{ payer: 'free', exemption: 'TT 22/2017/TT-BTTTT', lines: [] }, true],
    [{ payer: 'office', exemption: 'TT 22/2017/TT-BTTTT', lines: [] }, false],
    [{ payer: 'office', lines: [] }, true],
  ])('names its exemption if and only if it is free: %o', (fee, right) => {
    expect(Fee.safeParse(fee).success).toBe(right);
  });
});

describe('a step', () => {
  it('notes when a state was entered for the first time', () => {
    const job = aJob();
    const made = takeStep(job, claiming(at('09:30'), aClaim('claim-0001')));
    const after = made.is === 'moved' ? made.job : job;
    const again = takeStep(after, claiming(at('10:00'), aClaim('claim-0002')));
    const stolen = again.is === 'moved' ? again.job : job;
    expect(stolen.reached).toEqual({ ready: at('09:00'), leased: at('09:30') });
  });

  it('leaves the job that it was given as it was', () => {
    const job = aJob();
    takeStep(job, claiming(at('09:30'), aClaim('claim-0001')));
    expect(job).toEqual(aJob());
  });
});

it('is offered to the partner with its lease and without the office’s own affairs', () => {
  const offer = offerOf(aJob({ rejectedBy: ['ghn'] }));
  expect(offer).toMatchObject({
    lease: { epoch: 0, maxAttempts: 5 },
    cod: { amount: 30_000, currency: 'VND' },
  });
  expect(JSON.stringify(offer)).not.toContain('rejectedBy');
});
