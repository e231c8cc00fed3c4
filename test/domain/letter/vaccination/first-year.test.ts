import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose } from '../../../../shared/domain/letter/compose.ts';
import { plannedOn, planVaccination } from '../../../../shared/domain/letter/vaccination/plan.ts';
import { VaccinationPlace } from '../../../../shared/domain/letter/vaccination/place.ts';
import { currentSchedule, reach } from '../../../../shared/domain/letter/vaccination/schedule.ts';
import { addDays, Day, formatDay } from '../../../../shared/domain/values/day.ts';
import { aBirthLetter, everyVaccine, theStation } from '../../../support/builders/letters.ts';

const bornOn = Day.parse('2026-02-20');

const thangNhi = VaccinationPlace.parse({
  ...theStation,
  id: 'thang-nhi',
  name: 'Điểm tiêm chủng Thắng Nhì',
  phone: '0254 385 0002',
  sessions: [{ type: 'weekly', weekdays: ['wed'], from: '07:30', to: '11:00' }],
});

describe('the first year on the fridge', () => {
  it('says when, where, what for, that nothing is to be paid and of which place the dates are', () => {
    const year = compose(aBirthLetter()).firstYear!;
    expect(year.who).toBe('Trần Nguyễn Ngọc Diệp, sinh ngày 20/02/2026');
    expect(year.lead).toEqual([
      expect.stringContaining('không phải trả tiền'),
      'Các ngày dưới đây là ngày tiêm tại Trạm Y tế phường Vũng Tàu.',
    ]);
    expect(year.place!.text).toContain('Điện thoại 0254 385 0001');
    expect(year.visits[0]).toEqual({
      when: 'Hỏi Trạm Y tế',
      age: 'Nếu bé chưa tiêm',
      doses: ['Tiêm vắc xin viêm gan B: phòng viêm gan B.', 'Tiêm vắc xin lao: phòng bệnh lao.'],
    });
    expect(year.visits[1]).toEqual({
      when: 'Thứ Bảy, 25/04/2026',
      hours: 'từ 7 giờ 30 đến 11 giờ',
      age: 'Đủ 2 tháng',
      doses: [
        'Tiêm vắc xin 5 trong 1, lần 1: phòng bạch hầu, ho gà, uốn ván, viêm gan B và bệnh do Hib.',
        'Uống vắc xin bại liệt, lần 1: phòng bệnh bại liệt.',
      ],
    });
  });

  it('has the dates of the family’s own place, and says whom to ask for those of another', () => {
    const plan = planVaccination({ bornOn, asOf: bornOn, place: thangNhi }, currentSchedule);
    const letter = aBirthLetter({ plan, places: [theStation, thangNhi], place: 'thang-nhi' });
    const year = compose(letter).firstYear!;
    expect(year.lead[1]).toBe(
      'Các ngày dưới đây là ngày tiêm tại Điểm tiêm chủng Thắng Nhì. Muốn tiêm ở nơi khác, xin gọi số 0254 385 0002 để được hẹn ngày của nơi đó.',
    );
    expect(year.place!.title).toBe('Điểm tiêm chủng Thắng Nhì');
    expect(year.visits.slice(1).every(({ when }) => when.startsWith('Thứ Tư'))).toBe(true);
  });

  it('names no place and no session where the ward has given none, and sends the family to ask', () => {
    const plan = planVaccination({ bornOn, asOf: bornOn }, currentSchedule);
    const year = compose(aBirthLetter({ plan, places: [] })).firstYear!;
    expect(year.place).toBeUndefined();
    expect(year.lead).toHaveLength(1);
    expect(year.visits.at(-1)!.when).toBe('Từ 20/02/2027');
    expect(year.notes[0]).toBe('Trước khi đi, gọi Trạm Y tế, số 0254 385 0001, để biết ngày tiêm.');
  });

  it('is left out where the first year is over', () => {
    const asOf = Day.parse('2027-06-01');
    const plan = planVaccination({ bornOn, asOf, place: theStation }, currentSchedule);
    expect(compose(aBirthLetter({ plan, issuedOn: asOf })).firstYear).toBeUndefined();
  });

  it('has every dose of the first year once, on the day of the plan, and no other', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1500 }),
        fc.integer({ min: 0, max: 360 }),
        fc.boolean(),
        fc.constantFrom(theStation, thangNhi, undefined),
        (offset, age, all, place) => {
          const born = addDays(Day.parse('2025-01-01'), offset);
          const optional = all ? everyVaccine : [];
          const plan = planVaccination(
            { bornOn: born, asOf: addDays(born, age), place, optional },
            currentSchedule,
          );
          const child = { name: 'Lê An', bornOn: born };
          const year = compose(aBirthLetter({ child, plan, places: place ? [place] : [] })).firstYear;
          const first = plan.doses.filter(({ dueOn }) => dueOn <= reach(born, 'P1Y'));
          expect(year === undefined).toBe(first.every(({ past }) => past));
          if (!year) return;
          expect(year.visits.flatMap(({ doses }) => doses)).toHaveLength(first.length);
          for (const dose of first.filter(({ past }) => !past)) {
            const visits = year.visits.filter(({ when }) => when.includes(formatDay(plannedOn(dose))));
            expect(visits.some(({ age: ages }) => ages.includes(dose.when))).toBe(true);
          }
        },
      ),
    );
  });
});
