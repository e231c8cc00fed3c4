import { describe, expect, it } from 'vitest';
import { talliesOf } from '../../../shared/domain/report/counted/thing.ts';
import { aWard, code, vungTau } from '../../support/builders/dossiers.ts';
import { aCitizensDay } from '../../support/builders/citizens.ts';

const copies = '2.000815';
const friday = (time: string) => `2026-03-06T${time}:00+07:00`;

/** An office that lets nobody wait for copies on Fridays; its counter shuts at five. */
const aFriday = async (first: Record<string, unknown> = {}) => {
  const day = await aCitizensDay({ dossierCode: 'H29.26-260302-0999' });
  const offers = {
    helpWeekly: [],
    helpDated: [],
    noAppointment: { weekdays: [5 as const], procedures: [copies] },
  };
  await day.store.settings.save(aWard({ offers }));
  day.turn(Date.parse(friday('09:00')) - Date.parse(day.clock()));
  const report = async (status: string, time: string, more: Record<string, unknown> = {}) =>
    day.report({
      eventId: `${status}-${time}`,
      procedureCode: copies,
      status,
      occurredAt: friday(time),
      ...first,
      ...more,
    });
  const owed = async () =>
    (await day.store.notifications.ofDossier(vungTau, code)).filter(({ state }) => state !== 'cancelled');
  const figures = async () => {
    const [found] = await day.store.dossiers.find([{ ward: vungTau, code }]);
    return talliesOf({ is: 'dossier', dossier: found!.dossier }).map(({ figure }) => figure);
  };
  return { ...day, report, owed, figures };
};

describe('a day on which nobody waits', () => {
  it('tells nobody who got the result at the counter that it was received or is ready', async () => {
    const { report, owed, turn, figures } = await aFriday();
    await report('received', '09:00');
    turn(15 * 60_000);
    await report('completed', '09:15');
    await report('returned', '09:20');
    expect(await owed()).toEqual([]);
    expect(await figures()).toEqual(expect.arrayContaining(['at-once-filed', 'at-once-kept']));
  });

  it('tells of the reception at closing time where no result came', async () => {
    const { report, owed, figures } = await aFriday();
    await report('received', '09:00');
    expect(await owed()).toMatchObject([{ purpose: 'received', dueAt: '2026-03-06T10:00:00.000Z' }]);
    expect(await figures()).toContain('at-once-filed');
    expect(await figures()).not.toContain('at-once-kept');
  });

  it('tells of a result that still lies at the counter after twenty minutes', async () => {
    const { report, owed, turn } = await aFriday();
    await report('received', '09:00');
    turn(15 * 60_000);
    await report('completed', '09:15');
    expect(await owed()).toMatchObject([{ purpose: 'ready-counter', dueAt: '2026-03-06T02:35:00.000Z' }]);
  });

  it.each([
    ['of another procedure', { procedureCode: '1.004873' }, friday],
    ['filed on another day', {}, (time: string) => `2026-03-05T${time}:00+07:00`],
  ])('is none for a dossier %s: it is told as ever', async (_, given, on) => {
    const { report, owed, figures } = await aFriday(given);
    await report('received', '08:00', { occurredAt: on('08:00') });
    await report('completed', '08:30', { occurredAt: on('08:30') });
    expect((await owed()).map(({ purpose }) => purpose)).toEqual(['ready-counter']);
    expect(await figures()).not.toContain('at-once-filed');
  });
});

describe('what an office notes of how it served somebody', () => {
  it('counts help, the five steps on the spot, and why a promise was not kept', async () => {
    const { report, figures, turn } = await aFriday();
    turn(60 * 60_000);
    await report('received', '09:00', {
      helped: ['writing', 'online'],
      digitised: true,
      filingChannel: 'online',
    });
    await report('completed', '09:15', {
      onTheSpot: { appraisedAt: friday('09:05'), approvedAt: friday('09:10') },
    });
    await report('returned', '09:20', { onTheSpot: { stampedAt: friday('09:14') } });
    expect(await figures()).toEqual(
      expect.arrayContaining([
        'helped-writing',
        'helped-online',
        'digitised-yes',
        'on-the-spot',
        'filed-online',
      ]),
    );
  });

  it('is on the spot only where every step of the five is known and was that day', async () => {
    const { report, figures, turn } = await aFriday();
    turn(60 * 60_000);
    await report('received', '09:00');
    await report('completed', '09:15', { onTheSpot: { appraisedAt: friday('09:05') } });
    await report('returned', '09:20');
    expect(await figures()).not.toContain('on-the-spot');
  });

  it('names the cause of a result that came too late', async () => {
    const { report, figures, turn } = await aFriday();
    turn(60 * 60_000);
    await report('received', '07:00', {
      dueAt: '2026-03-05T17:00:00+07:00',
      occurredAt: '2026-03-02T07:00:00+07:00',
    });
    await report('delayed', '08:00', {
      newDueAt: friday('17:00'),
      reason: 'Phần mềm lỗi',
      lateBecause: 'software',
    });
    await report('completed', '08:30');
    expect(await figures()).toContain('late-because-software');
  });
});
