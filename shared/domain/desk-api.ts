/** What crosses the HTTP API about notifications that somebody has to look after. */
import * as z from 'zod';
import { NotificationTold } from './timeline.ts';

/** `dial` is the whole number, for a call that somebody has to make; everywhere else a phone is masked. */
export const DeskNotification = NotificationTold.extend({
  dossierCode: z.string(),
  dial: z.string().optional(),
});
export type DeskNotification = z.infer<typeof DeskNotification>;

export const DeskPage = z.object({
  notifications: z.array(DeskNotification),
  cursor: z.string().optional(),
});
export type DeskPage = z.infer<typeof DeskPage>;
