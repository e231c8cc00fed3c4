const hour = 3_600_000;
const day = 24 * hour;
/** Viet Nam keeps UTC+7 all year. */
const ward = 7 * hour;

/** Between these hours of the ward a text message may leave, by a ward's default send window. */
const opens = 7;
const closes = 21;
/** Where a clock that stands at night is moved to. */
const morning = 8;
/** When the last record of a sample day has happened. */
const dayEnds = 17;

const midnightOf = (wall: number): number => wall - (wall % day);

/**
 * How far to move the clock of a run that nobody gave one, in milliseconds: not at all by day, and on to eight in
 * the morning at night, since by night every message would rightly wait. Never back, so that what happens now is
 * not in the future.
 */
export const offsetByDay = (now: number): number => {
  const wall = now + ward;
  const time = (wall % day) / hour;
  if (time >= opens && time < closes) return 0;
  const eight = midnightOf(wall) + morning * hour;
  return (time < opens ? eight : eight + day) - wall;
};

/** The last working day (Monday to Friday) that was over at the ward by this moment, `YYYY-MM-DD`. */
export const lastOfficeDay = (now: number): string => {
  let midnight = midnightOf(now + ward);
  const isOver = (start: number) => start + dayEnds * hour <= now + ward;
  const isWeekend = (start: number) => [0, 6].includes(new Date(start).getUTCDay());
  while (!isOver(midnight) || isWeekend(midnight)) midnight -= day;
  return new Date(midnight).toISOString().slice(0, 10);
};
