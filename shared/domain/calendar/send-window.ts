import * as z from 'zod';
import { addDays, at, dayOf, TimeOfDay, timeOf } from '../values/day.ts';
import type { Instant } from '../values/instant.ts';

/**
 * The hours in which a ward's messages may ring a citizen's phone, in the ward's time, `to` excluded. NĐ 91/2020/NĐ-CP
 * keeps advertising to 07:00–22:00; a status message is none, but nobody wants it at night either.
 */
export const SendWindow = z
  .strictObject({ from: TimeOfDay, to: TimeOfDay })
  .refine(({ from, to }) => from < to, 'a send window must begin before it ends');
export type SendWindow = z.infer<typeof SendWindow>;

export const defaultSendWindow: SendWindow = { from: '07:00', to: '21:00' };

/** This instant if it lies in the window, else the next time the window opens. */
export const sendableAt = (window: SendWindow, now: Instant): Instant => {
  const time = timeOf(now);
  if (window.from <= time && time < window.to) return now;
  const today = dayOf(now);
  return at(time < window.from ? today : addDays(today, 1), window.from);
};
