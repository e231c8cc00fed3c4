import * as z from 'zod';
import type { NotificationId } from './notification.ts';
import { Ward } from './ward.ts';

/** One ring of the doorbell: which notification may be due. It carries no personal data and proves nothing. */
export const Ring = z.object({ id: z.string().transform((id) => id as NotificationId), ward: Ward });
export type Ring = z.infer<typeof Ring>;
