/** Session days as a family reads them in a letter. */
import { formatDay, type Day, weekdayOf } from '../../values/day.ts';
import type { SessionRule, VaccinationPlace } from './place.ts';
import { plannedOn, type PlannedDose, type VaccinationPlan } from './plan.ts';

const weekdayNames = ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'] as const;
const ordinals = ['thứ nhất', 'thứ hai', 'thứ ba', 'thứ tư', 'thứ năm'] as const;
const codes = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

const weekdayName = (code: (typeof codes)[number]): string => weekdayNames[codes.indexOf(code)]!;
const clock = (time: string): string =>
  `${Number(time.slice(0, 2))} giờ${time.endsWith('00') ? '' : ` ${time.slice(3)}`}`;
const list = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} và ${parts.at(-1)}`;

/** `từ 7 giờ 30 đến 11 giờ`. */
export const hoursInWords = ({ from, to }: Pick<SessionRule, 'from' | 'to'>): string =>
  `từ ${clock(from)} đến ${clock(to)}`;

const daysInWords = (rule: SessionRule): string => {
  if (rule.type === 'dates') return `Các ngày ${list(rule.dates.map(formatDay))}`;
  if (rule.type === 'weekly') return `${list(rule.weekdays.map(weekdayName))} hằng tuần`;
  if (rule.type === 'day_of_month') return `Ngày ${list(rule.days.map(String))} hằng tháng`;
  return `${weekdayName(rule.weekday)} ${list(rule.nth.map((nth) => ordinals[nth - 1]!))} hằng tháng`;
};

/** `Ngày 5 và 25 hằng tháng, từ 7 giờ 30 đến 11 giờ`. */
export const sessionsInWords = (rule: SessionRule): string => `${daysInWords(rule)}, ${hoursInWords(rule)}`;

/** A place as it stands on paper: its name, and where and when one comes. */
export const placeInWords = ({
  name,
  address,
  phone,
  sessions,
}: VaccinationPlace): { title: string; text: string } => ({
  title: name,
  text: [address, ...sessions.map(sessionsInWords), ...(phone ? [`Điện thoại ${phone}`] : [])].join('. '),
});

/** Which place the dates are of, and whom to ask for those of another. */
export const datesInWords = (
  where: 'trên' | 'dưới đây',
  { name, phone }: VaccinationPlace,
  others: boolean,
): string =>
  `Các ngày ${where} là ngày tiêm tại ${name}.${
    others
      ? ` Muốn tiêm ở nơi khác, xin gọi ${phone ? `số ${phone}` : 'Trạm Y tế'} để được hẹn ngày của nơi đó.`
      : ''
  }`;

/** `Thứ Bảy, 25/04/2026`. */
const weekdayAndDate = (day: Day): string => `${weekdayNames[weekdayOf(day) - 1]}, ${formatDay(day)}`;

/** Stands behind a day that is long after the due day; `farNote` says what it means, once for the whole page. */
const farMark = ' (*)';

/** What the mark behind a late day means, where the plan has such days. */
export const farNote = ({ doses, askHealthStation }: VaccinationPlan): string | undefined =>
  doses.some(({ gapDays, past }) => gapDays !== undefined && !past)
    ? `(*) Đến ngày này bé phải đợi lâu: ${askHealthStation.charAt(0).toLocaleLowerCase('vi')}${askHealthStation.slice(1)} để được hẹn sớm hơn.`
    : undefined;

/** When a family comes for a dose: on the day of a session, from the due day on, or after asking the health station. */
export const whenInWords = (dose: PlannedDose, { askHealthStation }: VaccinationPlan): string => {
  if (dose.past) return askHealthStation;
  if (!dose.session) return `Từ ${formatDay(dose.dueOn)}`;
  const day = weekdayAndDate(plannedOn(dose));
  const moved = dose.session.insteadOf ? `${day} (thay cho ${formatDay(dose.session.insteadOf)})` : day;
  return dose.gapDays ? `${moved}${farMark}` : moved;
};
