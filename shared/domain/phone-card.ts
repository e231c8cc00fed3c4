import type { Counter } from './limits.ts';
import type { E164 } from './phone.ts';
import type { Ward } from './ward.ts';

/** What one ward has sent to one phone: the parts of the day, so that no phone rings all day. */
export type PhoneCard = { ward: Ward; phone: E164; day: Counter };
