/**
 * The child's first year on one page, for the door of the fridge: when to come, where, what for, and a box to tick. It
 * promises nothing that the plan does not; what the plan leaves to the health station stands here as a question too.
 */
import { type Day, formatDay } from '../../values/day.ts';
import type { Sheet } from '../sheet.ts';
import type { VaccinationPlace } from './place.ts';
import { plannedOn, type PlannedDose, type VaccinationPlan } from './plan.ts';
import { currentSchedule, reach } from './schedule.ts';
import { datesInWords, farNote, hoursInWords, placeInWords, whenInWords } from './session-words.ts';

type Page = NonNullable<Sheet['firstYear']>;

export type FirstYear = {
  plan: VaccinationPlan;
  child: { name: string; bornOn: Day };
  /** The place whose dates the plan has stands first. */
  places: readonly VaccinationPlace[];
  /** That nothing is to be paid, in the letter's own words. */
  free: string;
  /** Whom to ring; without it the number of the place. */
  phone: string | undefined;
};

/** `Uống vắc xin bại liệt, lần 1: phòng bệnh bại liệt.` A dose that the schedule of today does not know keeps its name. */
const purposeOf = ({ id, vaccine, dose }: PlannedDose): string => {
  const known = currentSchedule.doses.find((one) => one.id === id);
  const words = known && currentSchedule.vaccines[known.code];
  if (!known || !words) return `${vaccine}, lần ${dose}.`;
  const isOnly = currentSchedule.doses.filter(({ code }) => code === known.code).length === 1;
  const how = known.given === 'oral' ? 'Uống' : 'Tiêm';
  return `${how} vắc xin ${words.short}${isOnly ? '' : `, lần ${dose}`}: phòng ${words.against}.`;
};

const visitOf = (doses: readonly PlannedDose[], plan: VaccinationPlan): Page['visits'][number] => {
  const [first] = doses as [PlannedDose];
  const far = doses.find(({ gapDays }) => gapDays !== undefined);
  return {
    when: whenInWords(far ?? first, plan),
    ...(first.session && !first.past && { hours: hoursInWords(first.session) }),
    age: first.past ? 'Nếu bé chưa tiêm' : [...new Set(doses.map(({ when }) => when))].join(', '),
    doses: doses.map(purposeOf),
  };
};

const notesOf = (plan: VaccinationPlan, isDated: boolean, phone: string | undefined): string[] => {
  const far = farNote(plan);
  const ring = phone ? `gọi Trạm Y tế, số ${phone},` : 'hỏi Trạm Y tế';
  return [
    ...(far ? [far] : []),
    ...(isDated ? [] : [`Trước khi đi, ${ring} để biết ngày tiêm.`]),
    'Mang theo Sổ tiêm chủng của bé. Cán bộ y tế khám cho bé rồi mới quyết định tiêm.',
    `Bé ốm, sốt hoặc lỡ ngày: ${ring} để được hẹn lại. Bé tiêm tiếp mũi còn thiếu, không phải tiêm lại từ đầu.`,
    'Tiêm xong, ở lại nơi tiêm ít nhất 30 phút và theo dõi bé ở nhà ít nhất 24 giờ.',
    'Đây là lịch dự kiến. Sau sinh nhật đầu tiên bé còn các lần tiêm khác, ghi ở trang lịch tiêm chủng.',
  ];
};

/** The page, or none for a child who has no visit of its first year before it. */
export const firstYear = ({ plan, child, places, free, phone }: FirstYear): Page | undefined => {
  const birthday = reach(child.bornOn, 'P1Y');
  const doses = plan.doses.filter(({ dueOn }) => dueOn <= birthday);
  const visits = [
    ...Map.groupBy(
      doses.toSorted((a, b) => plannedOn(a).localeCompare(plannedOn(b))),
      (dose) => (dose.past ? '' : plannedOn(dose)),
    ).values(),
  ];
  if (doses.every(({ past }) => past)) return undefined;
  const isDated = doses.some(({ session, past }) => session !== undefined && !past);
  const own = places[0];
  return {
    heading: 'Lịch tiêm năm đầu của bé',
    who: `${child.name[0]!.toLocaleUpperCase('vi')}${child.name.slice(1)}, sinh ngày ${formatDay(child.bornOn)}`,
    lead: [free, ...(own && isDated ? [datesInWords('dưới đây', own, places.length > 1)] : [])],
    ...(own && { place: placeInWords(own) }),
    columns: ['Xong', 'Ngày đưa bé đi', 'Để làm gì'],
    visits: visits.map((together) => visitOf(together, plan)),
    notes: notesOf(plan, isDated, phone ?? own?.phone),
  };
};
