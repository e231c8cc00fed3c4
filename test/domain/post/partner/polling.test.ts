import { describe, expect, it } from 'vitest';
import { between, hours } from '../../../../shared/domain/values/instant.ts';
import { PostalPartner } from '../../../../shared/domain/post/partner/partner.ts';
import { silenceOf } from '../../../../shared/domain/post/partner/polling.ts';
import { aPartner, at } from '../../../support/builders/post.ts';

const twoHours = aPartner();
const offered = at('09:00');

describe('a partner that has jobs to fetch', () => {
  it.each([
    ['never asked, two hours after the offer', undefined, at('11:00'), false],
    ['never asked, a moment later', undefined, at('11:00:01'), true],
    ['asked half an hour ago', at('10:30'), at('11:01'), false],
    ['asked before the offer, and not since', at('08:00'), at('11:01'), true],
    ['asked after the offer, and then stopped', at('09:30'), at('11:31'), true],
  ])('%s', (_, asked, now, silent) => {
    expect(silenceOf(twoHours, offered, asked, now, between)).toEqual(
      silent ? { partner: 'vnpost', offeredSince: offered, ...(asked && { lastAskedAt: asked }) } : undefined,
    );
  });

  it('need not ask while offices are closed', () => {
    const closed = () => 0;
    expect(silenceOf(twoHours, offered, undefined, at('09:00', 6), closed)).toBeUndefined();
  });

  it('may have agreed on another time', () => {
    const patient = aPartner({ asksWithinMinutes: 600 });
    expect(silenceOf(patient, offered, undefined, at('18:59'), () => hours(10))).toBeUndefined();
    expect(silenceOf(patient, offered, undefined, at('19:01'), () => hours(10) + 1)).toBeDefined();
  });

  it('is given two hours where nothing was agreed', () => {
    expect(PostalPartner.parse({ code: 'ghn', name: 'GHN', codes: 'ghn/2' }).asksWithinMinutes).toBe(120);
  });
});
