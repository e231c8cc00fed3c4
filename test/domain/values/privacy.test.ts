import { describe, expect, expectTypeOf, it } from 'vitest';
import { type DispatchJob, dispatchJobPrivacy } from '../../../shared/domain/post/job/dispatch-job.ts';
import { forgotten } from '../../../shared/domain/post/job/ends/forget.ts';
import { judgeScan } from '../../../shared/domain/post/tracking/tracking.ts';
import { baoTin } from '../../../shared/domain/post/tracking/carriers/bao-tin.ts';
import {
  divide,
  type OpenPart,
  personalIn,
  type Privacy,
  type Remains,
  withoutPerson,
} from '../../../shared/domain/values/privacy.ts';
import { anAcceptedJob, aScan, at } from '../../support/builders/post.ts';

describe('a mark for every field', () => {
  it('is asked for by the compiler: a new field of a job without one does not pass', () => {
    expectTypeOf(dispatchJobPrivacy).toExtend<Privacy<DispatchJob>>();
    expectTypeOf(dispatchJobPrivacy).not.toExtend<Privacy<DispatchJob & { unheardOf?: string }>>();
  });

  it('keeps personal fields out of what a log line is made of', () => {
    expectTypeOf<OpenPart<DispatchJob, typeof dispatchJobPrivacy>>().toHaveProperty('jobId');
    expectTypeOf<OpenPart<DispatchJob, typeof dispatchJobPrivacy>>().not.toHaveProperty('recipient');
  });

  it('asks what remains of a personal field that a record cannot do without', () => {
    expectTypeOf<{}>().not.toExtend<Remains<DispatchJob, typeof dispatchJobPrivacy>>();
  });
});

describe('a record', () => {
  type Note = { id: string; about: string; words?: string };
  const privacy = { id: 'open', about: 'personal', words: 'personal' } as const satisfies Privacy<Note>;

  it('is divided by its table, and a field that nobody marked is nobody’s to show', () => {
    expect(divide({ id: '1', about: 'An', later: 'unmarked', words: undefined }, privacy)).toEqual({
      open: { id: '1' },
      personal: { about: 'An', later: 'unmarked' },
    });
    expect(personalIn(privacy)).toEqual(['about', 'words']);
  });

  it('keeps of its person what was said to remain, and nothing else', () => {
    const note: Note = { id: '1', about: 'An', words: 'rang her' };
    expect(withoutPerson<Note, typeof privacy>(note, privacy, { about: () => '' })).toEqual({
      id: '1',
      about: '',
    });
  });
});

describe('a job whose citizen is forgotten', () => {
  const asked = { at: at('11:00'), reason: 'chị Hằng xin tự đến lấy' };
  const job = anAcceptedJob({
    releaseReason: 'chị Hằng đi vắng',
    cancel: { ...asked, answer: 'confirmed' },
    recall: { ...asked, answer: 'chị Hằng đã nhận' },
    corrections: [
      { at: at('12:00'), by: 'chị Lan', client: 'c', reason: 'Hằng gọi', from: 'lost', to: 'delivered' },
    ],
    cod: {
      ...anAcceptedJob().cod,
      settled: { at: at('12:00'), by: 'chị Lan', client: 'c', reason: 'Hằng đã trả' },
    },
  });

  it('has none of the words that officers and partners wrote about them, and all of its figures', () => {
    const after = forgotten(job);
    expect(JSON.stringify(after)).not.toMatch(/Hằng|Lan|912345678/);
    expect(after).toMatchObject({
      jobId: job.jobId,
      state: job.state,
      cod: { state: job.cod.state, due: 30_000, settled: { at: at('12:00') } },
      recipient: { address: { provinceCode: '82', communeCode: '29926', line1: '' } },
      pickup: { name: 'UBND phường Vũng Tàu' },
      corrections: [{ from: 'lost', to: 'delivered' }],
    });
  });

  it('is judged as before by later scans: that a cancellation was agreed to is no free word', () => {
    expect(forgotten(job).cancel).toEqual({ at: at('11:00'), reason: '', answer: 'confirmed' });
    expect(forgotten(job).recall).toEqual({ at: at('11:00'), reason: '' });
  });

  it('learns nothing new about them from a scan that comes late', () => {
    const late = aScan('delivered', at('14:00'), {
      location: { text: 'nhà bà Hằng' },
      receivedBy: { relation: 'family', idChecked: true },
    });
    const verdict = judgeScan(forgotten(job), late, baoTin, at('14:01'));
    expect(verdict).toMatchObject({ is: 'kept', record: { event: { code: 'delivered' } } });
    expect(JSON.stringify(verdict)).not.toMatch(/Hằng|family/);
  });
});
