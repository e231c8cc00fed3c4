import * as z from 'zod';
import { Ward } from '../values/ward.ts';
import type { NotificationId } from '../values/ids.ts';

/** One ring of the doorbell: which notification may be due. It carries no personal data and proves nothing. */
export const DoorbellMessage = z.object({
  id: z.string().transform((id) => id as NotificationId),
  ward: Ward,
});
export type DoorbellMessage = z.infer<typeof DoorbellMessage>;

/** Tells the sending side that these notifications may be due. Losing a ring loses nothing: the sweep finds them. */
export interface Doorbell<Id extends string = NotificationId> {
  ring(notifications: readonly { id: Id; ward: Ward }[]): Promise<void>;
  /** About how many rings nobody has answered yet. */
  waiting(): Promise<number>;
}
