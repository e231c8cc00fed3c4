import { dayOf, formatDay, timeOf } from './day.ts';
import type { PickUp } from './office-sessions.ts';

/**
 * When to come, for a text message: `tu 13:30 24/11`, `tu 17:30 26/11 (ngoai gio)`. Plain ASCII. It names the date
 * even today, since a phone that was off may show the message tomorrow.
 */
export const pickUpText = ({ from, label }: PickUp): string => {
  const moment = `tu ${timeOf(from)} ${formatDay(dayOf(from)).slice(0, 5)}`;
  return label === undefined ? moment : `${moment} (${label})`;
};
