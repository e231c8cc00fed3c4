import { dayOf, formatDay, timeOf } from './day.ts';
import type { PickUp } from './office-sessions.ts';

/** What a text message has room for: the length of the field `pickUp` in our texts. */
const longest = 28;

/**
 * When to come, for a text message: `tu 13:30 24/11`, `tu 17:30 26/11 (ngoai gio)`. Plain ASCII. It names the date
 * even today, since a phone that was off may show the message tomorrow. A label too long for the message is left out:
 * the hour is what brings a citizen to an open counter.
 */
export const pickUpText = ({ from, label }: PickUp): string => {
  const moment = `tu ${timeOf(from)} ${formatDay(dayOf(from)).slice(0, 5)}`;
  const labelled = `${moment} (${label})`;
  return label === undefined || labelled.length > longest ? moment : labelled;
};
