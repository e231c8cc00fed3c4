import * as z from 'zod';
import { Day } from './day.ts';
import { Instant } from './instant.ts';

/** What a ward owes an apology for (Mẫu 04, TT 03/2025/TT-VPCP), the longest late first. */
export const OverdueList = z.object({
  late: z.array(z.object({ code: z.string(), dueOn: Day, daysLate: z.int() })),
  /** Unfinished and due today: an apology written today is still in time. */
  apologiseToday: z.array(z.object({ code: z.string(), dueAt: Instant })),
});
export type OverdueList = z.infer<typeof OverdueList>;
