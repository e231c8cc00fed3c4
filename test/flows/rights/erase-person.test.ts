import { describe, expect, it } from 'vitest';
import { nationalCalendars } from '../../../shared/domain/calendar/national/calendars.ts';
import type { Deed } from '../../../shared/domain/people/audit.ts';
import { deadlines, firstAnswer, lastDayFor } from '../../../shared/domain/rights/deadlines.ts';
import type { Erasure } from '../../../shared/domain/rights/erasure.ts';
import { Day } from '../../../shared/domain/values/day.ts';
import { Instant } from '../../../shared/domain/values/instant.ts';
import { Ward } from '../../../shared/domain/values/ward.ts';
import { erasePerson } from '../../../shared/flows/rights/erase-person.ts';

const ward = Ward.parse('26506');
const marks = { phones: ['hash'], dossiers: [] };
const asked = { request: 'YC-12', by: 'Lê Văn Tám', reason: 'bà Hoa xin xóa' };

const anOffice = (removeFiles = (_keys: string[]) => Promise.resolve()) => {
  const done: string[] = [];
  const kept: { erasure?: Erasure; deed?: Deed } = {};
  const erase = erasePerson({
    persons: {
      erase: () => {
        done.push('table');
        const found = { erased: { dossier: 1 }, kept: { figures: 1 }, jobs: ['j-1'] };
        return Promise.resolve({ ...found, fileKeys: ['letters/a.pdf'] });
      },
      remember: (erasure) => {
        done.push('receipt');
        return Promise.resolve(void (kept.erasure = erasure));
      },
    },
    audit: { note: (deed) => Promise.resolve(void (kept.deed = deed)) },
    files: {
      removeFiles: async (keys) => {
        await removeFiles(keys);
        done.push(...keys);
      },
      removeEvidence: (job) => Promise.resolve(void done.push(job)),
      keepReceipt: ({ id }) => Promise.resolve(void done.push(`receipt ${id} beside the table`)),
    },
    clock: () => Instant.parse('2026-12-01T02:00:00.000Z'),
    newId: () => 'e-1',
  });
  return { erase, done, kept };
};

describe('erasing a citizen', () => {
  it('takes table and files before anything is said to be erased', async () => {
    const { erase, done } = anOffice();
    await erase(ward, marks, asked);
    expect(done).toEqual(['table', 'letters/a.pdf', 'j-1', 'receipt e-1 beside the table', 'receipt']);
  });

  it('gives no receipt when a file could not be taken, so that it is asked again', async () => {
    const { erase, done, kept } = anOffice(() => Promise.reject(new Error('the bucket is away')));
    await expect(erase(ward, marks, asked)).rejects.toThrow('the bucket is away');
    expect(done).not.toContain('receipt');
    expect(kept).toEqual({});
  });

  it('leaves a receipt that names nobody; the leader and the reason stand in the office’s log', async () => {
    const { erase, kept } = anOffice();
    const receipt = await erase(ward, marks, asked);
    expect(JSON.stringify(receipt)).not.toMatch(/Hoa|Tám/);
    expect(kept.erasure).toEqual(receipt);
    expect(kept.deed).toMatchObject({ by: 'Lê Văn Tám', about: 'YC-12', words: 'bà Hoa xin xóa' });
  });
});

describe('a request about one’s own data', () => {
  it.each([
    ['export', '2026-12-11'],
    ['correct', '2026-12-11'],
    ['restrict', '2026-12-16'],
    ['erase', '2026-12-21'],
  ] as const)('to %s that comes in on 1/12 is answered by %s at the latest', (what, last) => {
    expect(lastDayFor(deadlines[what], Day.parse('2026-12-01'), nationalCalendars)).toBe(last);
  });

  it('of a Friday is first answered on Tuesday: two working days', () => {
    expect(lastDayFor(firstAnswer, Day.parse('2026-12-04'), nationalCalendars)).toBe('2026-12-08');
  });
});
