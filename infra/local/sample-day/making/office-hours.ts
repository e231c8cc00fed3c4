import { between, type Dice } from '../../simulators/dice.ts';

/** What the clock on the office wall shows, as milliseconds as if that wall stood in UTC. Viet Nam has no summer time. */
export type WallClock = number;

const minute = 60_000;
const hour = 60 * minute;
const oneDay = 24 * hour;

/** The sessions of most offices: 7:00 to 11:30 and 13:30 to 17:00. */
const opening = 7 * hour;
const lunch = 11.5 * hour;
const afternoon = 13.5 * hour;
export const closing = 17 * hour;
/** A same-day procedure received after this is due on the next working day. */
const sameDayUntil = 15 * hour;

/** Midnight of a day `YYYY-MM-DD`. */
export const midnight = (day: string): WallClock => Date.parse(`${day}T00:00:00Z`);
const timeOf = (moment: WallClock): number => moment % oneDay;

/** `yyyyMMddHHmmss`, as the national synchronisation service writes it. */
export const digits = (moment: WallClock): string =>
  new Date(moment).toISOString().replaceAll(/\D/g, '').slice(0, 14);

/** The same moment, or a few minutes after the office opens again; nothing when it has closed for the day. */
export const whileOpen = (dice: Dice, moment: WallClock): WallClock | undefined => {
  const soon = between(dice, 20, 400) * 1000;
  const time = timeOf(moment);
  if (time > closing) return undefined;
  if (time < opening) return moment - time + opening + soon;
  return time > lunch && time < afternoon ? moment - time + afternoon + soon : moment;
};

/** Midnight so many working days later (or earlier, when negative). Saturdays and Sundays only: a sample knows no holidays. */
export const workingDays = (from: WallClock, count: number): WallClock => {
  let day = from - timeOf(from);
  for (let left = Math.abs(count); left > 0;) {
    day += Math.sign(count) * oneDay;
    if (![0, 6].includes(new Date(day).getUTCDay())) left -= 1;
  }
  return day;
};

/** When the result is due: at closing time, `days` working days after reception; 0 means the same day. */
export const dueAfter = (received: WallClock, days: number): WallClock =>
  workingDays(received, days === 0 && timeOf(received) >= sameDayUntil ? 1 : days) + closing;

/** Any second while the office is open, up to so many hours after midnight; mornings are a little busier. */
export const someTime = (dice: Dice, day: WallClock, until: number): WallClock => {
  const [from, to] = dice() < 0.58 ? [opening, lunch] : [afternoon, until * hour];
  return day + from + between(dice, 0, (to - from) / 1000) * 1000;
};
