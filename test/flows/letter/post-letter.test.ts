import { describe, expect, it } from 'vitest';
import { memoryDispatchJobs } from '../../../shared/adapters/memory/post/dispatch-jobs.ts';
import { Instant } from '../../../shared/domain/values/instant.ts';
import { placesSample } from '../../../shared/domain/values/places/places-sample.ts';
import { postLetter } from '../../../shared/flows/letter/post-letter.ts';
import { anEventBody, vungTau } from '../../support/builders/dossiers.ts';
import type { WardPost } from '../../../shared/domain/post/partner/ward-post.ts';
import { aWardsPost } from '../../support/builders/post.ts';
import { aBirthEvent, aFamilyDay } from '../../support/builders/family-day.ts';

const toTheHouse = {
  returnMethod: 'post',
  deliveryAddress: { phone: '0912 345 678', street: '12 Lê Lợi', commune: '26506', province: '79' },
};
const received = anEventBody({ status: 'received', occurredAt: '2026-02-27T08:00:00+07:00' });
const delayed = anEventBody({
  ...toTheHouse,
  status: 'delayed',
  procedureCode: '1.004873',
  dueAt: '2026-03-02T17:00:00+07:00',
  newDueAt: '2026-03-04T17:00:00+07:00',
  reason: 'Phải xác minh tại nơi cư trú trước đây.',
});

const arranged = aWardsPost({ ward: vungTau });
const nextDay = Instant.parse('2026-03-03T00:00:00.000Z');

/** A ward whose letter is printed, with the post it has arranged. */
const aPrintedLetter = async (...events: Record<string, unknown>[]) => {
  const day = await aFamilyDay();
  for (const event of events) await day.report(event);
  await day.renderAll();
  const [letter] = await day.letters();
  const { ward, id } = letter!;
  await day.act({ ward, id }, 'released', {}, 'clerk');
  await day.print(vungTau, [id], 'clerk');
  const jobs = memoryDispatchJobs();
  const ports = { ...day.store, jobs, places: async () => placesSample, clock: day.clock };
  const posted = async (post?: WardPost) =>
    postLetter({ ...ports, posts: { of: async () => post } })({ ward, id }, {}, 'clerk');
  return { posted: () => posted(arranged), postedWithout: () => posted(), jobs };
};

describe('a letter that is posted', () => {
  it('by itself, an apology, is fetched by the ward’s postal partner, at the office’s expense', async () => {
    const { posted, jobs } = await aPrintedLetter(received, delayed);
    const outcome = await posted();
    expect(outcome).toMatchObject({ is: 'done', letter: { state: 'posted' } });
    const { dispatchJobId } = (outcome as { letter: { dispatchJobId: string } }).letter;
    expect(await jobs.find({ ward: vungTau }, dispatchJobId)).toMatchObject({
      state: 'ready',
      partner: 'vnpost',
      dossierCode: delayed['dossierCode'],
      recipient: {
        name: 'Nguyễn Thị Hằng',
        address: { line1: '12 Lê Lợi', communeCode: '26506', provinceCode: '79' },
        idDocumentRequired: false,
      },
      parcel: { contents: 'letter' },
      fee: { payer: 'office' },
      cod: { due: 0 },
    });
  });

  it('twice asks for one journey, and leaves the one of the result its own', async () => {
    const { posted, jobs } = await aPrintedLetter(received, delayed);
    const [first, second] = [await posted(), await posted()];
    expect(second).toEqual(first);
    expect(await jobs.claimable('vnpost', nextDay, 10, {})).toHaveLength(1);
    const { dispatchJobId } = (first as { letter: { dispatchJobId: string } }).letter;
    expect(dispatchJobId).not.toMatch(/_r1_/);
  });

  it.each([
    ['lies in the parcel of its result, a letter of welcome', [aBirthEvent(toTheHouse)]],
    ['goes by stamp where the dossier names no address', [received, { ...delayed, deliveryAddress: null }]],
  ])('%s: no journey of its own', async (_, events) => {
    const { posted, jobs } = await aPrintedLetter(...events);
    const outcome = await posted();
    expect(outcome).toMatchObject({ is: 'done', letter: { state: 'posted' } });
    expect(outcome).not.toHaveProperty('letter.dispatchJobId');
    expect(await jobs.claimable('vnpost', nextDay, 10, {})).toEqual([]);
  });

  it('of a ward that has arranged no post is noted and no more', async () => {
    const { postedWithout } = await aPrintedLetter(received, delayed);
    const outcome = await postedWithout();
    expect(outcome).toMatchObject({ is: 'done', letter: { state: 'posted' } });
    expect(outcome).not.toHaveProperty('letter.dispatchJobId');
  });
});
