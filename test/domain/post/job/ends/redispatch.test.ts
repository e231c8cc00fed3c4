import { describe, expect, it } from 'vitest';
import { NewDispatchJob, newJob } from '../../../../../shared/domain/post/job/dispatch-job.ts';
import { placesSample } from '../../../../../shared/domain/values/places/places-sample.ts';
import { redispatching } from '../../../../../shared/domain/post/job/ends/redispatch.ts';
import { aWantedJob, anAddress, at } from '../../../../support/builders/post.ts';

/** Papers that are back at the office, asked for with every field there is. */
const wanted = aWantedJob({
  letter: 'an-apology-that-went-by-itself',
  redispatchOf: 'the-journey-before',
  resultVersion: 2,
  journey: 3,
  priority: 2,
  dueBy: at('17:00', 4),
  maxAttempts: 7,
});
const job = newJob(wanted, placesSample, at('09:00'));

const again = (to: Parameters<typeof redispatching>[1] = {}) => {
  const redispatched = redispatching(job, to, placesSample, at('10:00', 2));
  if (redispatched.is !== 'again') throw new Error(redispatched.is);
  return redispatched.next;
};

describe('the next journey of papers that came back', () => {
  const own = { journey: 4, redispatchOf: job.jobId, codDue: undefined };

  it.each(Object.keys(NewDispatchJob.shape).filter((key) => !(key in own)) as (keyof typeof wanted)[])(
    'carries on what was asked of the first: %s',
    (key) => {
      expect(wanted[key]).toBeDefined();
      expect(again()).toHaveProperty(key, wanted[key]);
    },
  );

  it('has a number of its own, names the journey before it, and asks for the same cash again', () => {
    expect(again()).toMatchObject({ journey: 4, redispatchOf: job.jobId, cod: { due: 30_000 } });
  });

  it('takes over nothing of what became of the first', () => {
    expect(again()).toEqual(
      newJob({ ...wanted, journey: 4, redispatchOf: job.jobId }, placesSample, at('10:00', 2)),
    );
  });

  it('goes where the office says now, by whom it says now', () => {
    const address = anAddress({ line1: 'Số 14' });
    expect(again({ address, partner: 'ems' })).toMatchObject({ partner: 'ems', recipient: { address } });
  });
});
