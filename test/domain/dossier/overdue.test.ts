import { describe, expect, it } from 'vitest';
import { ApologyContent } from '../../../shared/domain/dossier/apology.ts';
import { at, Day } from '../../../shared/domain/values/day.ts';
import type { Instant } from '../../../shared/domain/values/instant.ts';
import {
  late,
  lateWithoutApology,
  type Promised,
  toApologiseToday,
} from '../../../shared/domain/dossier/standing/overdue.ts';

const moment = (text: string): Instant => {
  const [day, time] = text.split(' ') as [string, string];
  return at(Day.parse(day), time);
};
const now = moment('2026-03-10 09:00');
const aDossier = (more: Partial<Promised> = {}): Promised => ({
  code: 'H29.26-260302-0001',
  dueAt: moment('2026-03-05 17:00'),
  apologies: [],
  ...more,
});
const codes = (found: readonly { code: string }[]) => found.map(({ code }) => code);

describe('a dossier is late', () => {
  it.each<[string, Partial<Promised>, number]>([
    ['since its due day, while nobody has finished it', {}, 5],
    ['on the next day already, at 00:00', { dueAt: moment('2026-03-09 17:00') }, 1],
    ['by the day it was finished, not by today', { finishedAt: moment('2026-03-06 08:00') }, 1],
  ])('%s', (_, more, daysLate) => expect(late([aDossier(more)], now)[0]?.daysLate).toBe(daysLate));

  it.each<[string, Partial<Promised>]>([
    ['on its due day, even after the hour', { dueAt: moment('2026-03-10 08:00') }],
    ['finished on its due day, even after the hour', { finishedAt: moment('2026-03-05 18:30') }],
    ['finished before', { finishedAt: moment('2026-03-04 10:00') }],
    ['without a date, as the rules allow for some procedures', { dueAt: undefined }],
  ])('but not %s', (_, more) => expect(late([aDossier(more)], now)).toEqual([]));

  it('and the longest wait comes first', () => {
    const three = [
      aDossier({ code: 'B', dueAt: moment('2026-03-08 17:00') }),
      aDossier({ code: 'C', dueAt: moment('2026-03-02 17:00') }),
      aDossier({ code: 'A', dueAt: moment('2026-03-08 11:00') }),
    ];
    expect(codes(late(three, now))).toEqual(['C', 'A', 'B']);
  });
});

describe('an apology', () => {
  it.each<[string, string[], string]>([
    ['before the due date is on time', ['2026-03-04 16:00'], 'on-time'],
    ['on the evening of the due date is on time', ['2026-03-05 23:59'], 'on-time'],
    ['on the day after is late', ['2026-03-06 00:00'], 'late'],
    ['on time is not undone by a second one', ['2026-03-04 16:00', '2026-03-09 08:00'], 'on-time'],
    ['that nobody wrote is none', [], 'none'],
  ])('%s', (_, written, apology) => {
    const found = late([aDossier({ apologies: written.map(moment) })], now);
    expect(found[0]?.apology).toBe(apology);
  });

  it('is missing for the late dossiers that nobody apologised for in time', () => {
    const three = [
      aDossier({ code: 'apologised', apologies: [moment('2026-03-05 09:00')] }),
      aDossier({ code: 'silent' }),
      aDossier({ code: 'too late', apologies: [moment('2026-03-07 09:00')] }),
    ];
    expect(codes(lateWithoutApology(three, now))).toEqual(['silent', 'too late']);
  });

  it('can still be written today for what is due today', () => {
    const dueAt = moment('2026-03-10 17:00');
    const four = [
      aDossier({ code: 'due today', dueAt }),
      aDossier({ code: 'finished', dueAt, finishedAt: now }),
      aDossier({ code: 'apologised', dueAt, apologies: [now] }),
      aDossier({ code: 'late already' }),
    ];
    expect(codes(toApologiseToday(four, now))).toEqual(['due today']);
  });
});

describe('the letter of apology', () => {
  const content = {
    addressee: 'Bà Nguyễn Thị Hằng',
    dossierCode: 'H29.26-260302-0001',
    subject: 'Xác nhận tình trạng hôn nhân',
    receivedAt: moment('2026-03-02 09:15'),
    dueAt: moment('2026-03-05 17:00'),
    lateUnit: 'Phòng Văn hóa – Xã hội',
    reason: 'chờ kết quả xác minh tại nơi cư trú trước đây',
    newDueAt: moment('2026-03-10 17:00'),
    place: 'Trung tâm Phục vụ hành chính công phường Vũng Tàu',
    signer: { title: 'Phó Chủ tịch', name: 'Trần Văn Nam' },
  };

  it('names the old date, the unit, the reason, the new date and the place', () => {
    expect(ApologyContent.parse(content)).toEqual({ ...content, copies: [] });
  });

  it.each(['reason', 'lateUnit', 'newDueAt', 'place'])('is no apology without %s', (field) => {
    expect(ApologyContent.safeParse({ ...content, [field]: undefined }).success).toBe(false);
  });

  it('cannot promise a date that is not later', () => {
    expect(ApologyContent.safeParse({ ...content, newDueAt: content.dueAt }).success).toBe(false);
  });
});
