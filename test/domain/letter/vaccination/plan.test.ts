import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, Day } from '../../../../shared/domain/values/day.ts';
import {
  planVaccination,
  plannedOn,
  unknownOptional,
} from '../../../../shared/domain/letter/vaccination/plan.ts';
import type { PlanRequest, VaccinationPlan } from '../../../../shared/domain/letter/vaccination/plan.ts';
import { VaccinationPlace, type SessionRule } from '../../../../shared/domain/letter/vaccination/place.ts';
import { currentSchedule, reach } from '../../../../shared/domain/letter/vaccination/schedule.ts';

const day = (text: string): Day => Day.parse(text);
const everything = ['ROTA', 'PCV', 'pcv-3', 'TD', 'HPV'];
const plan = (bornOn: string, more: Partial<PlanRequest> = {}): VaccinationPlan =>
  planVaccination({ bornOn: day(bornOn), ...more }, currentSchedule);
const dues = (of: VaccinationPlan): Record<string, string> =>
  Object.fromEntries(of.doses.map(({ id, dueOn }) => [id, dueOn]));
const aPlace = (...sessions: SessionRule[]): VaccinationPlace =>
  VaccinationPlace.parse({ id: 'tyt', name: 'Trạm Y tế', address: '1 Lê Lợi', sessions });
const hours = { from: '07:30', to: '11:00' };

describe('a plan counted from the day of birth', () => {
  it.each([
    {
      bornOn: '2026-02-20',
      two: '2026-04-20',
      three: '2026-05-20',
      five: '2026-07-20',
      eighteen: '2027-08-20',
    },
    {
      bornOn: '2026-12-31',
      two: '2027-02-28',
      three: '2027-03-31',
      five: '2027-05-31',
      eighteen: '2028-06-30',
    },
    {
      bornOn: '2027-12-31',
      two: '2028-02-29',
      three: '2028-03-31',
      five: '2028-05-31',
      eighteen: '2029-06-30',
    },
    {
      bornOn: '2026-12-30',
      two: '2027-02-28',
      three: '2027-03-30',
      five: '2027-05-30',
      eighteen: '2028-06-30',
    },
    {
      bornOn: '2028-02-29',
      two: '2028-04-29',
      three: '2028-05-29',
      five: '2028-07-29',
      eighteen: '2029-08-29',
    },
    {
      bornOn: '2026-08-30',
      two: '2026-10-30',
      three: '2026-11-30',
      five: '2027-01-30',
      eighteen: '2028-02-29',
    },
    {
      bornOn: '2026-08-31',
      two: '2026-10-31',
      three: '2026-11-30',
      five: '2027-01-31',
      eighteen: '2028-02-29',
    },
    {
      bornOn: '2026-11-30',
      two: '2027-01-30',
      three: '2027-02-28',
      five: '2027-04-30',
      eighteen: '2028-05-30',
    },
  ])(
    'keeps the day of the month for a child born on $bornOn, or takes the last of a shorter month',
    (birth) => {
      const due = dues(plan(birth.bornOn));
      expect(due).toMatchObject({
        'hepb-0': birth.bornOn,
        'dpt-hepb-hib-1': birth.two,
        'dpt-hepb-hib-2': birth.three,
        'ipv-1': birth.five,
        'mr-1': birth.eighteen,
      });
    },
  );

  it('counts the second and third encephalitis doses from the dose before', () => {
    expect(dues(plan('2027-02-28'))).toMatchObject({
      'je-1': '2028-02-28',
      'je-2': '2028-03-06',
      'je-3': '2029-03-06',
    });
  });

  it('shows only what the whole country gives, until the ward switches more on', () => {
    const shown = plan('2026-02-20').doses.map(({ id }) => id);
    expect(shown).toHaveLength(16);
    expect(shown.filter((id) => /^(rota|pcv|td|hpv)/.test(id))).toEqual([]);
    expect(plan('2026-02-20', { optional: everything }).doses).toHaveLength(23);
  });

  it('switches a value from memory on only when it is named itself', () => {
    const shown = plan('2026-02-20', { optional: ['pcv'] }).doses.map(({ id }) => id);
    expect(shown).toContain('pcv-2');
    expect(shown).not.toContain('pcv-3');
  });

  it('leaves the dose for girls out of a boy’s plan', () => {
    expect(dues(plan('2026-02-20', { optional: ['HPV'], sex: 'male' }))).not.toHaveProperty('hpv-1');
  });

  it('sends a family that registers late to the health station for what is past', () => {
    const late = plan('2026-02-20', { asOf: day('2026-06-01') });
    const past = late.doses.filter((dose) => dose.past).map(({ id }) => id);
    expect(past).toEqual(['hepb-0', 'bcg-1', 'dpt-hepb-hib-1', 'bopv-1', 'dpt-hepb-hib-2', 'bopv-2']);
    expect(late.askHealthStation).toBe('Hỏi Trạm Y tế');
  });

  it('notices a vaccine name in the settings that switches nothing on', () => {
    expect(unknownOptional(['ROTA', 'BCG', 'ROTAA'], currentSchedule)).toEqual(['BCG', 'ROTAA']);
  });

  it('says that nobody has confirmed the published values yet', () => {
    expect(currentSchedule.confirmed).toBe(false);
  });
});

describe('a plan with the sessions of a place', () => {
  it('offers the first session on or after the due day', () => {
    const place = aPlace({ type: 'day_of_month', days: [5, 25], ...hours });
    const [dose] = plan('2026-02-20', { place }).doses.filter(({ id }) => id === 'dpt-hepb-hib-1');
    expect(dose).toMatchObject({
      dueOn: '2026-04-20',
      session: { on: '2026-04-25', from: '07:30', to: '11:00' },
    });
    expect(dose).not.toHaveProperty('gapDays');
  });

  it('counts the next dose from the session, so that the interval holds in real life', () => {
    const place = aPlace({ type: 'day_of_month', days: [25], ...hours });
    expect(dues(plan('2026-02-20', { place }))['dpt-hepb-hib-2']).toBe('2026-05-25');
  });

  it('flags a wait of more than thirty days', () => {
    const place = aPlace({ type: 'dates', dates: [day('2026-06-15')], ...hours });
    const [dose] = plan('2026-02-20', { place }).doses.filter(({ id }) => id === 'bopv-1');
    expect(dose).toMatchObject({ session: { on: '2026-06-15' }, gapDays: 56 });
  });

  it('offers a session on the very last day of the latest age, and none a day later', () => {
    const sessions = ['2026-03-20', '2026-03-21'].map(day).map((on) => {
      const place = aPlace({ type: 'dates', dates: [on], ...hours });
      return plan('2026-02-20', { place }).doses.find(({ id }) => id === 'bcg-1');
    });
    expect(sessions).toMatchObject([{ session: { on: '2026-03-20' } }, { past: true }]);
  });

  it('offers no session for the dose of the birthplace, and none after the latest age', () => {
    const place = aPlace({ type: 'dates', dates: [day('2026-03-25')], ...hours });
    const doses = plan('2026-02-20', { place }).doses;
    expect(doses[0]).not.toHaveProperty('session');
    expect(doses[1]).toMatchObject({ id: 'bcg-1', past: true });
  });
});

describe('every plan', () => {
  const births = fc.integer({ min: 0, max: 5000 }).map((offset) => addDays(day('2023-01-01'), offset));
  const weekly = fc
    .uniqueArray(fc.constantFrom('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'), { minLength: 1 })
    .map((weekdays): SessionRule => ({ type: 'weekly', weekdays, ...hours }));
  const monthly = fc
    .uniqueArray(fc.integer({ min: 1, max: 28 }), { minLength: 1 })
    .map((days): SessionRule => ({ type: 'day_of_month', days, ...hours }));
  const places = fc.option(
    fc.oneof(weekly, monthly).map((rule) => aPlace(rule)),
    { nil: undefined },
  );
  const requests = fc.tuple(births, places).map(([bornOn, place]): PlanRequest => ({
    bornOn,
    optional: everything,
    ...(place && { place }),
  }));
  const runs = { seed: 20261121, numRuns: 300 };

  it('never asks a child in before the earliest age, nor closer to the last dose than the interval', () => {
    fc.assert(
      fc.property(requests, (request) => {
        const { doses } = planVaccination(request, currentSchedule);
        for (const dose of currentSchedule.doses) {
          const mine = doses.find(({ id }) => id === dose.id)!;
          const before = doses.find(({ id }) => id === dose.after?.dose);
          const least = dose.id === 'je-2' ? 7 : currentSchedule.minimumIntervalDays;
          expect(mine.dueOn >= reach(request.bornOn, dose.earliestAge ?? 'P0D')).toBe(true);
          expect(plannedOn(mine) >= mine.dueOn).toBe(true);
          expect(before ? daysBetween(plannedOn(before), plannedOn(mine)) : least).toBeGreaterThanOrEqual(
            least,
          );
        }
      }),
      runs,
    );
  });

  it('stands in the order of its days, and never asks a younger child in earlier', () => {
    fc.assert(
      fc.property(requests, fc.integer({ min: 1, max: 60 }), (request, younger) => {
        const older = planVaccination(request, currentSchedule);
        expect(older.doses.map(({ dueOn }) => dueOn)).toEqual(
          older.doses.map(({ dueOn }) => dueOn).toSorted(),
        );
        const later = planVaccination(
          { ...request, bornOn: addDays(request.bornOn, younger) },
          currentSchedule,
        );
        for (const dose of older.doses.filter(({ past }) => !past)) {
          const sibling = later.doses.find(({ id }) => id === dose.id)!;
          expect(sibling.past ?? plannedOn(sibling) >= plannedOn(dose)).toBe(true);
        }
      }),
      runs,
    );
  });
});
