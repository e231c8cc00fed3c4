import type { DossierCode } from '../dossier/dossier-code.ts';
import type { Notification } from '../notification/notification.ts';
import { owed } from '../notification/owed.ts';
import { dialled, type E164 } from '../phone/read-phone.ts';
import type { EventId } from '../values/ids.ts';
import type { Instant } from '../values/instant.ts';
import type { Ward } from '../values/ward.ts';
import { cleanText } from '../values/writing/clean-text.ts';

const longest = 200;

/** What the officer says first; what to ask stands in `wrote`. */
const opening = 'Ông/Bà có nhắn tin cho cơ quan, chúng tôi gọi để hỏi rõ ý Ông/Bà.';

/**
 * A call to make to somebody whose wish no machine should guess: it lies on the office's call list, with their own words,
 * until an officer has asked them.
 */
export const callAboutWish = (
  { ward, phone, cause, text }: { ward: Ward; phone: E164; cause: string; text: string },
  now: Instant,
): Notification => ({
  ...owed(
    {
      about: { ward, code: `inbound:${cause}` as DossierCode },
      occurrence: `wish:${cause}`,
      cause: `inbound:${cause}` as EventId,
      purpose: 'unclear-wish',
      by: { channel: 'call-list', to: dialled(phone) },
      said: { text: opening, parts: 0, template: { key: 'unclear-wish', version: 1 } },
      dueAt: now,
    },
    now,
  ),
  wrote: cleanText(text).slice(0, longest),
});
